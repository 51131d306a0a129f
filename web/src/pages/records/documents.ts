import { graphql, type ResultOf } from "../../api/graphql.ts";

export const recordsQuery = graphql(`
  query Records($project: ID!) {
    project(id: $project) {
      id version
      records {
        number until viewerCanContest
        person { id name }
        party { key name }
        what { kind consultation artefact { key name } criterion { key question } gate { key name } }
      }
      contestedDecisions { round since viewerCanUphold gate { key name } }
    }
  }
`);

export type RecordsProject = NonNullable<ResultOf<typeof recordsQuery>["project"]>;

export const contestRecord = graphql(`
  mutation ContestRecord($input: ContestRecordInput!) {
    contestRecord(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const upholdDecision = graphql(`
  mutation UpholdDecision($input: UpholdDecisionInput!) {
    upholdDecision(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
