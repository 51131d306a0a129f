import { graphql } from "../api/graphql.ts";

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      taskCounts { waitingForMe waitingForOthers }
      viewerCanStartProject
    }
  }
`);

export const changes = graphql(`
  subscription Changes($project: ID) {
    projectChanged(projectId: $project) { projectId version }
  }
`);
