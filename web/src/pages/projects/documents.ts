import { graphql, type ResultOf } from "../../api/graphql.ts";

export const projectsQuery = graphql(`
  query Projects($lifecycle: Lifecycle, $first: Int!, $after: String) {
    projects(lifecycle: $lifecycle, first: $first, after: $after) {
      edges {
        cursor
        node {
          id title lifecycle phaseSince reviewOn closedAt
          phase { key name }
          phases { phase { key name } }
          funnel { key name }
          lead { id name }
          readiness { doneCount totalCount due }
          tasks { kind since due late party { key name } person { id name } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    stopped: projects(lifecycle: STOPPED, first: 100) { edges { cursor node { id phase { key } funnel { key } } } }
    viewer { viewerCanStartProject viewerCanBringIn meets { key } }
  }
`);

export type Listed = ResultOf<typeof projectsQuery>["projects"]["edges"][number]["node"];
export type Stopped = ResultOf<typeof projectsQuery>["stopped"]["edges"][number]["node"];
