import { Paperclip } from "lucide-react";
import { fileSize } from "../texts/dates.ts";
import { useLanguage } from "../texts/language.tsx";

const office: Record<string, string> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
  "application/vnd.oasis.opendocument.text": "ODT",
  "application/vnd.oasis.opendocument.spreadsheet": "ODS",
  "image/jpeg": "JPG",
  "text/plain": "TXT",
};

/** `application/pdf` becomes `PDF`. */
export function kindOfFile(mediaType: string, name: string): string {
  const known = office[mediaType];
  if (known) return known;
  const ending = name.includes(".")
    ? name.slice(name.lastIndexOf(".") + 1)
    : mediaType.slice(mediaType.indexOf("/") + 1);
  return ending.toUpperCase();
}

/** Files to fetch. The server gives them as downloads, never to show in the page. */
export function Files({
  files,
}: {
  files: readonly { id: string; name: string; mediaType: string; size: number; url: string }[];
}) {
  const { language } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <Paperclip className="icon" aria-hidden />
          <a href={file.url} download>
            {file.name}
          </a>
          <span className="soft small">
            {kindOfFile(file.mediaType, file.name)}, {fileSize(file.size, language)}
          </span>
        </li>
      ))}
    </ul>
  );
}
