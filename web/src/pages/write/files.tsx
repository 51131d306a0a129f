import { FileField } from "../../parts/file-field.tsx";
import { kindOfFile } from "../../parts/files.tsx";
import { listed } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import type { DraftFile, WriteArtefact } from "./documents.ts";

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
  const policy = artefact.kind.files;
  if (!policy) return null;
  const kinds = listed([...new Set(policy.mediaTypes.map((type) => kindOfFile(type, "")))], language);
  return (
    <FileField
      id="bestanden"
      label={say("web-files-add")}
      hint={say("web-files-hint", { most: policy.atMost, kinds })}
      error={error}
      place={{ project, artefact: artefact.kind.key }}
      accept={policy.mediaTypes.join(",")}
      multiple={policy.atMost > 1}
      files={files}
      onChange={onChange}
    />
  );
}
