import { createLazyRoute, useNavigate, useRouter } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { type SignInFailure, signIn } from "../../api/session.ts";
import { Heading } from "../../app/heading.tsx";
import { Line } from "../../parts/field.tsx";
import { type Point, Summary } from "../../parts/summary.tsx";
import { useSay } from "../../texts/language.tsx";
import { placeAfter } from "./place.ts";

const failures: Record<SignInFailure, string> = {
  refused: "error-sign-in-failed",
  "too-often": "error-rate-limited",
  unavailable: "error-unavailable",
};

function SignIn() {
  const say = useSay();
  const navigate = useNavigate();
  const router = useRouter();
  const { naar } = route.useSearch();
  const [problem, setProblem] = useState<{ failure?: SignInFailure; points: Point[] }>();
  const [busy, setBusy] = useState(false);
  const [turn, setTurn] = useState(0);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    const points: Point[] = [];
    if (!email) points.push({ text: say("web-sign-in-email-missing"), field: "email" });
    if (!password) points.push({ text: say("web-sign-in-password-missing"), field: "password" });
    setTurn(turn + 1);
    if (points.length > 0) return setProblem({ points });
    setBusy(true);
    const failure = await signIn(email, password);
    setBusy(false);
    if (failure) return setProblem({ failure, points: [] });
    await router.invalidate();
    await navigate({ href: placeAfter(naar) });
  }

  const error = (field: string) => problem?.points.find((point) => point.field === field)?.text;
  return (
    <div className="narrow">
      {problem && (
        <Summary title={say("web-problem")} points={problem.points} turn={turn}>
          {problem.failure && <p>{say(failures[problem.failure])}</p>}
        </Summary>
      )}
      <Heading title={say("web-sign-in")} />
      <form onSubmit={submit} noValidate>
        <Line
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          label={say("web-sign-in-email")}
          error={error("email")}
        />
        <Line
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          label={say("web-sign-in-password")}
          error={error("password")}
        />
        <button type="submit" className="button" aria-busy={busy}>
          {say(busy ? "web-busy" : "web-sign-in")}
        </button>
      </form>
    </div>
  );
}

export const route = createLazyRoute("/inloggen")({ component: SignIn });
