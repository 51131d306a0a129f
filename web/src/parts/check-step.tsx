import { type ReactNode, useEffect, useRef } from "react";
import { useSay } from "../texts/language.tsx";

/** The last look before a formal act: what will be recorded, the way back, and a button that names the act. */
export function CheckStep(props: {
  title: string;
  lead?: string;
  /** Set on a page where no other heading stands above it. */
  top?: boolean;
  rows: readonly (readonly [string, ReactNode])[];
  button: string;
  busy: boolean;
  onSend: () => void;
  onBack: () => void;
  children?: ReactNode;
}) {
  const { title, lead, top, rows, button, busy, onSend, onBack, children } = props;
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const Title = top ? "h2" : "h3";
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div className="check-step">
      {children}
      <Title ref={heading} tabIndex={-1}>
        {title}
      </Title>
      {lead && <p className="soft">{lead}</p>}
      <dl className="check-list">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="typed">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="buttons">
        <button type="button" className="button" aria-busy={busy} onClick={onSend}>
          {busy ? say("web-busy") : button}
        </button>
        <button type="button" className="button second" onClick={onBack}>
          {say("web-change")}
        </button>
      </p>
    </div>
  );
}
