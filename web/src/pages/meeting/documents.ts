import { graphql, type ResultOf } from "../../api/graphql.ts";
import { blockerParts } from "../../parts/documents.ts";

/** For which bodies the viewer may hold a meeting. */
export const meetsQuery = graphql(`
  query Meets {
    viewer { person { id name } meets { key name } }
  }
`);

/** What waits for the body: enough to arrange the agenda and to record what was decided. */
export const agendaQuery = graphql(
  `
  query Agenda($party: String!, $first: Int!, $after: String) {
    agenda(party: $party, first: $first, after: $after) {
      members { chair person { id name } }
      edges {
        cursor
        node {
          ready since
          project {
            id title reviewOn
            lead { id name }
            phase { key name }
            facts { key effective levels { key name } }
            conditions { number due late text name artefact { name } criterion { question } owner { person { name } party { name } } }
            consultations {
              number right origin step endedAs lacks extensionAsked dueBefore waitsUntil waitingDays conferredOn
              body { key name }
              term { days due remindOn passed }
              advice { verdict text }
              response { following reason }
            }
            readiness {
              round due digest doneCount totalCount viewerCanDecide viewerCanRecordDecision votesNeeded
              gate { key name question chairDecides decidedBy { key name } }
              blockers { deferrable ...BlockerParts }
              ballots { kind needed voted { id name } }
            }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [blockerParts],
);

export type AgendaMember = NonNullable<ResultOf<typeof agendaQuery>["agenda"]>["members"][number];
export type AgendaItem = NonNullable<ResultOf<typeof agendaQuery>["agenda"]>["edges"][number]["node"];
export type Body = ResultOf<typeof meetsQuery>["viewer"]["meets"][number];

/** What the members read of each project before they decide. */
export const packQuery = graphql(
  `
  query Pack($party: String!, $first: Int!, $after: String) {
    agenda(party: $party, first: $first, after: $after) {
      edges {
        cursor
        node {
          ready since
          project {
            id title summary reviewOn phaseSince
            lead { id name function }
            phase { key name }
            facts { key question kind value effective levels { key name } }
            conditions { number due late text name artefact { name } criterion { question } owner { person { name } party { name } } }
            consultations {
              number right origin step endedAs lacks extensionAsked dueBefore waitsUntil waitingDays conferredOn question
              body { key name }
              term { days due remindOn passed }
              advice { verdict text minority on }
              response { following reason }
            }
            readiness {
              round due digest doneCount totalCount
              gate { key name question decidedBy { key name } }
              blockers { deferrable ...BlockerParts }
              checks {
                state blocking kind
                artefact { id stageNeeded kind { key name } current { number hash submittedAt stage } }
                criterion { key question }
                condition { number text name artefact { key name } criterion { key question } }
                consultation { number right }
                party { key name }
                judgement { answer motivation }
                blockers { ...BlockerParts }
              }
            }
          }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [blockerParts],
);

export type PackItem = NonNullable<ResultOf<typeof packQuery>["agenda"]>["edges"][number]["node"];

/** Records one decision of the meeting, and shows where it left the project. */
export const recordDecision = graphql(`
  mutation RecordDecision($input: DecideGateInput!) {
    decideGate(input: $input) {
      project {
        id version lifecycle reviewOn
        phase { key name }
        readiness { round gate { key } ballots { kind needed voted { id } } }
      }
      receipt { firstSequence lastSequence replayed }
    }
  }
`);

export type RecordedProject = ResultOf<typeof recordDecision>["decideGate"]["project"];
