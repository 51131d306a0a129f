import { graphql, type ResultOf } from "../../api/graphql.ts";
import { revision } from "../document/documents.ts";

const criterionCheck = graphql(`
  fragment CriterionCheck on Check @_unmask {
    state since due viewerCanJudge viewerCanConfirm viewerCanRecord
    party { key name }
    criterion { key question help legal blocking notApplicableAllowed proof restsOn { fields kind { key name } } }
    judgement { answer proof motivation at stale by { id name } restsOn { revision hash kind { key name } } }
  }
`);

export const criterionQuery = graphql(
  `
  query Criterion($project: ID!) {
    project(id: $project) {
      id title version
      phase { key name }
      readiness {
        round due
        gate { key name }
        checks { ...CriterionCheck }
      }
      askedAgain { ...CriterionCheck }
      artefacts { id kind { key name } current { number hash authors { id } } }
    }
  }
`,
  [criterionCheck],
);

export type CriterionProject = NonNullable<ResultOf<typeof criterionQuery>["project"]>;
export type CriterionCheck = NonNullable<CriterionProject["readiness"]>["checks"][number];

export const evidenceQuery = graphql(
  `
  query Evidence($project: ID!, $artefact: String!) {
    project(id: $project) { id artefact(key: $artefact) { id kind { key name form } current { ...RevisionParts } } }
  }
`,
  [revision],
);

export const judgeCriterion = graphql(`
  mutation JudgeCriterion($input: JudgeCriterionInput!) {
    judgeCriterion(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
