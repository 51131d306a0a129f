import { initGraphQLTada } from "gql.tada";
import type { introspection } from "./schema.d.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Writes a typed GraphQL document. Documents live in `documents.ts` files, which the allow-list is made from. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; Date: string; JSON: Json };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from "gql.tada";
export { readFragment } from "gql.tada";
