import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { findSession } from "../api/session.ts";
import { Failed, NotFound, Waiting } from "../parts/states.tsx";
import { loadLater } from "../texts/files.ts";
import { keptLanguage } from "../texts/language.tsx";
import { awaitHeading, pageArrived } from "./heading.tsx";
import { Shell } from "./shell.tsx";

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
/** The lists of projects that no longer run. */
const ended = ["gestopt", "uit-gebruik"] as const;
const number = (value: unknown) => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined);
/** Leaves out what is not there, so that addresses stay short. */
function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** A page beyond the first: it shows when everything that it says is there. */
const withTexts =
  <Route,>(page: () => Promise<{ route: Route }>) =>
  () =>
    Promise.all([page(), loadLater(keptLanguage())]).then(([{ route }]) => route);

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Failed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/inloggen",
  validateSearch: (search: Record<string, unknown>) => present({ naar: text(search.naar) }),
}).lazy(() => import("../pages/sign-in/page.tsx").then((page) => page.route));

const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ location }) => {
    if (!(await findSession())) throw redirect({ to: "/inloggen", search: { naar: location.href } });
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/taken" });
  },
});

const tasks = createRoute({
  getParentRoute: () => inside,
  path: "/taken",
  validateSearch: (search: Record<string, unknown>) =>
    present({ lijst: search.lijst === "anderen" ? ("anderen" as const) : undefined }),
}).lazy(() => import("../pages/tasks/page.tsx").then((page) => page.route));

const projects = createRoute({
  getParentRoute: () => inside,
  path: "/projecten",
  validateSearch: (search: Record<string, unknown>) =>
    present({
      toon: ended.find((list) => list === search.toon),
      fase: text(search.fase),
      wacht: text(search.wacht),
      laat: search.laat === true ? true : undefined,
    }),
}).lazy(withTexts(() => import("../pages/projects/page.tsx")));

const newProject = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/nieuw",
}).lazy(withTexts(() => import("../pages/new-project/page.tsx")));

const bringIn = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/inbrengen",
}).lazy(withTexts(() => import("../pages/bring-in/page.tsx")));

const bringInFile = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/inbrengen/bestand",
}).lazy(withTexts(() => import("../pages/bring-in/file.tsx")));

const organisation = createRoute({
  getParentRoute: () => inside,
  path: "/organisatie",
}).lazy(withTexts(() => import("../pages/organisation/page.tsx")));

const bringInSuppliers = createRoute({
  getParentRoute: () => inside,
  path: "/organisatie/inbrengen",
}).lazy(withTexts(() => import("../pages/bring-in/suppliers.tsx")));

const ownAdvice = createRoute({
  getParentRoute: () => inside,
  path: "/organisatie/advies/$number",
}).lazy(withTexts(() => import("../pages/organisation/consultation-page.tsx")));

const project = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project",
}).lazy(withTexts(() => import("../pages/project/page.tsx")));

const steer = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/bijsturen",
}).lazy(withTexts(() => import("../pages/steer/page.tsx")));

const ask = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/advies/vragen",
  validateSearch: (search: Record<string, unknown>) => present({ soort: text(search.soort) }),
}).lazy(withTexts(() => import("../pages/consultation/ask.tsx")));

const volunteer = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/advies/zelf",
  validateSearch: (search: Record<string, unknown>) => present({ raad: text(search.raad) }),
}).lazy(withTexts(() => import("../pages/consultation/volunteer.tsx")));

const consultation = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/advies/$number",
  validateSearch: (search: Record<string, unknown>) =>
    present({ gevraagd: search.gevraagd === true ? true : undefined }),
}).lazy(withTexts(() => import("../pages/consultation/page.tsx")));

const use = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/gebruik",
}).lazy(withTexts(() => import("../pages/use/page.tsx")));

const document = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/documenten/$artefact",
  validateSearch: (search: Record<string, unknown>) =>
    present({
      versie: number(search.versie),
      vergelijk: number(search.vergelijk),
      ingediend: number(search.ingediend),
    }),
}).lazy(withTexts(() => import("../pages/document/page.tsx")));

const write = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/documenten/$artefact/schrijven",
}).lazy(withTexts(() => import("../pages/write/page.tsx")));

const criterion = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/voorwaarden/$criterion",
  validateSearch: (search: Record<string, unknown>) => present({ partij: text(search.partij) }),
}).lazy(withTexts(() => import("../pages/criterion/page.tsx")));

const confirm = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/bevestigen",
  validateSearch: (search: Record<string, unknown>) => present({ partij: text(search.partij) }),
}).lazy(withTexts(() => import("../pages/confirm/page.tsx")));

/** The steps of a meeting: its agenda, what was decided (of all, or of one item), and the last look. */
const steps = ["vastleggen", "controle"] as const;

const meeting = createRoute({
  getParentRoute: () => inside,
  path: "/vergadering",
  validateSearch: (search: Record<string, unknown>) =>
    present({
      orgaan: text(search.orgaan),
      stap: steps.find((step) => step === search.stap),
      punt: text(search.punt),
    }),
}).lazy(withTexts(() => import("../pages/meeting/page.tsx")));

const pack = createRoute({
  getParentRoute: () => inside,
  path: "/vergadering/stukken",
  validateSearch: (search: Record<string, unknown>) => present({ orgaan: text(search.orgaan) }),
}).lazy(withTexts(() => import("../pages/meeting/pack.tsx")));

const decision = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/besluit",
  validateSearch: (search: Record<string, unknown>) =>
    present({ stap: search.stap === "controle" ? ("controle" as const) : undefined }),
}).lazy(withTexts(() => import("../pages/decision/page.tsx")));

const receipt = createRoute({
  getParentRoute: () => inside,
  path: "/projecten/$project/besluit/$reference",
}).lazy(withTexts(() => import("../pages/decision/receipt.tsx")));

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    inside.addChildren([
      home,
      tasks,
      projects,
      newProject,
      bringIn,
      bringInFile,
      organisation,
      bringInSuppliers,
      ownAdvice,
      project,
      steer,
      ask,
      volunteer,
      consultation,
      use,
      document,
      write,
      criterion,
      confirm,
      decision,
      receipt,
      meeting,
      pack,
    ]),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  scrollRestoration: true,
});

router.subscribe("onBeforeLoad", ({ hrefChanged, hashChanged, fromLocation, toLocation }) => {
  const onlyHash = hashChanged && fromLocation?.href.split("#")[0] === toLocation.href.split("#")[0];
  if (hrefChanged && fromLocation && !onlyHash) awaitHeading();
});
router.subscribe("onRendered", pageArrived);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
