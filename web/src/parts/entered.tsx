import { useQuery } from "urql";
import { useSay } from "../texts/language.tsx";
import { type Entry, enteredQuery } from "./behalf-documents.ts";
import { BehalfTold } from "./behalf-told.tsx";
import { Waiting } from "./states.tsx";

type Props = {
  project: string;
  about: (entry: Entry) => boolean;
  /** What is said when it is not among the newest, where something must be. */
  missing?: string;
};

/**
 * Who entered an answer, for whom, and what shows it (law 14): of the newest entry that it is about. Nothing where whoever
 * answered did so here, or so long ago that only the timeline has it.
 */
export default function Entered({ project, about, missing }: Props) {
  const say = useSay();
  const [{ data, error }] = useQuery({
    query: enteredQuery,
    variables: { project },
    requestPolicy: "cache-and-network",
  });
  const last = data?.project?.timeline.edges.map(({ node }) => node).find(about);
  if (!data && !error) return <Waiting />;
  if (!last?.onBehalf) return missing ? <p className="small">{missing}</p> : null;
  return (
    <>
      <p className="small">{say("web-consult-entered", { who: last.person?.name || say("who-erased") })}</p>
      <BehalfTold of={last.onBehalf} />
    </>
  );
}
