import { Link, Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { useQuery } from "urql";
import { signOut, useSession } from "../api/session.ts";
import { hasChosen, useLanguage, useSay } from "../texts/language.tsx";
import { announceChange } from "./changes.ts";
import { useOnline } from "./connection.ts";
import { viewerQuery } from "./documents.ts";

function Brand() {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M2 3h20l-7.5 9v6L9.5 21v-9z" fill="currentColor" />
    </svg>
  );
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === "nl" ? "en" : "nl";
  function change() {
    choose(other);
    // Names of phases, documents and questions come from the server, in the language of the request.
    announceChange();
  }
  return (
    <button type="button" className="link-button" lang={other} onClick={change}>
      {other === "en" ? "English" : "Nederlands"}
    </button>
  );
}

function Navigation() {
  const say = useSay();
  const [{ data }] = useQuery({ query: viewerQuery });
  const waiting = data?.viewer.taskCounts.waitingForMe ?? 0;
  return (
    <nav aria-label={say("web-nav")}>
      <ul className="plain">
        <li>
          <Link to="/taken" activeProps={{ "aria-current": "page" }}>
            {say("web-nav-tasks")}
            {waiting > 0 && (
              <span className="count">
                {waiting}
                <span className="hidden-visually"> {say("web-nav-tasks-waiting")}</span>
              </span>
            )}
          </Link>
        </li>
        <li>
          <Link to="/projecten" activeProps={{ "aria-current": "page" }}>
            {say("web-nav-projects")}
          </Link>
        </li>
        <li>
          <Link to="/organisatie" activeProps={{ "aria-current": "page" }}>
            {say("web-nav-organisation")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function Offline() {
  const online = useOnline();
  const say = useSay();
  return (
    <div role="status">
      {!online && (
        <div className="ribbon">
          <div className="width">{say("web-offline")}</div>
        </div>
      )}
    </div>
  );
}

/** What surrounds every page. */
export function Shell() {
  const say = useSay();
  const session = useSession();
  const { choose } = useLanguage();
  const own = session?.languages?.[0];
  useEffect(() => {
    if (!own || hasChosen()) return;
    choose(own);
    announceChange();
  }, [own, choose]);
  return (
    <>
      <a className="skip button second" href="#inhoud">
        {say("web-skip")}
      </a>
      <header>
        <div className="bar">
          <div className="width">
            <Link to={session ? "/taken" : "/inloggen"} className="brand">
              <Brand /> Trechter
            </Link>
            {session && <Navigation />}
            <div className="tools">
              <LanguageSwitch />
              {session && (
                <>
                  <span className="who">{session.person.name}</span>
                  <button type="button" className="link-button" onClick={() => signOut()}>
                    {say("web-sign-out")}
                  </button>
                </>
              )}
            </div>
          </div>
        </div>
        {session?.isDemo && (
          <div className="ribbon">
            <div className="width">
              {say("web-demo")} <a href="/postvak">{say("web-mailbox")}</a>
            </div>
          </div>
        )}
        <Offline />
      </header>
      <main id="inhoud" className="width" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="width foot">
        {session
          ? say("web-foot", { organisation: session.organisation.name, person: session.person.name })
          : "Trechter"}
      </footer>
    </>
  );
}
