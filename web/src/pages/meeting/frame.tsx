import { longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { presentOf, speakerOf } from "./plan.ts";
import type { Shared } from "./typed.ts";
import { namesOf } from "./words.ts";

/** Whether the viewer enters decisions for the body; whoever decides as one of it speaks for nobody else. */
export function entersFor({ items, meeting }: Shared): boolean {
  const listed = items.some(({ project }) => project.readiness?.viewerCanRecordDecision);
  return listed || Object.values(meeting.items).some(({ chosen }) => chosen?.enters);
}

/** What stays as it is once a decision of the meeting was recorded: the day and who was there. */
export function FrameSaid({ shared }: { shared: Shared }) {
  const { meeting, members } = shared;
  const say = useSay();
  const { language } = useLanguage();
  const present = presentOf(meeting, members);
  const speaker = members.find(({ person }) => person.id === speakerOf(meeting, members));
  const rows: [string, string][] = [
    [say("web-meeting-day"), meeting.date && longDate(meeting.date, language)],
    [say("web-meeting-present"), namesOf(present, say, language)],
    ...(entersFor(shared) ? [[say("web-meeting-speaker"), speaker?.person.name ?? ""] as [string, string]] : []),
    [say("web-meeting-minutes"), meeting.file?.name ?? meeting.minutes],
  ];
  return (
    <dl className="check-list">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="typed">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
