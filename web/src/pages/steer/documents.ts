import { graphql, type ResultOf } from "../../api/graphql.ts";

export const steerQuery = graphql(`
  query Steer($project: ID!) {
    project(id: $project) {
      id title version lifecycle reviewOn nextRoundOn
      phase { key name }
      phases { state phase { key name } }
      funnel { id key name version }
      lead { id name }
      viewerCan
      reopensIn { key name }
    }
    funnels { id key name version }
  }
`);

export type SteerProject = NonNullable<ResultOf<typeof steerQuery>["project"]>;
export type Version = ResultOf<typeof steerQuery>["funnels"][number];

export const openRound = graphql(`
  mutation OpenRound($input: ProjectInput!) {
    openRound(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const endHold = graphql(`
  mutation EndHold($input: ProjectInput!) {
    endHold(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const reopenProject = graphql(`
  mutation ReopenProject($input: ReopenProjectInput!) {
    reopenProject(input: $input) { project { id version lifecycle } receipt { lastSequence } }
  }
`);

export const migrateProject = graphql(`
  mutation MigrateProject($input: MigrateProjectInput!) {
    migrateProject(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const reportWork = graphql(`
  mutation ReportWork($input: ReportWorkInput!) {
    reportWork(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const previewQuery = graphql(`
  query MigrationPreview($project: ID!, $funnel: ID!) {
    migrationPreview(projectId: $project, funnelId: $funnel) {
      phase { key name }
      opens { kind number artefact { key name } criterion { key question } party { key name } }
      closes { kind number artefact { key name } criterion { key question } party { key name } }
      stays { kind number artefact { key name } criterion { key question } party { key name } }
    }
  }
`);
