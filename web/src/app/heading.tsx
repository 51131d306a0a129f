import { type ReactNode, useEffect, useRef } from "react";
import { useSay } from "../texts/language.tsx";

// Set at each change of page, used up by the first heading that shows: a refresh of the same page takes no focus.
let awaited = false;
// While the next page is on its way, the page that is left may still change: it is not the one that is awaited.
let underway = false;
let shown: HTMLHeadingElement | null = null;

/** The page changed; its heading takes the focus once it is there. */
export function awaitHeading() {
  awaited = true;
  underway = true;
}

/** The page that was on its way is there. */
export function pageArrived() {
  underway = false;
  focusHeading();
}

/** Nothing is taken from somebody who is already typing on the new page, or who went to a part of it. */
function elsewhere(): boolean {
  return location.hash !== "" || (document.activeElement?.matches("input, textarea, select") ?? false);
}

/** Gives the focus to the heading that is shown, when a page was awaited. */
function focusHeading() {
  if (!awaited || underway || !shown) return;
  awaited = false;
  if (!elsewhere()) shown.focus();
}

/** The title of a page: the `h1`, the title of the window, and the place of the focus after a change of page. */
export function Heading({ title, children }: { title: string; children?: ReactNode }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say("web-window-title", { title });
  }, [say, title]);
  useEffect(() => {
    shown = heading.current;
    focusHeading();
    return () => {
      shown = null;
    };
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
