import { graphql } from "../../api/graphql.ts";

export const projectsQuery = graphql(`
  query Projects($lifecycle: Lifecycle, $first: Int!, $after: String) {
    projects(lifecycle: $lifecycle, first: $first, after: $after) {
      edges {
        cursor
        node { id title phaseSince phase { key name } lead { id name } readiness { doneCount totalCount due } }
      }
      pageInfo { hasNextPage endCursor }
    }
    viewer { viewerCanStartProject }
  }
`);
