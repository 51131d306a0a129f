import { useState } from "react";
import { Label, ProgressBar } from "react-aria-components";
import { type UploadFailure, upload } from "../../api/files.ts";
import { Bar } from "../../parts/bar.tsx";
import { kindOfFile } from "../../parts/files.tsx";
import { fileSize, listed } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { DraftFile, WriteArtefact } from "./documents.ts";

interface Underway {
  id: number;
  name: string;
  part: number;
  failure?: UploadFailure;
}

let count = 0;

function Progress({ name, part }: { name: string; part: number }) {
  const percentage = Math.round(part * 100);
  return (
    <ProgressBar value={percentage} className="upload">
      <Label>{name}</Label> <span className="soft small">{percentage}%</span>
      <Bar done={percentage} total={100} />
    </ProgressBar>
  );
}

/** The files of a draft: added with progress, taken away again, kept in the draft. */
export function FilesInput(props: {
  project: string;
  artefact: WriteArtefact;
  files: readonly DraftFile[];
  error: string | undefined;
  onChange: (change: (files: readonly DraftFile[]) => DraftFile[]) => void;
}) {
  const { project, artefact, files, error, onChange } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [underway, setUnderway] = useState<Underway[]>([]);
  const [said, setSaid] = useState("");
  const policy = artefact.kind.files;
  if (!policy) return null;

  async function add(file: File) {
    count += 1;
    const id = count;
    const put = (part: Partial<Underway>) =>
      setUnderway((list) => list.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)));
    setUnderway((list) => [...list, { id, name: file.name, part: 0 }]);
    const answer = await upload(file, { project, artefact: artefact.kind.key }, language, (part) => put({ part }));
    if ("status" in answer) return put({ failure: answer });
    setUnderway((list) => list.filter((entry) => entry.id !== id));
    onChange((before) => [
      ...before,
      { id: answer.id, name: answer.name, mediaType: answer.mediaType, size: answer.size },
    ]);
    setSaid(say("web-file-added", { name: answer.name }));
  }
  const kinds = listed([...new Set(policy.mediaTypes.map((type) => kindOfFile(type, "")))], language);
  return (
    <div className={error ? "field wrong" : "field"}>
      <label htmlFor="bestanden">{say("web-files-add")}</label>
      <span className="hint" id="bestanden-hint">
        {say("web-files-hint", { most: policy.atMost, kinds })}
      </span>
      {error && <span className="error">{error}</span>}
      <input
        id="bestanden"
        className="input"
        type="file"
        multiple={policy.atMost > 1}
        accept={policy.mediaTypes.join(",")}
        aria-describedby="bestanden-hint"
        onChange={(event) => {
          for (const file of event.target.files ?? []) add(file);
          event.target.value = "";
        }}
      />
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <span>{file.name}</span>
            <span className="soft small">
              {kindOfFile(file.mediaType, file.name)}, {fileSize(file.size, language)}
            </span>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                onChange((before) => before.filter((other) => other.id !== file.id));
                setSaid(say("web-file-removed", { name: file.name }));
                document.getElementById("bestanden")?.focus();
              }}
            >
              {say("web-file-remove")}
              <span className="hidden-visually"> {file.name}</span>
            </button>
          </li>
        ))}
        {underway.map(({ id, name, part, failure }) => (
          <li key={id}>
            {failure ? (
              <span className="error" role="alert">
                {name}: {failure.message || say(failure.status === 0 ? "error-unavailable" : "web-file-failed")}
              </span>
            ) : (
              <Progress name={name} part={part} />
            )}
          </li>
        ))}
      </ul>
      <span role="status" className="hidden-visually">
        {said}
      </span>
    </div>
  );
}
