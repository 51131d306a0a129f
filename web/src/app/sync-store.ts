import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";

export { useSyncExternalStore };

/**
 * A part of a store that changes outside React, kept while `isEqual` calls it the same. Stands in for the package
 * `use-sync-external-store`, which carries a copy of the hook for versions of React that lack it.
 */
export function useSyncExternalStoreWithSelector<Snapshot, Selection>(
  subscribe: (changed: () => void) => () => void,
  getSnapshot: () => Snapshot,
  _getServerSnapshot: unknown,
  selector: (snapshot: Snapshot) => Selection,
  isEqual: (left: Selection, right: Selection) => boolean = Object.is,
): Selection {
  const kept = useRef<{ selection: Selection } | null>(null);
  const getSelection = useMemo(() => {
    let last: { snapshot: Snapshot; selection: Selection } | undefined;
    return () => {
      const snapshot = getSnapshot();
      if (last && Object.is(last.snapshot, snapshot)) return last.selection;
      const earlier = last ?? kept.current;
      const selected = selector(snapshot);
      const selection = earlier && isEqual(earlier.selection, selected) ? earlier.selection : selected;
      last = { snapshot, selection };
      return selection;
    };
  }, [getSnapshot, selector, isEqual]);
  const selection = useSyncExternalStore(subscribe, getSelection);
  useEffect(() => {
    kept.current = { selection };
  }, [selection]);
  return selection;
}
