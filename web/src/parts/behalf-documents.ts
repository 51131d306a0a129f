import { graphql } from "../api/graphql.ts";

/** Who belongs to the parties of a project: those who may have answered elsewhere. */
export const behalfQuery = graphql(`
  query Behalf($project: ID!) {
    project(id: $project) { id involvement { party { key } people { id name } } }
  }
`);
