import { Paperclip } from "lucide-react";
import { fileSize } from "../texts/dates.ts";
import { useLanguage } from "../texts/language.tsx";

/** `application/pdf` becomes `PDF`. */
export const kindOfFile = (mediaType: string, name: string) =>
  (name.includes(".") ? name.slice(name.lastIndexOf(".") + 1) : (mediaType.split("/")[1] ?? mediaType)).toUpperCase();

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
