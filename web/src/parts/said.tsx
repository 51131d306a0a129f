import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Notice } from "./notice.tsx";

/** That something was done. The same words twice are two messages. */
export interface Done {
  text: string;
  turn: number;
}

/** What was done last on this page, and how to say it. */
export function useSaid(first?: string): [Done | undefined, (text: string) => void] {
  const [said, setSaid] = useState<Done | undefined>(first ? { text: first, turn: 0 } : undefined);
  const tell = useCallback((text: string) => setSaid((was) => ({ text, turn: (was?.turn ?? 0) + 1 })), []);
  return [said, tell];
}

/**
 * Says at the top of a page that something was done. It takes the focus: the form that was sent is folded or gone, and who
 * cannot see the page would be left nowhere.
 */
export function Said({ said, children }: { said: Done | undefined; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const turn = said?.turn ?? 0;
  useEffect(() => {
    if (turn === 0) return;
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: "center" });
  }, [turn]);
  return (
    <div role="status" className="said" tabIndex={-1} ref={box}>
      {said && (
        <Notice tone="good">
          <p>{said.text}</p>
          {children}
        </Notice>
      )}
    </div>
  );
}
