import type { ReactNode } from "react";
import { useSay } from "../texts/language.tsx";

/** The way back: one link per level above this page. */
export function Crumbs({ children }: { children: ReactNode[] }) {
  const say = useSay();
  return (
    <nav className="crumbs" aria-label={say("web-crumbs")}>
      <ol className="plain">
        {children.map((child, index) => (
          // The levels of a page never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          <li key={index}>{child}</li>
        ))}
      </ol>
    </nav>
  );
}
