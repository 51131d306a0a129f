import { Link } from "@tanstack/react-router";
import { Notice } from "../../parts/notice.tsx";
import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";

interface Known {
  id: string;
  early: {
    contracts: readonly { signedOn: string; kind: { key: string; name: string }; party: { name: string } }[];
    work: readonly { on: string; phase: { key: string; name: string } }[];
  };
}

/** What came too early (law 6): it stays flagged and refuses nothing. */
export function EarlyFlags({ project }: { project: Known }) {
  const say = useSay();
  const { language } = useLanguage();
  const { contracts, work } = project.early;
  return (
    <>
      {contracts.map(({ kind, party, signedOn }) => (
        <Notice key={`${kind.key}${party.name}`} tone="warn">
          <p>
            <strong>{say("web-early-contract")}</strong>{" "}
            {say("web-early-contract-text", { party: party.name, date: longDate(signedOn, language) })}{" "}
            <Link to="/projecten/$project/documenten/$artefact" params={{ project: project.id, artefact: kind.key }}>
              {kind.name}
            </Link>
          </p>
        </Notice>
      ))}
      {work.map(({ on, phase }) => (
        <Notice key={phase.key} tone="warn">
          <p>
            <strong>{say("web-early-work")}</strong>{" "}
            {say("web-early-work-text", { phase: phase.name, date: longDate(on, language) })}
          </p>
        </Notice>
      ))}
    </>
  );
}
