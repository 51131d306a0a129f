import { graphql } from "../../api/graphql.ts";

export const choicesQuery = graphql(`
  query StartChoices {
    funnels { id name version }
    people(first: 100) { edges { cursor node { id name function } } pageInfo { hasNextPage endCursor } }
    viewer { person { id } }
  }
`);

export const startProject = graphql(`
  mutation StartProject($input: StartProjectInput!) {
    startProject(input: $input) { project { id } receipt { lastSequence } }
  }
`);
