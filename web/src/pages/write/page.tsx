import { createLazyRoute, Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { Heading } from "../../app/heading.tsx";
import { Crumbs } from "../../parts/crumbs.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Failed, NotFound, Waiting } from "../../parts/states.tsx";
import { useSay } from "../../texts/language.tsx";
import { type WriteArtefact, type WriteProject, writeQuery } from "./documents.ts";
import { Writing } from "./writing.tsx";

function Head({ project, artefact }: { project: WriteProject; artefact: WriteArtefact }) {
  const say = useSay();
  const params = { project: project.id, artefact: artefact.kind.key };
  const number = (artefact.current?.number ?? 0) + 1;
  return (
    <>
      <Crumbs>
        {[
          <Link key="projects" to="/projecten">
            {say("web-nav-projects")}
          </Link>,
          <Link key="project" to="/projecten/$project" params={params}>
            {project.title}
          </Link>,
          <Link key="document" to="/projecten/$project/documenten/$artefact" params={params}>
            {artefact.kind.name}
          </Link>,
        ]}
      </Crumbs>
      <Heading title={say("web-write-title", { name: artefact.kind.name, number })} />
      <p className="lead">{artefact.kind.help}</p>
    </>
  );
}

/** What reviewers asked to change; it stands above the form that answers it. */
function Asked({ artefact }: { artefact: WriteArtefact }) {
  const say = useSay();
  const asked = artefact.reviews.filter((review) => review.verdict === "REQUEST_CHANGES" && !review.stale);
  return asked.map((review) => (
    <Notice key={review.party.key} tone="warn">
      <p>
        <strong>{say("web-asked-change", { party: review.party.name })}</strong>
      </p>
      <p className="typed">{review.note}</p>
    </Notice>
  ));
}

function WritePage() {
  const say = useSay();
  const { project: id, artefact: key } = route.useParams();
  const [{ data, error }, refetch] = useQuery({
    query: writeQuery,
    variables: { project: id, artefact: key },
    requestPolicy: "network-only",
  });
  if (!data) return error ? <Failed again={() => refetch({ requestPolicy: "network-only" })} /> : <Waiting />;
  const { project } = data;
  const artefact = project?.artefact;
  if (!project || !artefact) return <NotFound />;
  return (
    <div className="reading">
      <Head project={project} artefact={artefact} />
      <Asked artefact={artefact} />
      {artefact.viewerCanSubmit ? (
        <Writing project={project} artefact={artefact} />
      ) : (
        <Notice>{say("web-write-others")}</Notice>
      )}
    </div>
  );
}

export const route = createLazyRoute("/inside/projecten/$project/documenten/$artefact/schrijven")({
  component: WritePage,
});
