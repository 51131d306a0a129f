import { useEffect, useRef, useState } from "react";
import { Label, ProgressBar } from "react-aria-components";
import { type FilePlace, type StoredFile, type UploadFailure, upload } from "../api/files.ts";
import { fileSize } from "../texts/dates.ts";
import { useLanguage, useSay } from "../texts/language.tsx";
import { Bar } from "./bar.tsx";
import { type Common, described, Frame } from "./field.tsx";
import { kindOfFile } from "./files.tsx";

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

/** Files of a form: sent with progress as soon as they are chosen, and taken away again. */
export function FileField(
  props: Common & {
    /** What they are for; the server asks whether this person may add a file there. */
    place: FilePlace;
    /** Media types and endings; without them the server's own list holds. */
    accept?: string;
    multiple: boolean;
    files: readonly StoredFile[];
    onChange: (change: (files: readonly StoredFile[]) => StoredFile[]) => void;
  },
) {
  const { id, label, hint, error, place, accept, multiple, files, onChange } = props;
  const say = useSay();
  const { language } = useLanguage();
  const [underway, setUnderway] = useState<Underway[]>([]);
  const [said, setSaid] = useState("");
  // A file arrives later than it was chosen: by then the form may hold more than it did.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  async function add(file: File) {
    count += 1;
    const number = count;
    const put = (part: Partial<Underway>) =>
      setUnderway((list) => list.map((entry) => (entry.id === number ? { ...entry, ...part } : entry)));
    setUnderway((list) => [...list, { id: number, name: file.name, part: 0 }]);
    const answer = await upload(file, place, language, (part) => put({ part }));
    if ("status" in answer) return put({ failure: answer });
    setUnderway((list) => list.filter((entry) => entry.id !== number));
    const { id: stored, mediaType, name, size } = answer;
    latest.current((before) => [...(multiple ? before : []), { id: stored, name, mediaType, size }]);
    setSaid(say("web-file-added", { name }));
  }
  const common = { id, label, hint, error };
  return (
    <Frame {...common}>
      <input
        id={id}
        className="input"
        type="file"
        multiple={multiple}
        accept={accept}
        {...described(common)}
        onChange={(event) => {
          // What went wrong before is over when somebody chooses again.
          setUnderway((list) => list.filter((entry) => !entry.failure));
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
                document.getElementById(id)?.focus();
              }}
            >
              {say("web-file-remove")}
              <span className="hidden-visually"> {file.name}</span>
            </button>
          </li>
        ))}
        {underway.map(({ id: number, name, part, failure }) => (
          <li key={number}>
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
    </Frame>
  );
}
