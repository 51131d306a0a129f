import { useQuery } from "urql";
import { useSay } from "../texts/language.tsx";
import { type Entry, enteredQuery } from "./behalf-documents.ts";
import { BehalfTold } from "./behalf-told.tsx";

/**
 * Who entered an answer, for whom, and what shows it (law 14): of the newest entry that it is about. Nothing where whoever
 * answered did so here, or so long ago that only the timeline has it.
 */
export default function Entered({ project, about }: { project: string; about: (entry: Entry) => boolean }) {
  const say = useSay();
  const [{ data }] = useQuery({
    query: enteredQuery,
    variables: { project },
    requestPolicy: "cache-and-network",
  });
  const last = data?.project?.timeline.edges.map(({ node }) => node).find(about);
  if (!last?.onBehalf) return null;
  return (
    <>
      <p className="small">{say("web-consult-entered", { who: last.person?.name || say("who-erased") })}</p>
      <BehalfTold of={last.onBehalf} />
    </>
  );
}
