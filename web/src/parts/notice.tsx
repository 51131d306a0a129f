import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const icons = { info: Info, warn: TriangleAlert, good: CircleCheck, bad: CircleAlert };

/** A message in the page. It is read out only where `announce` says so. */
export function Notice(props: { tone?: keyof typeof icons; announce?: boolean; children: ReactNode }) {
  const { tone = "info", announce = false, children } = props;
  const Icon = icons[tone];
  return (
    <div className={`notice ${tone}`} role={announce ? "status" : undefined}>
      <Icon className="icon" aria-hidden />
      <div>{children}</div>
    </div>
  );
}
