import { Check, CircleSlash, Clock, FilePen, History, Hourglass, Lock, type LucideIcon, Pencil } from "lucide-react";
import { useSay } from "../texts/language.tsx";

const icons: Record<string, LucideIcon> = {
  done: Check,
  waiting: Clock,
  adjust: Pencil,
  to_do: FilePen,
  not_yet: Lock,
  stale: History,
  expired: Hourglass,
  waived: CircleSlash,
  late: Clock,
};

const lower = (state: string) => state.toLowerCase();

/** The round mark at the start of a row; the word beside it says the same. */
export function Mark({ state }: { state: string }) {
  const Icon = icons[lower(state)] ?? Clock;
  return (
    <span className={`mark ${lower(state)}`} aria-hidden>
      <Icon className="icon" />
    </span>
  );
}

/** How a point stands, as icon, word and colour. */
export function StatusWord(props: { state: string; criterion?: boolean; word?: string }) {
  const { state, criterion = false, word } = props;
  const say = useSay();
  const name = lower(state);
  const Icon = icons[name] ?? Clock;
  return (
    <span className={`status ${name}`}>
      <Icon className="icon" aria-hidden />
      {word ?? say(criterion && name === "done" ? "state-done-criterion" : `state-${name}`)}
    </span>
  );
}
