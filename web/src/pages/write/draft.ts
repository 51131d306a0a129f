import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { problemOf } from "../../api/problem.ts";
import { forgetSession } from "../../api/session.ts";
import { readKept, writeKept } from "../../app/kept.ts";
import { asAnswers, filled, same } from "../../form/answers.ts";
import type { Answers } from "../../form/schema.ts";
import { type DraftFile, draftQuery, type ServerDraft, saveDraft, type WriteArtefact } from "./documents.ts";

/** How the draft stands between this screen and the server. */
export type Saving = "nothing" | "typing" | "saving" | "saved" | "failed" | "conflict";

/** What is typed and not yet on the server, kept on this device; `base` is the draft that it was typed on. */
interface Kept {
  answers: Answers;
  files: DraftFile[];
  base: number;
}

const PAUSE = 1200;
const RETRY = 10_000;

/** Where the writing starts: what was typed here and never arrived, else the draft, else the current version. */
export function start(artefact: Pick<WriteArtefact, "draft" | "current">, kept: Kept | undefined) {
  const { draft, current } = artefact;
  const version = draft?.version ?? 0;
  const server = {
    answers: asAnswers(draft ? draft.answers : current?.answers),
    files: [...((draft ?? current)?.files ?? [])],
  };
  if (!kept || (same(kept.answers, server.answers) && ids(kept.files) === ids(server.files))) {
    return { ...server, version, saving: "nothing" as Saving };
  }
  // Somebody else saved since: the writer chooses, nothing is overwritten.
  const saving: Saving = kept.base === version ? "typing" : "conflict";
  return { answers: kept.answers, files: kept.files, version, saving };
}

const ids = (files: readonly DraftFile[]) => files.map((file) => file.id).join();

/** The draft of one document: saved by itself, never over the work of somebody else, never lost. */
export function useDraft(project: string, artefact: WriteArtefact, language: "nl" | "en") {
  const client = useClient();
  const key = `draft-${project}-${artefact.kind.key}`;
  const [state, setState] = useState(() => start(artefact, readKept<Kept>(key)));
  const [other, setOther] = useState<ServerDraft | undefined>(
    state.saving === "conflict" ? (artefact.draft ?? undefined) : undefined,
  );
  const [savedAt, setSavedAt] = useState<string | undefined>(artefact.draft?.updatedAt);
  const latest = useRef(state);
  latest.current = state;
  const underway = useRef<Promise<boolean> | undefined>(undefined);

  const send = useCallback(async (): Promise<boolean> => {
    const { answers, files, version } = latest.current;
    setState((was) => ({ ...was, saving: "saving" }));
    const input = {
      projectId: project,
      artefact: artefact.kind.key,
      version,
      answers: filled(answers),
      fileIds: files.map((file) => file.id),
    };
    const { data, error } = await client.mutation(saveDraft, { input }).toPromise();
    const saved = data?.saveDraft.artefact.draft;
    if (saved) {
      const typedOn = latest.current.answers !== answers || latest.current.files !== files;
      latest.current = { ...latest.current, version: saved.version };
      setState((was) => ({ ...was, version: saved.version, saving: typedOn ? "typing" : "saved" }));
      setSavedAt(saved.updatedAt);
      if (typedOn)
        writeKept(key, { answers: latest.current.answers, files: latest.current.files, base: saved.version });
      else writeKept(key, undefined);
      return true;
    }
    const problem = error && problemOf(error, language);
    if (problem?.code === "UNAUTHENTICATED") forgetSession();
    if (problem?.code === "CONFLICT") {
      const place = { project, artefact: artefact.kind.key };
      const answer = await client.query(draftQuery, place, { requestPolicy: "network-only" }).toPromise();
      setOther(answer.data?.project?.artefact?.draft ?? undefined);
      setState((was) => ({ ...was, saving: "conflict" }));
    } else setState((was) => ({ ...was, saving: "failed" }));
    return false;
  }, [client, project, artefact.kind.key, key, language]);

  /** Saves what waits to be saved; one request at a time. Gives whether everything typed so far is on the server. */
  const save = useCallback(async (): Promise<boolean> => {
    await underway.current;
    if (latest.current.saving !== "typing" && latest.current.saving !== "failed")
      return latest.current.saving !== "conflict";
    underway.current = send();
    return underway.current;
  }, [send]);
  /** Before handing in there is a draft, also when nobody typed: the server then says which answers are missing. */
  const complete = useCallback(async (): Promise<boolean> => {
    if (!(await save())) return false;
    return latest.current.version > 0 || send();
  }, [save, send]);

  useEffect(() => {
    if (state.saving !== "typing" && state.saving !== "failed") return;
    const timer = setTimeout(save, state.saving === "typing" ? PAUSE : RETRY);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    addEventListener("online", save);
    return () => removeEventListener("online", save);
  }, [save]);

  const change = useCallback(
    (part: { answers?: Answers; files?: DraftFile[] }) =>
      setState((was) => {
        const next = { ...was, ...part, saving: was.saving === "conflict" ? was.saving : ("typing" as Saving) };
        writeKept(key, { answers: next.answers, files: next.files, base: next.version });
        return next;
      }),
    [key],
  );
  /** Ends a conflict: with the own text over the other draft, or with the other draft. */
  const settle = useCallback(
    (keepOwn: boolean) => {
      if (!other) return;
      setOther(undefined);
      if (keepOwn) return setState((was) => ({ ...was, version: other.version, saving: "typing" }));
      writeKept(key, undefined);
      setState({ answers: asAnswers(other.answers), files: [...other.files], version: other.version, saving: "saved" });
    },
    [other, key],
  );
  const forget = useCallback(() => writeKept(key, undefined), [key]);
  return { ...state, savedAt, other, change, complete, settle, forget, latest };
}
