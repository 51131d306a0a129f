import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useAct } from "../../api/act.ts";
import { names } from "../../api/names.ts";
import { useSeen } from "../../app/changes.ts";
import { FormEditor } from "../../form/editor.tsx";
import { fieldsOf, inputId, titleOfPath } from "../../form/schema.ts";
import { Choices } from "../../parts/choice.tsx";
import { Refusal } from "../../parts/refusal.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { timeOfDay } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { DraftConflict } from "./conflict.tsx";
import { submitRevision, type WriteArtefact, type WriteProject } from "./documents.ts";
import { type Saving, useDraft } from "./draft.ts";
import { FilesInput } from "./files.tsx";

type Stage = "CONCEPT" | "FINAL";

/** How the draft stands, read out politely; it never takes the focus. */
function SavedLine({ saving, savedAt }: { saving: Saving; savedAt: string | undefined }) {
  const say = useSay();
  const { language } = useLanguage();
  const time = savedAt ? timeOfDay(savedAt, language) : "";
  // While somebody types nothing is said: only the outcome matters.
  const said =
    saving === "failed" || saving === "conflict" ? `web-draft-${saving}` : time ? "web-draft-saved" : "web-draft-auto";
  return (
    <p role="status" className={saving === "failed" ? "saved failed" : "saved"}>
      {say(said, { time })}
    </p>
  );
}

/** `Doelgroep: Vul dit in.`, and without the colon after a question. */
const sentence = (title: string, message: string) => `${title}${title.endsWith("?") ? "" : ":"} ${message}`;

/** Names the row as well: `Risico 2: Oorzaak`. */
function fieldTitle(fields: ReturnType<typeof fieldsOf>, pointer: string): string {
  const steps = pointer.split("/").filter((step) => step !== "" && !/^\d+$/.test(step));
  const row = pointer.split("/").find((step) => /^\d+$/.test(step));
  const title = titleOfPath(fields, steps.join("."));
  return row === undefined ? title : `${title} (${Number(row) + 1})`;
}

/** The form of the document, its files, and handing it in. */
export function Writing({ project, artefact }: { project: WriteProject; artefact: WriteArtefact }) {
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const draft = useDraft(project.id, artefact, language);
  const [stage, setStage] = useState<Stage | undefined>(artefact.stageNeeded ?? undefined);
  const { act, problem, turn, busy, clear } = useAct(submitRevision);
  const [own, setOwn] = useState<{ points: Point[]; title: string }>();
  const [tries, setTries] = useState(0);
  const [seen, seenAnew] = useSeen(artefact.current?.hash ?? null);
  const fields = fieldsOf(artefact.kind.form, language);
  const params = { project: project.id, artefact: artefact.kind.key };

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTries(tries + 1);
    setOwn(undefined);
    if (!stage) {
      clear();
      return setOwn({ title: say("web-problem"), points: [{ text: say("web-stage-missing"), field: "stand" }] });
    }
    if (!(await draft.complete())) {
      clear();
      return setOwn({ title: say("web-draft-not-sent"), points: [] });
    }
    const input = { projectId: project.id, artefact: artefact.kind.key, stage, seenRevision: seen };
    const answer = await act({ ...input, draftVersion: draft.latest.current.version }, { onConflict: seenAnew });
    if (!answer) return;
    draft.forget();
    const number = (artefact.current?.number ?? 0) + 1;
    await navigate({ to: "/projecten/$project/documenten/$artefact", params, search: { ingediend: number } });
  }

  const wrong = (problem?.fields ?? []).map((entry) => ({ ...entry, path: entry.path || "/" }));
  const errorAt = (pointer: string) => wrong.find((entry) => entry.path === pointer)?.message;
  const points = wrong.map(({ path, message }) => ({
    text: sentence(fieldTitle(fields, path), message),
    field: inputId(path),
  }));
  const fileRules = ["file_needed", "too_many_files", "file_type_not_allowed"];
  const filePoint =
    problem?.rule && fileRules.includes(problem.rule) ? [{ text: say("web-to-files"), field: "bestanden" }] : [];
  return (
    <form onSubmit={submit} noValidate>
      {own && <Summary title={own.title} points={own.points} turn={tries} />}
      {!own && problem && (
        <Refusal
          problem={problem}
          turn={turn}
          project={project.id}
          known={names({ key: artefact.kind.key, name: artefact.kind.name })}
          points={[...points, ...filePoint]}
        />
      )}
      {draft.other && (
        <DraftConflict artefact={artefact} own={draft.answers} other={draft.other} settle={draft.settle} />
      )}
      <div className="card">
        <FormEditor
          fields={fields}
          answers={draft.answers}
          errorAt={errorAt}
          onChange={(answers) => draft.change({ answers })}
        />
        <FilesInput
          project={project.id}
          artefact={artefact}
          files={draft.files}
          error={filePoint.length > 0 ? say("web-to-files") : undefined}
          onChange={(change) => draft.change({ files: change(draft.latest.current.files) })}
        />
        <Choices
          id="stand"
          label={say("web-stage")}
          hint={
            artefact.stageNeeded
              ? say("web-stage-needed", { stage: say(`stage-${artefact.stageNeeded.toLowerCase()}`) })
              : undefined
          }
          value={stage}
          error={own?.points.find((point) => point.field === "stand")?.text}
          options={[
            { value: "CONCEPT", label: say("stage-concept"), hint: say("web-stage-concept") },
            { value: "FINAL", label: say("stage-final"), hint: say("web-stage-final") },
          ]}
          onChange={setStage}
        />
      </div>
      <SavedLine saving={draft.saving} savedAt={draft.savedAt} />
      <button type="submit" className="button" aria-busy={busy}>
        {say(busy ? "web-busy" : "web-submit", { number: (artefact.current?.number ?? 0) + 1 })}
      </button>
    </form>
  );
}
