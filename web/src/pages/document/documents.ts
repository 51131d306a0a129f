import { graphql, type ResultOf } from "../../api/graphql.ts";

export const revision = graphql(`
  fragment RevisionParts on Revision @_unmask {
    number hash stage answers submittedAt reviewDue changedFields
    submittedBy { id name }
    authors { id name }
    files { id name mediaType size sha256 url }
  }
`);

export const documentQuery = graphql(
  `
  query Document($project: ID!, $artefact: String!) {
    project(id: $project) {
      id title version
      phase { key name }
      tasks { id kind artefact { key } party { key } }
      artefact(key: $artefact) {
        id neededNow stageNeeded viewerCanSubmit
        kind { key name help form reviewDays reviewedBy { key name } }
        current { ...RevisionParts }
        draft { version updatedAt authors { id name } }
        reviews { revision verdict note at stale party { key name } by { id name } }
        revisions(first: 20) { edges { cursor node { number stage submittedAt changedFields submittedBy { id name } } } pageInfo { hasNextPage endCursor } }
        viewerCanReviewFor { key name }
        viewerCanRecordFor { key name }
      }
      readiness {
        round
        checks {
          state viewerCanJudge
          artefact { id kind { key } }
          party { key name }
          criterion { key question help legal notApplicableAllowed proof restsOn { fields kind { key name } } }
          judgement { answer stale }
        }
      }
    }
  }
`,
  [revision],
);

export type DocumentProject = NonNullable<ResultOf<typeof documentQuery>["project"]>;
export type Artefact = NonNullable<DocumentProject["artefact"]>;
export type Revision = NonNullable<Artefact["current"]>;
export type AskedCheck = NonNullable<DocumentProject["readiness"]>["checks"][number];

export const revisionQuery = graphql(
  `
  query Revision($project: ID!, $artefact: String!, $number: Int!) {
    project(id: $project) { id artefact(key: $artefact) { id revision(number: $number) { ...RevisionParts } } }
  }
`,
  [revision],
);

export const reviewRevision = graphql(`
  mutation ReviewRevision($input: ReviewRevisionInput!) {
    reviewRevision(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
