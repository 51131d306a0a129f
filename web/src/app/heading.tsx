import { type ReactNode, useEffect, useRef } from "react";
import { useSay } from "../texts/language.tsx";

// Set at each change of page, used up by the first heading that shows: a refresh of the same page takes no focus.
let awaited = false;

/** The page changed; its heading takes the focus once it is there. */
export function awaitHeading() {
  awaited = true;
}

/** Nothing is taken from somebody who is already typing on the new page. */
function typing(): boolean {
  return document.activeElement?.matches("input, textarea, select") ?? false;
}

/** The title of a page: the `h1`, the title of the window, and the place of the focus after a change of page. */
export function Heading({ title, children }: { title: string; children?: ReactNode }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say("web-window-title", { title });
  }, [say, title]);
  useEffect(() => {
    if (!awaited) return;
    awaited = false;
    if (location.hash === "" && !typing()) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
