import { graphql, type ResultOf } from "../../api/graphql.ts";

export const tasksQuery = graphql(`
  query Tasks($list: TaskList!, $first: Int!, $after: String) {
    tasks(list: $list, first: $first, after: $after) {
      edges {
        cursor
        node {
          id kind since due late confirmable revision condition consultation consultationKind consultationTask about
          project { id title }
          artefact { key name }
          criterion { key question }
          fact { key question }
          gate { key name }
          body { key name }
          evidence { name }
          inUse { key name number }
          party { key name }
          person { id name }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    viewer { taskCounts { waitingForMe waitingForOthers } }
  }
`);

export type Task = ResultOf<typeof tasksQuery>["tasks"]["edges"][number]["node"];
