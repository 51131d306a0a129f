import { FluentBundle, FluentResource } from "@fluent/bundle";
import { LocalizationProvider, ReactLocalization, useLocalization } from "@fluent/react";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";
import { type Language, load, loadLater } from "./files.ts";

const KEPT = "trechter.language";

/** The language that was chosen on this device; Dutch when none was. */
export function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEPT) === "en" ? "en" : "nl";
  } catch {
    return "nl";
  }
}

/** Whether somebody chose a language on this device. */
export function hasChosen(): boolean {
  try {
    return localStorage.getItem(KEPT) !== null;
  } catch {
    return true;
  }
}

/** The bundle of one language. Names that people typed need no isolation marks: bidi controls are refused at input. */
export function bundle(language: Language, ...sources: string[]): FluentBundle {
  const made = new FluentBundle(language === "nl" ? "nl-NL" : "en-GB", { useIsolating: false });
  for (const source of sources) made.addResource(new FluentResource(source));
  return made;
}

interface Choice {
  language: Language;
  choose: (language: Language) => void;
}

const Chosen = createContext<Choice>({ language: "nl", choose: () => {} });

/** The language of the screens and the way to choose another. */
export function useLanguage(): Choice {
  return use(Chosen);
}

/** Gives the screens their texts; shows nothing until the first language is there. */
export function Texts({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(keptLanguage);
  const [localization, setLocalization] = useState<ReactLocalization>();

  useEffect(() => {
    let stale = false;
    async function speak() {
      const screens = await load(language);
      if (stale) return;
      document.documentElement.lang = language;
      setLocalization(new ReactLocalization([bundle(language, screens)]));
      const later = await loadLater(language);
      if (!stale) setLocalization(new ReactLocalization([bundle(language, screens, later)]));
    }
    speak();
    return () => {
      stale = true;
    };
  }, [language]);

  const choose = useCallback((next: Language) => {
    try {
      localStorage.setItem(KEPT, next);
    } catch {
      // A private window may refuse to keep it; the choice then lasts until it closes.
    }
    setLanguage(next);
  }, []);

  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  if (!localization) return null;
  return (
    <Chosen value={choice}>
      <LocalizationProvider l10n={localization}>{children}</LocalizationProvider>
    </Chosen>
  );
}

/** What a text may be filled with. */
export type Args = Record<string, string | number>;
export type Say = (id: string, args?: Args) => string;

/** A function that gives a text by its id. `texts.mjs` checks that every id exists in both languages. */
export function useSay(): Say {
  const { l10n } = useLocalization();
  // What is said later on may still be on its way; a name of a text is nothing to read.
  return useCallback((id, args) => (l10n.getBundle(id) ? l10n.getString(id, args ?? null) : ""), [l10n]);
}
