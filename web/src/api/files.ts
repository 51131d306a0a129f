import { keptLanguage } from "../texts/language.tsx";

/** A file as the server keeps it. */
export interface StoredFile {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

/** What a file is for: a document, evidence of the organisation, or what shows an answer recorded for somebody. */
export type FilePlace =
  | { project: string; artefact: string }
  | { evidence: string; supplier?: string }
  | { record: string };

/** What the server said when it did not take a file. */
export interface UploadFailure {
  /** 0 when there was no connection. */
  status: number;
  message: string;
}

/** Gives minutes that came in for one project to another one: a meeting has one file for all its decisions. */
export async function copyMinutes(file: string, project: string): Promise<StoredFile | UploadFailure> {
  const language = keptLanguage();
  try {
    const answer = await fetch(`/files?${new URLSearchParams({ record: project, copy: file })}`, { method: "POST" });
    const said = await answer.json();
    if (answer.ok) return said as StoredFile;
    const message = said?.error?.message?.[language];
    return { status: answer.status, message: typeof message === "string" ? message : "" };
  } catch {
    return { status: 0, message: "" };
  }
}

/** Sends one file with its progress (0 to 1). XHR, because fetch tells no upload progress. */
export function upload(
  file: File,
  place: FilePlace,
  language: "nl" | "en",
  onProgress: (part: number) => void,
): Promise<StoredFile | UploadFailure> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/files?${new URLSearchParams({ ...place })}`);
    request.responseType = "json";
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => resolve({ status: 0, message: "" });
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(request.response as StoredFile);
      const message = request.response?.error?.message?.[language];
      resolve({ status: request.status, message: typeof message === "string" ? message : "" });
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}
