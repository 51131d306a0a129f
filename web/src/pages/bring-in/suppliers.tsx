import { createLazyRoute, Link } from "@tanstack/react-router";
import type { SupplierRow } from "../../api/tables.ts";
import { useSay } from "../../texts/language.tsx";
import { bringInSupplier } from "./documents.ts";
import { BringInFile, type Bringing } from "./frame.tsx";
import { SupplierRows } from "./supplier-rows.tsx";

/** The way to what came in. */
function SeeSuppliers() {
  const say = useSay();
  return (
    <p>
      <Link to="/organisatie" hash="leveranciers">
        {say("web-table-see-suppliers")}
      </Link>
    </p>
  );
}

const suppliers: Bringing<SupplierRow> = {
  what: "suppliers",
  columns: ["leverancier", "sleutel", "soort", "omschrijving", "nummer", "geldig"],
  template: { nl: "leveranciers", en: "suppliers" },
  Good: SupplierRows,
  async send(client, { input, key }) {
    if (!input) return undefined;
    const { error } = await client.mutation(bringInSupplier, { input: { ...input, key } }).toPromise();
    return { error };
  },
  after: <SeeSuppliers />,
};

/** Suppliers come in from one file, with what they have on file. */
function BringInSuppliers() {
  const say = useSay();
  return (
    <BringInFile
      of={suppliers}
      crumbs={[
        <Link key="organisation" to="/organisatie">
          {say("web-nav-organisation")}
        </Link>,
      ]}
      others={say("web-table-others")}
    />
  );
}

export const route = createLazyRoute("/inside/organisatie/inbrengen")({ component: BringInSuppliers });
