import { graphql, type ResultOf } from "../../api/graphql.ts";

export const confirmQuery = graphql(`
  query Confirm($project: ID!) {
    project(id: $project) {
      id title version
      readiness {
        checks {
          state viewerCanConfirm
          party { key name }
          criterion { key question restsOn { fields kind { key name } } }
          judgement { answer motivation stale restsOn { revision hash kind { key name } } }
        }
      }
      artefacts {
        id
        kind { key name form }
        current { number hash }
        revisions(first: 20) { edges { cursor node { number changedFields } } }
        reviews { revision verdict note stale party { key name } }
        viewerCanReviewFor { key name }
      }
    }
  }
`);

export type ConfirmProject = NonNullable<ResultOf<typeof confirmQuery>["project"]>;

export const confirmAnswers = graphql(`
  mutation ConfirmAnswers($input: ConfirmAnswersInput!) {
    confirmAnswers(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
