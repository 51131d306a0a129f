import { longDate } from "../texts/dates.ts";
import { useLanguage, useSay } from "../texts/language.tsx";
import type { Told } from "./behalf-documents.ts";

/** Whose answer it is, on which day, and what shows it (law 14). */
export function BehalfTold({ of }: { of: Told }) {
  const say = useSay();
  const { language } = useLanguage();
  const { abstained, against, heldOn, inFavour, minutes, minutesFile, person, present } = of;
  const who = person.name || say("who-erased");
  return (
    <div className="small">
      <p>{say("web-entry-behalf", { who, date: longDate(heldOn, language) })}</p>
      {present.length > 0 && (
        <p>{say("web-entry-present", { people: present.map(({ name }) => name || say("who-erased")).join(", ") })}</p>
      )}
      {inFavour !== null && (
        <p>{say("web-behalf-votes", { inFavour, against: against ?? 0, abstained: abstained ?? 0 })}</p>
      )}
      {minutes && <p className="quote">{minutes}</p>}
      {minutesFile && (
        <p>
          <a href={minutesFile.url} download>
            {minutesFile.name}
          </a>
        </p>
      )}
    </div>
  );
}
