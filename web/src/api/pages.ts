import type { TadaDocumentNode } from "gql.tada";
import { useCallback, useEffect, useState } from "react";
import { useClient, useQuery } from "urql";

interface Connection<Node> {
  edges: readonly { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Reads a connection page by page: the first page stays fresh, later ones are added when asked. */
export function usePages<Data, Variables extends { after?: string | null }, Node>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  pick: (data: Data) => Connection<Node> | null | undefined,
) {
  const client = useClient();
  const [{ data, error, fetching }, refetch] = useQuery({ query: document, variables } as never) as [
    { data?: Data; error?: Error; fetching: boolean },
    (options?: object) => void,
  ];
  const [more, setMore] = useState<Connection<Node>[]>([]);
  const [busy, setBusy] = useState(false);
  const first = data ? pick(data) : undefined;
  // A changed first page makes the cursors of the later ones doubtful: start over.
  const mark = first?.pageInfo.endCursor;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mark` is the change that matters
  useEffect(() => setMore([]), [mark]);
  const last = more.at(-1) ?? first;

  const next = useCallback(async () => {
    if (!last?.pageInfo.hasNextPage || busy) return;
    setBusy(true);
    const asked = { ...variables, after: last.pageInfo.endCursor };
    const answer = await client.query(document as never, asked as never).toPromise();
    setBusy(false);
    const page = answer.data ? pick(answer.data as Data) : undefined;
    if (page) setMore((pages) => [...pages, page]);
  }, [last, busy, variables, client, document, pick]);

  const nodes = [...(first?.edges ?? []), ...more.flatMap((page) => page.edges)].map((edge) => edge.node);
  return { data, error, fetching, nodes, refetch, next: last?.pageInfo.hasNextPage ? next : undefined };
}
