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
    record person { id name } function heldOn inFavour against abstained minutes minutesFile { id name url } present { id name }
  }
`);

export type Told = ResultOf<typeof behalfTold>;

/** What happened last in a project, as far as it may have been entered for somebody. */
export const enteredQuery = graphql(
  `
  query Entered($project: ID!) {
    project(id: $project) {
      id
      timeline(first: 100) {
        edges { node { id sequence consultation advice person { id name } onBehalf { ...BehalfTold } } }
      }
    }
  }
`,
  [behalfTold],
);

export type Entry = NonNullable<ResultOf<typeof enteredQuery>["project"]>["timeline"]["edges"][number]["node"];
