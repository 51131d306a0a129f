import { createLazyRoute, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { useAct } from "../../api/act.ts";
import { Heading } from "../../app/heading.tsx";
import { useKept } from "../../app/kept.ts";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Area, Line, Pick } from "../../parts/field.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import { choicesQuery, startProject } from "./documents.ts";

function NewProject() {
  const say = useSay();
  const navigate = useNavigate();
  const [{ data, error }, refetch] = useQuery({ query: choicesQuery });
  const [typed, keep, forget] = useKept("new-project", { title: "", summary: "", lead: "", funnel: "" });
  const { act, problem, turn, busy, clear } = useAct(startProject);
  const [points, setPoints] = useState<Point[]>([]);
  const [tries, setTries] = useState(0);
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;

  const people = data.people.edges.map((edge) => edge.node);
  const lead = typed.lead || data.viewer.person.id;
  const funnel = typed.funnel || (data.funnels.length === 1 ? (data.funnels[0]?.id ?? "") : "");

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing: Point[] = [];
    if (!typed.title.trim()) missing.push({ text: say("web-new-title-missing"), field: "title" });
    if (!typed.summary.trim()) missing.push({ text: say("web-new-summary-missing"), field: "summary" });
    if (!funnel) missing.push({ text: say("web-new-funnel-missing"), field: "funnel" });
    setPoints(missing);
    setTries(tries + 1);
    if (missing.length > 0) return clear();
    const answer = await act({ title: typed.title, summary: typed.summary, leadId: lead, funnelId: funnel });
    if (!answer) return;
    forget();
    await navigate({ to: "/projecten/$project", params: { project: answer.startProject.project.id } });
  }
  const wrong = (field: string) => points.find((point) => point.field === field)?.text;
  return (
    <div className="reading">
      <Crumbs>
        {[
          <Link key="projects" to="/projecten">
            {say("web-nav-projects")}
          </Link>,
        ]}
      </Crumbs>
      {points.length > 0 && <Summary title={say("web-problem")} points={points} turn={tries} />}
      {points.length === 0 && problem && <Refusal problem={problem} turn={turn} />}
      <Heading title={say("web-new-project")} />
      <form onSubmit={submit} noValidate>
        <Line
          id="title"
          label={say("web-new-title")}
          hint={say("web-new-title-hint")}
          value={typed.title}
          error={wrong("title")}
          maxLength={200}
          onChange={(event) => keep({ title: event.target.value })}
        />
        <Area
          id="summary"
          label={say("web-new-summary")}
          hint={say("web-new-summary-hint")}
          value={typed.summary}
          error={wrong("summary")}
          onChange={(event) => keep({ summary: event.target.value })}
        />
        <Pick
          id="lead"
          label={say("web-new-lead")}
          value={lead}
          onChange={(event) => keep({ lead: event.target.value })}
        >
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}, {person.function}
            </option>
          ))}
        </Pick>
        <Pick
          id="funnel"
          label={say("web-new-funnel")}
          value={funnel}
          error={wrong("funnel")}
          onChange={(event) => keep({ funnel: event.target.value })}
        >
          <option value="">{say("web-choose")}</option>
          {data.funnels.map(({ id, name, version }) => (
            <option key={id} value={id}>
              {say("web-funnel-version", { name, version })}
            </option>
          ))}
        </Pick>
        <button type="submit" className="button" aria-busy={busy}>
          {say(busy ? "web-busy" : "web-new-start")}
        </button>
      </form>
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/nieuw")({ component: NewProject });
