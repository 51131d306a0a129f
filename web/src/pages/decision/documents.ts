import type { Open } from "../../api/gate.ts";
import { graphql, type ResultOf } from "../../api/graphql.ts";

export const decisionQuery = graphql(`
  query Decision($project: ID!) {
    project(id: $project) {
      id title version
      lead { id }
      phase { key name }
      phases { phase { key name } state }
      readiness {
        round due digest viewerCanDecide doneCount totalCount
        gate { key name question decidedBy { key name } }
        blockers { kind law artefact { key name } criterion { key question } party { key name } }
        offers { outcome allowed law leadsTo { key name } }
        checks {
          state
          artefact { id kind { key name } current { number } }
          criterion { key question }
          party { key name }
          judgement { answer motivation }
        }
      }
    }
    viewer { person { id } parties { chair party { key } } }
  }
`);

export type DecisionProject = NonNullable<ResultOf<typeof decisionQuery>["project"]>;
export type Viewer = ResultOf<typeof decisionQuery>["viewer"];
export type DecisionReadiness = Open<NonNullable<DecisionProject["readiness"]>>;
export type Offer = DecisionReadiness["offers"][number];

export const decideGate = graphql(`
  mutation DecideGate($input: DecideGateInput!) {
    decideGate(input: $input) { project { id version } receipt { firstSequence lastSequence } }
  }
`);

export const receiptQuery = graphql(`
  query DecisionReceipt($project: ID!) {
    project(id: $project) {
      id title lifecycle version
      phase { key name }
      readiness { due gate { key name decidedBy { key name } } }
      timeline(first: 50) {
        edges {
          cursor
          node { id sequence kind at outcome text hash person { id name } gate { key name } phase { key name } party { key name } }
        }
      }
    }
  }
`);
