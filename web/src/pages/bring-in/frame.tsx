import { type ReactNode, useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import type { UploadFailure } from "../../api/files.ts";
import { previewTable, type TableOf, type TablePreview, type TableRow } from "../../api/tables.ts";
import { Heading } from "../../app/heading.tsx";
import { Bar } from "../../parts/bar.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, Waiting } from "../../parts/states.tsx";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { mayBringInQuery } from "./documents.ts";
import { BadRows, FileNotices, type GoodRowsProps } from "./preview.tsx";
import { chosenAtFirst, standing, toBringIn } from "./rows.ts";
import { type Outcome, type SendRow, useRun } from "./run.ts";

/** What comes in from a file, with what differs between projects and suppliers. */
export interface Bringing<R extends TableRow> {
  what: TableOf;
  /** The columns, by the ends of their texts. */
  columns: readonly string[];
  /** The name of the empty file, in each language. */
  template: { nl: string; en: string };
  /** Shows the rows that can come in. */
  Good: (props: GoodRowsProps<R>) => ReactNode;
  send: SendRow<R>;
  /** What to do once something came in. */
  after?: ReactNode;
}

/** An empty file to fill in, and what goes into it. */
function Template<R extends TableRow>({ what, columns, template }: Bringing<R>) {
  const say = useSay();
  const { language } = useLanguage();
  const address = `/bring-in/${what}/${template[language]}`;
  return (
    <section className="card" aria-labelledby="voorbeeld">
      <h2 id="voorbeeld">{say("web-table-template")}</h2>
      <p>{say(`web-table-${what}-template-lead`)}</p>
      <p className="buttons">
        <a className="button second" href={`${address}.xlsx`} download>
          {say("web-table-template-excel")}
        </a>
        <a className="button second" href={`${address}.csv`} download>
          {say("web-table-template-csv")}
        </a>
      </p>
      <details className="unfold">
        <summary>{say("web-table-columns")}</summary>
        <ul>
          {columns.map((name) => (
            <li key={name}>{say(`web-table-${what}-column-${name}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Takes the file. What it would bring in comes back; nothing is kept. */
function Choose(props: {
  what: TableOf;
  busy: boolean;
  failure: UploadFailure | undefined;
  onFile: (file: File) => void;
}) {
  const { what, busy, failure, onFile } = props;
  const say = useSay();
  const error = failure && (failure.message || say("error-unavailable"));
  return (
    <section className="card" aria-labelledby="kiezen">
      <h2 id="kiezen">{say("web-table-choose")}</h2>
      <div className={error ? "field wrong" : "field"}>
        <label htmlFor="bestand">{say(`web-table-${what}-file`)}</label>
        <span className="hint" id="bestand-hint">
          {say("web-table-file-hint")}
        </span>
        {error && (
          <span className="error" id="bestand-error" role="alert">
            {error}
          </span>
        )}
        <input
          id="bestand"
          className="input"
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={error ? "bestand-hint bestand-error" : "bestand-hint"}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            // The same file again, mended, is a new choice.
            event.target.value = "";
          }}
        />
      </div>
      <p role="status" className="soft">
        {busy && say("web-table-reading")}
      </p>
    </section>
  );
}

/** How far it is, and what became of it. */
function Progress(props: { what: TableOf; total: number; outcomes: ReadonlyMap<number, Outcome>; busy: boolean }) {
  const { what, total, outcomes, busy } = props;
  const say = useSay();
  const states = [...outcomes.values()].map(({ state }) => state);
  const done = states.filter((state) => state === "done").length;
  const failed = states.length - done;
  return (
    <div role="status">
      {busy && (
        <>
          <p>{say(`web-table-${what}-progress`, { done: states.length, total })}</p>
          <Bar done={states.length} total={total} />
        </>
      )}
      {!busy && states.length > 0 && (
        <Notice tone={failed > 0 ? "warn" : "good"}>
          <p>
            {say(`web-table-${what}-result`, { count: done })}{" "}
            {failed > 0 && say(`web-table-${what}-result-failed`, { count: failed })}
          </p>
        </Notice>
      )}
    </div>
  );
}

/** What the file would bring in, the choice of rows, and the button. */
function Rows<R extends TableRow>(props: { of: Bringing<R>; preview: TablePreview<R>; name: string }) {
  const { preview, name } = props;
  const { after, Good, send, what } = props.of;
  const say = useSay();
  const { outcomes, busy, run } = useRun(send);
  const [chosen, setChosen] = useState(() => chosenAtFirst(preview.rows));
  const [total, setTotal] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const bad = preview.rows.filter((row) => standing(row, outcomes) === "bad");
  const good = preview.rows.filter((row) => !bad.includes(row));
  const next = toBringIn(preview, chosen, outcomes);
  const again = next.length > 0 && next.every((row) => outcomes.has(row.row));
  const choose = (row: number, yes: boolean) =>
    setChosen((before) => new Set(yes ? [...before, row] : [...before].filter((other) => other !== row)));
  const { sheet } = preview.file;
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {say("web-table-look")}
      </h2>
      <p>
        {sheet ? say("web-table-read-sheet", { name, sheet }) : say("web-table-read", { name })}{" "}
        {say("web-table-counted", { count: preview.rows.length, bad: bad.length })}
      </p>
      <FileNotices preview={preview} />
      <BadRows rows={bad} />
      <Good preview={preview} rows={good} chosen={chosen} outcomes={outcomes} onChoose={choose} />
      <Progress what={what} total={total} outcomes={outcomes} busy={busy} />
      {!busy && [...outcomes.values()].some(({ state }) => state === "done") && after}
      {next.length > 0 && !busy && <p className="soft small">{say("web-table-once")}</p>}
      {(next.length > 0 || busy) && (
        <p className="buttons">
          <button
            type="button"
            className="button"
            aria-busy={busy}
            onClick={() => {
              setTotal(next.length + [...outcomes.values()].filter(({ state }) => state === "done").length);
              run(next);
            }}
          >
            {busy
              ? say("web-busy")
              : say(again ? `web-table-${what}-again` : `web-table-${what}-bring`, { count: next.length })}
          </button>
        </p>
      )}
    </>
  );
}

/** What exists already comes in from one file, after a look at each row (law 1). */
export function BringInFile<R extends TableRow>(props: {
  of: Bringing<R>;
  crumbs: ReactNode[];
  tabs?: ReactNode;
  /** What is told to who may not. */
  others: string;
}) {
  const { of, crumbs, tabs, others } = props;
  const say = useSay();
  const [{ data, error }, refetch] = useQuery({ query: mayBringInQuery });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<UploadFailure>();
  const [read, setRead] = useState<{ preview: TablePreview<R>; name: string; turn: number }>();
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;

  async function take(file: File) {
    setBusy(true);
    setFailure(undefined);
    const answer = await previewTable<R>(of.what, file);
    setBusy(false);
    if ("status" in answer) {
      setRead(undefined);
      return setFailure(answer);
    }
    setRead((before) => ({ preview: answer, name: file.name, turn: (before?.turn ?? 0) + 1 }));
  }
  return (
    <>
      <Crumbs>{crumbs}</Crumbs>
      <Heading title={say(`web-table-${of.what}-title`)} />
      {tabs}
      {data.viewer.viewerCanBringIn ? (
        <>
          <p className="lead">{say(`web-table-${of.what}-title-lead`)}</p>
          <Template {...of} />
          <Choose what={of.what} busy={busy} failure={failure} onFile={take} />
          {read && <Rows key={read.turn} of={of} preview={read.preview} name={read.name} />}
        </>
      ) : (
        <Notice>
          <p>{others}</p>
        </Notice>
      )}
    </>
  );
}
