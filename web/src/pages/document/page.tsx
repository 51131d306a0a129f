import { createLazyRoute, Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { useSession } from "../../api/session.ts";
import { useChanges } from "../../app/changes.ts";
import { Heading } from "../../app/heading.tsx";
import { NextTask } from "../../parts/next-task.tsx";
import { Notice } from "../../parts/notice.tsx";
import { ProjectCrumbs } from "../../parts/project-crumbs.tsx";
import { Said, useSaid } from "../../parts/said.tsx";
import { Empty, Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { listed, longDate } from "../../texts/dates.ts";
import { useLanguage, useSay } from "../../texts/language.tsx";
import { Compare, EarlierRevision } from "./compare.tsx";
import { RestingCriteria } from "./criteria.tsx";
import { type Artefact, type DocumentProject, documentQuery } from "./documents.ts";
import { ReviewBox } from "./review.tsx";
import { RevisionView } from "./revision.tsx";
import { Reviews, Versions } from "./versions.tsx";

/** The version that the address asks for: the current one, an earlier one, or two side by side. */
function Shown({ project, artefact }: { project: DocumentProject; artefact: Artefact }) {
  const say = useSay();
  const { versie, vergelijk } = route.useSearch();
  const { current } = artefact;
  if (!current) {
    return (
      <section className="card main">
        <Empty>{say("web-no-version")}</Empty>
      </section>
    );
  }
  const newer = versie ?? current.number;
  if (vergelijk) return <Compare project={project.id} artefact={artefact} older={vergelijk} newer={newer} />;
  if (newer !== current.number) return <EarlierRevision project={project.id} artefact={artefact} number={newer} />;
  return (
    <RevisionView
      artefact={artefact}
      revision={current}
      title={say("web-version-current", { number: current.number })}
    />
  );
}

function WriteLink({ project, artefact }: { project: string; artefact: Artefact }) {
  const say = useSay();
  if (!artefact.viewerCanSubmit) return null;
  const text = artefact.draft ? "web-write-on" : artefact.current ? "web-write-next" : "web-write-first";
  return (
    <p>
      <Link
        className={artefact.viewerCanReviewFor.length > 0 ? "button second" : "button"}
        to="/projecten/$project/documenten/$artefact/schrijven"
        params={{ project, artefact: artefact.kind.key }}
      >
        {say(text)}
      </Link>
    </p>
  );
}

/** Who wrote a version does not review it (law 5): said before somebody looks for the button. */
function OwnWork({ artefact }: { artefact: Artefact }) {
  const say = useSay();
  const { language } = useLanguage();
  const session = useSession();
  const { current, kind, reviews } = artefact;
  const own = current?.authors.some((author) => author.id === session?.person.id);
  const open = kind.reviewedBy.filter(
    ({ key }) => !reviews.some((review) => review.party.key === key && !review.stale),
  );
  if (!own || open.length === 0) return null;
  const parties = listed(
    open.map((party) => party.name),
    language,
  );
  return (
    <Notice>
      <p>{say("web-own-work", { parties })}</p>
    </Notice>
  );
}

/**
 * The parties for which the viewer may review and that did not answer on this version, or are asked again because
 * something changed in use (law 12); the others stay behind a fold.
 */
function askedToReview(artefact: Artefact, asked: (party: string) => boolean) {
  const answered = (key: string) =>
    !asked(key) && artefact.reviews.some((review) => review.party.key === key && !review.stale);
  return [...artefact.viewerCanReviewFor].map((party) => ({ ...party, answered: answered(party.key) }));
}

const ReviewBehalf = lazy(() => import("../../parts/behalf.tsx").then((part) => ({ default: part.ReviewBehalf })));

/** Reviews that somebody of the party gave elsewhere, to enter here (law 14). */
function Recording({ project, artefact, say }: { project: string; artefact: Artefact; say: (said: string) => void }) {
  const text = useSay();
  const { current, kind, viewerCanRecordFor } = artefact;
  if (!current) return null;
  return viewerCanRecordFor.map((party) => (
    <details key={party.key} className="card">
      <summary>{text("web-behalf-review", { party: party.name })}</summary>
      <Suspense fallback={null}>
        <ReviewBehalf
          project={project}
          artefact={{ key: kind.key, hash: current.hash, number: current.number }}
          party={party}
          onDone={() => say(text("web-behalf-done", { party: party.name }))}
        />
      </Suspense>
    </details>
  ));
}

function DocumentView({ project, artefact }: { project: DocumentProject; artefact: Artefact }) {
  const say = useSay();
  const { language } = useLanguage();
  const { versie, vergelijk, ingediend } = route.useSearch();
  const [said, tell] = useSaid();
  const { current, kind } = artefact;
  const asked = (party: string) =>
    project.tasks.some(
      (task) => task.kind === "REVIEW" && task.artefact?.key === kind.key && task.party?.key === party,
    );
  const reviewing = askedToReview(artefact, asked);
  const old = versie !== undefined && current !== null && versie !== current.number;
  return (
    <>
      <ProjectCrumbs project={project} />
      <Heading title={kind.name} />
      <p className="lead">{kind.help}</p>
      <div role="status">
        {ingediend !== undefined && current && (
          <Notice tone="good">
            <p>
              <strong>{say("web-submitted-now", { number: ingediend })}</strong>
            </p>
            {kind.reviewedBy.length > 0 && (
              <p>
                {say("web-submitted-next", {
                  parties: kind.reviewedBy.map((party) => party.name).join(", "),
                  date: longDate(current.reviewDue, language),
                })}
              </p>
            )}
          </Notice>
        )}
      </div>
      <Said said={said}>
        <p>
          <NextTask />
        </p>
      </Said>
      {(old || vergelijk) && (
        <p>
          <Link to="/projecten/$project/documenten/$artefact" params={{ project: project.id, artefact: kind.key }}>
            {say("web-to-current")}
          </Link>
        </p>
      )}
      <WriteLink project={project.id} artefact={artefact} />
      <OwnWork artefact={artefact} />
      <div className={reviewing.length > 0 ? "split" : ""}>
        <Shown project={project} artefact={artefact} />
        {reviewing.length > 0 && (
          <div className="aside">
            {reviewing.map((party) => {
              const box = (
                <ReviewBox
                  key={party.key}
                  project={project.id}
                  artefact={artefact}
                  party={party}
                  onDone={(verdict) => tell(say(`web-reviewed-${verdict.toLowerCase()}`, { party: party.name }))}
                />
              );
              if (!party.answered) return box;
              return (
                <details key={party.key}>
                  <summary>{say("web-review-again", { party: party.name })}</summary>
                  {box}
                </details>
              );
            })}
          </div>
        )}
        {project.readiness && (
          <RestingCriteria
            project={project.id}
            artefact={artefact}
            round={project.readiness.round}
            checks={project.readiness.checks}
          />
        )}
        <div className="main">
          <Recording key={said?.turn ?? 0} project={project.id} artefact={artefact} say={tell} />
        </div>
        <Reviews artefact={artefact} asked={asked} />
        <Versions project={project.id} artefact={artefact} />
      </div>
    </>
  );
}

function DocumentPage() {
  const { project: id, artefact } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: documentQuery, variables: { project: id, artefact } });
  const again = () => refetch({ requestPolicy: "network-only" });
  useChanges(again, id);
  const project = data?.project;
  if (project?.artefact) return <DocumentView project={project} artefact={project.artefact} />;
  if (data) return <NotFound />;
  return error ? <Failed again={again} /> : <Waiting />;
}

export const route = createLazyRoute("/inside/projecten/$project/documenten/$artefact")({ component: DocumentPage });
