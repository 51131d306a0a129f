import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ActForm } from "../../parts/act-form.tsx";
import type { Field } from "../../parts/asking.ts";
import { longDate } from "../../texts/dates.ts";
import { type Say, useLanguage, useSay } from "../../texts/language.tsx";
import { nameSupplier } from "./documents.ts";
import { keyOf, type Part, Unfold } from "./shared.tsx";

const Agreements = lazy(() => import("./agreements.tsx"));
const BodyForm = lazy(() => import("./body-form.tsx"));

/** What is wrong about the name of a new supplier: it gives no key, or the key of one that is there. */
export function newSupplier(name: string, suppliers: readonly { key: string }[], say: Say): string | undefined {
  if (!name.trim()) return undefined;
  const key = keyOf(name);
  if (!key) return say("web-supplier-name-missing");
  return suppliers.some((one) => one.key === key) ? say("web-supplier-there") : undefined;
}

/** Suppliers; their certificates stand with the evidence. */
export function Suppliers({ organisation, done }: Part) {
  const say = useSay();
  const { suppliers, viewerCanConfigure } = organisation;
  const fields: Field[] = [
    { name: "naam", kind: "line", label: say("web-supplier-name"), missing: say("web-supplier-name-missing") },
  ];
  return (
    <section className="card" aria-labelledby="leveranciers">
      <h2 id="leveranciers">{say("web-suppliers")}</h2>
      {suppliers.length === 0 ? (
        <p className="soft">{say("web-suppliers-none")}</p>
      ) : (
        <ul>
          {suppliers.map(({ key, name }) => (
            <li key={key}>
              {name}
              {viewerCanConfigure && (
                <Unfold name={say("web-supplier-rename")} about={name}>
                  <ActForm
                    key={name}
                    id={`leverancier-${key}`}
                    kept={`supplier-${key}`}
                    document={nameSupplier}
                    fields={fields.map((field) => ({ ...field, start: name }))}
                    input={({ naam = "" }) => ({ supplier: key, name: naam })}
                    button={say("web-supplier-rename-send")}
                    second
                    onDone={() => done(say("web-supplier-renamed"))}
                  />
                </Unfold>
              )}
            </li>
          ))}
        </ul>
      )}
      {viewerCanConfigure && (
        <Unfold name={say("web-supplier-add")}>
          <ActForm
            id="leverancier"
            kept="supplier"
            document={nameSupplier}
            fields={fields}
            also={({ naam = "" }) => {
              const text = newSupplier(naam, suppliers, say);
              return text ? [{ text, field: "leverancier-naam" }] : [];
            }}
            input={({ naam = "" }) => ({ supplier: keyOf(naam), name: naam })}
            button={say("web-supplier-send")}
            second
            onDone={() => done(say("web-supplier-done"))}
          />
        </Unfold>
      )}
      {viewerCanConfigure && (
        <p>
          <Link to="/organisatie/inbrengen">{say("web-suppliers-file")}</Link>
        </p>
      )}
    </section>
  );
}

/** The rules of councils and advisers, and what they agreed to be only informed of (law 8). */
export function Bodies({ organisation, done }: Part) {
  const say = useSay();
  const { language } = useLanguage();
  const { bodies } = organisation;
  return (
    <section className="card" aria-labelledby="raden">
      <h2 id="raden">{say("web-bodies")}</h2>
      {bodies.length === 0 && <p className="soft">{say("web-bodies-none")}</p>}
      <ul className="rows">
        {bodies.map(({ body, coachedBy, meetings, recess, termDays, waitingDays }) => (
          <li key={body.key} className="row plain-row">
            <div className="body">
              <p className="title">{body.name}</p>
              <p className="soft small">
                {[
                  termDays > 0 && say("web-body-term", { count: termDays }),
                  waitingDays > 0 && say("web-body-wait", { count: waitingDays }),
                  coachedBy && say("web-body-coach", { party: coachedBy.name }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {meetings.length > 0 && (
                <p className="small">
                  {say("web-body-meets", { days: meetings.map((day) => longDate(day, language)).join(", ") })}
                </p>
              )}
              {recess.map(({ first, last }) => (
                <p key={first} className="small">
                  {say("web-body-recess", { first: longDate(first, language), last: longDate(last, language) })}
                </p>
              ))}
              {organisation.viewerCanConfigure && (
                <Unfold name={say("web-body-change")} about={body.name}>
                  <Suspense fallback={null}>
                    <BodyForm
                      organisation={organisation}
                      rules={{ body, coachedBy, meetings, recess, termDays, waitingDays }}
                      done={done}
                    />
                  </Suspense>
                </Unfold>
              )}
            </div>
          </li>
        ))}
      </ul>
      {organisation.viewerCanConfigure && (
        <Unfold name={say("web-body-add")}>
          <Suspense fallback={null}>
            <BodyForm organisation={organisation} done={done} />
          </Suspense>
        </Unfold>
      )}
      <Suspense fallback={null}>
        <Agreements organisation={organisation} done={done} />
      </Suspense>
    </section>
  );
}
