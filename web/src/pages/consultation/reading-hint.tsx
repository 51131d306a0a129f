import { Notice } from "../../parts/notice.tsx";
import { listed } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { reading, readsWell } from "./readable.ts";

/** Whether most people can read the text, in plain words. It helps; it refuses nothing. */
export function ReadingHint({ text }: { text: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const read = reading(text);
  if (read.words < 10) return null;
  return (
    <Notice tone={readsWell(read) ? "good" : "warn"}>
      <p>{say(readsWell(read) ? "web-reading-good" : "web-reading-hard", { average: read.average })}</p>
      {read.longest && <p>{say("web-reading-longest", { sentence: read.longest })}</p>}
      {read.long.length > 0 && <p>{say("web-reading-words", { words: listed(read.long, language) })}</p>}
    </Notice>
  );
}
