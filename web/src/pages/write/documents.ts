import { graphql, type ResultOf } from "../../api/graphql.ts";

export const draftParts = graphql(`
  fragment DraftParts on Draft @_unmask {
    version answers updatedAt
    authors { id name }
    files { id name mediaType size }
  }
`);

export const writeQuery = graphql(
  `
  query Write($project: ID!, $artefact: String!) {
    project(id: $project) {
      id title
      artefact(key: $artefact) {
        id stageNeeded viewerCanSubmit
        kind { key name help form files { required atMost mediaTypes } reviewedBy { key name } }
        current { number hash stage answers files { id name mediaType size } }
        draft { ...DraftParts }
        reviews { verdict note stale party { key name } }
      }
    }
  }
`,
  [draftParts],
);

export type WriteProject = NonNullable<ResultOf<typeof writeQuery>["project"]>;
export type WriteArtefact = NonNullable<WriteProject["artefact"]>;
export type ServerDraft = NonNullable<WriteArtefact["draft"]>;
export type DraftFile = ServerDraft["files"][number];

export const draftQuery = graphql(
  `
  query Draft($project: ID!, $artefact: String!) {
    project(id: $project) { id artefact(key: $artefact) { id draft { ...DraftParts } } }
  }
`,
  [draftParts],
);

export const saveDraft = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) { artefact { id draft { version updatedAt } } }
  }
`);

export const discardDraft = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input) { artefact { id draft { version } } }
  }
`);

export const submitRevision = graphql(`
  mutation SubmitRevision($input: SubmitRevisionInput!) {
    submitRevision(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
