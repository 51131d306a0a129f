import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useId, useRef } from "react";

/** One open point: a field on this page (`field`), or a place elsewhere (`place`). */
export interface Point {
  text: string;
  field?: string;
  place?: LinkProps;
}

/** Puts the focus in the field with this id, or in the first input inside it. */
export function focusField(id: string) {
  const place = document.getElementById(id);
  const inputs = "input, select, textarea, button, a[href]";
  const target = place?.matches(inputs) ? place : (place?.querySelector<HTMLElement>(inputs) ?? place);
  target?.focus();
  target?.scrollIntoView({ block: "center" });
}

/** The text of a point, as a link to its place. */
export function PointLink({ point }: { point: Point }) {
  const { field, place, text } = point;
  if (place) return <Link {...place}>{text}</Link>;
  if (!field) return text;
  return (
    <a
      href={`#${field}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(field);
      }}
    >
      {text}
    </a>
  );
}

/** What is wrong, at the top of the form. It takes the focus each time that somebody presses the button (`turn`). */
export function Summary(props: { title: string; points?: readonly Point[]; turn?: unknown; children?: ReactNode }) {
  const { title, points = [], turn, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is what says that the button was pressed again
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, [turn]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={`${point.text}${point.field ?? ""}`}>
              <PointLink point={point} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
