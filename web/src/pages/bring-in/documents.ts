import { graphql } from "../../api/graphql.ts";

export const bringInQuery = graphql(`
  query BringIn {
    funnels { id name version phases { key name } }
    people(first: 100) { edges { cursor node { id name function } } pageInfo { hasNextPage endCursor } }
    viewer { person { id } viewerCanBringIn }
  }
`);

export const bringInProject = graphql(`
  mutation BringInProject($input: BringInProjectInput!) {
    bringInProject(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const bringInSupplier = graphql(`
  mutation BringInSupplier($input: BringInSupplierInput!) {
    bringInSupplier(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const mayBringInQuery = graphql(`
  query MayBringIn { viewer { person { id } viewerCanBringIn } }
`);
