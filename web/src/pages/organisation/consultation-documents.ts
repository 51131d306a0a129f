import { graphql, type ResultOf } from "../../api/graphql.ts";
import { consultationParts } from "../consultation/documents.ts";

/** What a body was asked about funnels or evidence, with everything that is said about it. */
export const ownConsultationsQuery = graphql(
  `
  query OwnConsultations {
    organisation {
      id name version
      consultations {
        ...ConsultationParts
        about { revision evidence { kind name supplier } funnel { id name version } }
      }
      suppliers { key name }
    }
    viewer { parties { party { key } } }
  }
`,
  [consultationParts],
);

export type OwnConsultation = ResultOf<typeof ownConsultationsQuery>["organisation"]["consultations"][number];

export const workOnOwnConsultation = graphql(`
  mutation WorkOnOwnConsultation($input: OrganisationConsultationInput!) {
    workOnOrganisationConsultation(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);
