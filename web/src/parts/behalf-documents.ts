import { graphql, type ResultOf } from "../api/graphql.ts";

/** Who belongs to the parties of a project: those who may have answered elsewhere. */
export const behalfQuery = graphql(`
  query Behalf($project: ID!) {
    project(id: $project) { id involvement { party { key } people { id name } } }
  }
`);

/** What was entered for somebody, as the record has it. */
export const behalfTold = graphql(`
  fragment BehalfTold on OnBehalf @_unmask {
    person { id name } function heldOn inFavour against abstained minutes minutesFile { id name url } present { id name }
  }
`);

export type Told = ResultOf<typeof behalfTold>;
