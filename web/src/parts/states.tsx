import { Link, useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Heading } from "../app/heading.tsx";
import { useSay } from "../texts/language.tsx";

/** Something is on its way. It shows after a moment only, so that quick answers do not flicker. */
export function Waiting() {
  const say = useSay();
  return (
    <p className="loading" role="status">
      {say("web-loading")}
    </p>
  );
}

/** Not there, or not for this person: the server does not say which. */
export function NotFound() {
  const say = useSay();
  return (
    <>
      <Heading title={say("web-not-found")} />
      <p>{say("error-not-found")}</p>
      <p>
        <Link to="/taken">{say("web-to-tasks")}</Link>
      </p>
    </>
  );
}

/** Reading did not work. Offers the one thing that helps. */
export function Failed({ again }: { again?: () => void }) {
  const say = useSay();
  const router = useRouter();
  return (
    <div role="alert">
      <Heading title={say("web-failed")} />
      <p>{say("error-unavailable")}</p>
      <p className="buttons">
        <button type="button" className="button" onClick={again ?? (() => router.invalidate())}>
          {say("web-again")}
        </button>
      </p>
    </div>
  );
}

/** Nothing here, said in words. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="soft">{children}</p>;
}
