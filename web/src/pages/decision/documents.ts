import type { Open } from "../../api/gate.ts";
import { graphql, type ResultOf } from "../../api/graphql.ts";
import { blockerParts } from "../../parts/documents.ts";

export const decisionQuery = graphql(
  `
  query Decision($project: ID!) {
    project(id: $project) {
      id title version
      lead { id name }
      phase { key name }
      phases { phase { key name } state }
      readiness {
        round due digest viewerCanDecide doneCount totalCount
        gate { key name question decidedBy { key name } }
        blockers { deferrable ...BlockerParts }
        offers { outcome allowed law leadsTo { key name } }
        checks {
          state
          artefact { id stageNeeded kind { key name } current { number } }
          criterion { key question }
          condition { number text name artefact { key name } criterion { key question } }
          blockers { ...BlockerParts }
          party { key name }
          judgement { answer motivation }
          kind
          consultation { number right }
        }
        viewerCanRecordDecision
      }
      consultations {
        number right origin step endedAs lacks extensionAsked dueBefore waitsUntil waitingDays conferredOn
        body { key name }
        term { days due remindOn passed }
        advice { verdict text }
        response { following reason }
      }
      involvement { party { key } people { id name } }
    }
    viewer { person { id } parties { chair party { key } } }
  }
`,
  [blockerParts],
);

export type DecisionProject = NonNullable<ResultOf<typeof decisionQuery>["project"]>;
export type Person = ResultOf<typeof ownersQuery>["people"]["edges"][number]["node"];
export type Viewer = ResultOf<typeof decisionQuery>["viewer"];
export type DecisionReadiness = Open<NonNullable<DecisionProject["readiness"]>>;
export type Offer = DecisionReadiness["offers"][number];

/** Who can see to an agreement. */
export const ownersQuery = graphql(`
  query Owners($after: String) {
    people(first: 100, after: $after) { edges { cursor node { id name function } } pageInfo { hasNextPage endCursor } }
  }
`);

export const decideGate = graphql(`
  mutation DecideGate($input: DecideGateInput!) {
    decideGate(input: $input) { project { id version } receipt { firstSequence lastSequence } }
  }
`);

export type ReceiptProject = NonNullable<ResultOf<typeof receiptQuery>["project"]>;
export type Happened = ReceiptProject["timeline"]["edges"][number]["node"];

export const receiptQuery = graphql(`
  query DecisionReceipt($project: ID!) {
    project(id: $project) {
      id title lifecycle version reviewOn nextRoundOn
      phase { key name }
      readiness { due gate { key name decidedBy { key name } } }
      conditions {
        number due text name
        artefact { key name }
        criterion { key question }
        owner { party { key name } person { id name } }
      }
      timeline(first: 100) {
        edges {
          cursor
          node { id sequence kind at outcome condition text lessons reviewOn hash onBehalf { heldOn person { id name } } person { id name } gate { key name goTo { key name } stopTo { key name } } phase { key name } party { key name } }
        }
      }
    }
  }
`);
