import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { ActForm } from "../../parts/act-form.tsx";
import { many } from "../../parts/asking.ts";
import { Said, useSaid } from "../../parts/said.tsx";
import { useSay } from "../../texts/language.tsx";
import { nameSuppliers, type Project, suppliersQuery } from "./documents.ts";

/** Who supplies what the project brings in: criteria rest on their certificates too. */
export default function Suppliers({ project }: { project: Project }) {
  const say = useSay();
  const [said, tell] = useSaid();
  const [{ data }] = useQuery({ query: suppliersQuery });
  const can = project.viewerCan.includes("NAME_SUPPLIERS");
  if (project.suppliers.length === 0 && !can) return null;
  const known = data?.organisation.suppliers ?? [];
  const name = (key: string) => known.find((one) => one.key === key)?.name ?? key;
  return (
    <section className="card main" aria-labelledby="leveranciers">
      <h2 id="leveranciers">{say("web-suppliers")}</h2>
      <Said said={said} />
      {data && project.suppliers.length === 0 && <p className="soft">{say("web-project-suppliers-none")}</p>}
      {data && project.suppliers.length > 0 && (
        <ul>
          {project.suppliers.map((key) => (
            <li key={key}>{name(key)}</li>
          ))}
        </ul>
      )}
      <p className="soft small">
        {say("web-project-suppliers-lead")}{" "}
        <Link to="/organisatie" hash="bewijs">
          {say("web-project-suppliers-evidence")}
        </Link>
      </p>
      {can && data && (
        <details className="unfold">
          <summary>{say("web-project-suppliers-change")}</summary>
          {known.length === 0 ? (
            <p>{say("web-project-suppliers-first")}</p>
          ) : (
            <ActForm
              key={project.suppliers.join(" ")}
              id="leveranciers-kiezen"
              kept={`suppliers-${project.id}`}
              document={nameSuppliers}
              fields={[
                {
                  name: "wie",
                  kind: "many",
                  label: say("web-project-suppliers-question"),
                  hint: say("web-project-suppliers-hint"),
                  start: project.suppliers.join(" "),
                  options: known.map((one) => ({ value: one.key, label: one.name })),
                },
              ]}
              input={({ wie }) => ({ projectId: project.id, suppliers: many(wie) })}
              button={say("web-project-suppliers-send")}
              second
              project={project.id}
              onDone={() => tell(say("web-project-suppliers-done"))}
            />
          )}
        </details>
      )}
    </section>
  );
}
