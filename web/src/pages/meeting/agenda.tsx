import { Link } from "@tanstack/react-router";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { AgendaItem } from "./documents.ts";
import { ItemFacts } from "./facts.tsx";
import { moved } from "./plan.ts";
import type { Shared } from "./typed.ts";
import { whyNow } from "./words.ts";

/** One item with its place in the order; `at` is missing for what is not on the agenda. */
function Item(props: { item: AgendaItem; at?: number; buttons: ReactNode }) {
  const { item, at, buttons } = props;
  const { project } = item;
  const say = useSay();
  const { language } = useLanguage();
  return (
    <li className="card agenda-item" id={`punt-${project.id}`}>
      <h3>
        {at !== undefined && <span className="soft">{at + 1}. </span>}
        <Link to="/projecten/$project" params={{ project: project.id }}>
          {project.title}
        </Link>
      </h3>
      <p>
        <strong>{whyNow(item, say, language)}</strong>
      </p>
      <ItemFacts item={item} />
      <p className="buttons">{buttons}</p>
    </li>
  );
}

/** The agenda: what can be decided and what comes near, in an order of one's own. */
export function AgendaPage({ body, change, items, on, meeting }: Shared) {
  const say = useSay();
  const status = useRef<HTMLParagraphElement>(null);
  const off = items.filter((item) => !on.includes(item));
  const shown = on.map(({ project }) => project.id);
  const tell = (text: string) => {
    if (status.current) status.current.textContent = text;
  };

  function move(id: string, title: string, by: -1 | 1) {
    const order = moved(shown, id, by);
    change({ order: [...order, ...off.map(({ project }) => project.id)] });
    tell(say("web-meeting-moved", { title, number: order.indexOf(id) + 1, count: order.length }));
  }
  function put(id: string, title: string, yes: boolean) {
    change({ on: { ...meeting.on, [id]: yes } });
    tell(say(yes ? "web-meeting-put-on" : "web-meeting-put-off", { title }));
    // The button that was pressed is gone: the focus goes to the heading of the list that the item left.
    document.getElementById(yes ? "komt-eraan" : "agenda")?.focus();
  }
  const search = { orgaan: body.key };
  const filled = Object.values(meeting.items).some(({ chosen, notTreated }) => chosen || notTreated);
  return (
    <>
      <p className="lead">{say("web-meeting-lead")}</p>
      <p role="status" className="hidden-visually" ref={status} />
      <h2 id="agenda" tabIndex={-1}>
        {say("web-meeting-agenda", { count: on.length })}
      </h2>
      {on.length === 0 && (
        <div className="card">
          <p>{say(items.length === 0 ? "web-meeting-empty" : "web-meeting-empty-now", { body: body.name })}</p>
        </div>
      )}
      <ol className="plain">
        {on.map((item, at) => {
          const { id, title } = item.project;
          return (
            <Item
              key={id}
              item={item}
              at={at}
              buttons={
                <>
                  {at > 0 && (
                    <button type="button" className="button second compact" onClick={() => move(id, title, -1)}>
                      <ArrowUp className="icon" aria-hidden /> {say("web-meeting-up")}
                      <span className="hidden-visually"> {title}</span>
                    </button>
                  )}
                  {at < on.length - 1 && (
                    <button type="button" className="button second compact" onClick={() => move(id, title, 1)}>
                      <ArrowDown className="icon" aria-hidden /> {say("web-meeting-down")}
                      <span className="hidden-visually"> {title}</span>
                    </button>
                  )}
                  <button type="button" className="link-button" onClick={() => put(id, title, false)}>
                    {say("web-meeting-take-off")}
                    <span className="hidden-visually"> {title}</span>
                  </button>
                </>
              }
            />
          );
        })}
      </ol>
      {on.length > 0 && (
        <p className="buttons">
          <Link className="button" to="/vergadering" search={{ ...search, stap: "vastleggen" }}>
            {say(filled ? "web-meeting-record-on" : "web-meeting-record")}
          </Link>
          <Link className="button second" to="/vergadering/stukken" search={search}>
            {say("web-meeting-print")}
          </Link>
        </p>
      )}
      {off.length > 0 && (
        <>
          <h2 id="komt-eraan" tabIndex={-1}>
            {say("web-meeting-coming", { count: off.length })}
          </h2>
          <p className="soft">{say("web-meeting-coming-lead")}</p>
          <ul className="plain">
            {off.map((item) => {
              const { id, title } = item.project;
              return (
                <Item
                  key={id}
                  item={item}
                  buttons={
                    <button type="button" className="button second compact" onClick={() => put(id, title, true)}>
                      {say("web-meeting-put")}
                      <span className="hidden-visually"> {title}</span>
                    </button>
                  }
                />
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}
