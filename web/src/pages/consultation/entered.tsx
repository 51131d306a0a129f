import { useQuery } from "urql";
import { BehalfTold } from "../../parts/behalf-told.tsx";
import { useSay } from "../../texts/language.tsx";
import { answeredQuery } from "./documents.ts";

/** Who entered the answer of a body, for whom, and what shows it (law 14); nothing where the body answered itself. */
export default function Entered({ project, number }: { project: string; number: number }) {
  const say = useSay();
  const [{ data }] = useQuery({
    query: answeredQuery,
    variables: { project },
    requestPolicy: "cache-and-network",
  });
  const events = data?.project?.timeline.edges.map(({ node }) => node) ?? [];
  const last = events.find(({ advice, consultation }) => consultation === number && advice);
  if (!last?.onBehalf) return null;
  return (
    <>
      <p className="small">{say("web-consult-entered", { who: last.person?.name || say("who-erased") })}</p>
      <BehalfTold of={last.onBehalf} />
    </>
  );
}
