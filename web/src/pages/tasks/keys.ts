import { type RefObject, useCallback, useEffect, useState } from "react";

const KEPT = "trechter.keys";

/** `j` and `k` walk along the links of the list; they can be switched off (WCAG 2.1.4). */
export function useListKeys(list: RefObject<HTMLElement | null>) {
  const [on, setOn] = useState(() => localStorage.getItem(KEPT) !== "off");

  useEffect(() => {
    if (!on) return;
    function press(event: KeyboardEvent) {
      if (event.key !== "j" && event.key !== "k") return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).matches("input, textarea, select, [contenteditable]")) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>("a.whole") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = event.key === "j" ? Math.min(at + 1, links.length - 1) : Math.max(at - 1, 0);
      links[next]?.focus();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on, list]);

  const toggle = useCallback(() => {
    setOn((was) => {
      localStorage.setItem(KEPT, was ? "off" : "on");
      return !was;
    });
  }, []);
  return { on, toggle };
}
