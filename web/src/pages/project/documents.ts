import type { Open } from "../../api/gate.ts";
import { graphql, type ResultOf } from "../../api/graphql.ts";
import { behalfTold } from "../../parts/behalf-documents.ts";
import { blockerParts } from "../../parts/documents.ts";

/** A task inside a project; the same names as in the inbox, so that both say it in the same words. */
export const projectTask = graphql(`
  fragment ProjectTask on Task @_unmask {
    id kind since due late confirmable revision condition consultation consultationKind consultationTask about
    artefact { key name }
    criterion { key question }
    fact { key question }
    gate { key name }
    body { key name }
    evidence { name }
    inUse { key name number }
    party { key name }
    person { id name }
  }
`);

export const check = graphql(
  `
  fragment CheckRow on Check @_unmask {
    state blocking since due viewerCanJudge viewerCanConfirm
    artefact { id kind { key name } current { number } }
    criterion { key question legal }
    condition { number text name artefact { key name } criterion { key question } }
    viewerCanWaive
    party { key name }
    waitsFor { party { key name } person { id name } }
    judgement { answer motivation by { id name } at stale }
    kind consultationKind
    consultation { number right }
    blockers { ...BlockerParts }
  }
`,
  [blockerParts],
);

export const projectQuery = graphql(
  `
  query Project($id: ID!) {
    project(id: $id) {
      id title summary lifecycle phaseSince createdAt version viewerCanAnswerFacts closedAt reviewOn nextRoundOn
      lead { id name function }
      phase { key name }
      funnel { id name version }
      phases { state enteredAt phase { key name } }
      readiness {
        round openedAt due digest doneCount totalCount viewerCanDecide viewerCanRecordDecision
        gate { key name question decidedBy { key name } goTo { key name } }
        checks { ...CheckRow }
        blockers { ...BlockerParts }
        offers { outcome allowed law leadsTo { key name } }
      }
      askedAgain { criterion { key } party { key } viewerCanJudge }
      facts {
        key question help kind value effective confirmed viewerCanConfirm
        levels { key name }
        confirmedBy { key name }
        answeredBy { id name }
      }
      artefacts {
        id neededNow stageNeeded viewerCanSubmit
        viewerCanReviewFor { key }
        kind { key name }
        current { number stage submittedAt submittedBy { id name } files { id mediaType size } }
        draft { version updatedAt }
      }
      conditions {
        number kind name text since due late reported report extraDecisionDue viewerCanReport viewerCanAccept
        artefact { key name }
        criterion { key question }
        owner { party { key name } person { id name } }
        acceptedBy { key name }
        blocks { key name }
      }
      involvement { since party { key name } people { id name } }
      tasks { ...ProjectTask }
      viewerCan
      consultations { number viewerCan }
      consultationsToOpen { key viewerCanOpen missing { key } }
      inUse {
        live
        suspensions { since reason party { key name } }
        duties { key viewerCanDo }
        signals { number viewerCanHandle }
        rollouts { number viewerCanStart viewerCanCheckFor { key } }
      }
      early { contracts { kind { key name } party { key name } signedOn } work { on phase { key name } } }
      emergency { open until }
      suppliers
      records { number }
      contestedDecisions { round }
    }
    viewer { person { id } parties { chair party { key } } }
  }
`,
  [projectTask, check, blockerParts],
);

export type Project = NonNullable<ResultOf<typeof projectQuery>["project"]>;
export type Readiness = Open<NonNullable<Project["readiness"]>>;
export type Check = Readiness["checks"][number];
export type Viewer = ResultOf<typeof projectQuery>["viewer"];
export type Condition = Project["conditions"][number];
export type Fact = Project["facts"][number];

export const timelineQuery = graphql(
  `
  query Timeline($id: ID!, $after: String) {
    project(id: $id) {
      id
      timeline(first: 30, after: $after) {
        edges {
          cursor
          node {
            id sequence kind name condition at function revision stage verdict answer proof outcome confirmed round due text
            lessons reviewOn minority consultation advice following heldOn number subject signalKind overdue aftermath suppliers
            evidence { name }
            onBehalf { ...BehalfTold }
            person { id name }
            artefact { key name }
            criterion { key question }
            party { key name }
            phase { key name }
            gate { key name goTo { key name } }
            facts { key question value }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [behalfTold],
);

export type Happening = NonNullable<ResultOf<typeof timelineQuery>["project"]>["timeline"]["edges"][number]["node"];

export const answerFacts = graphql(`
  mutation AnswerFacts($input: AnswerFactsInput!) {
    answerFacts(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const confirmFact = graphql(`
  mutation ConfirmFact($input: ConfirmFactInput!) {
    confirmFact(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const confirmFacts = graphql(`
  mutation ConfirmFacts($input: ConfirmFactsInput!) {
    confirmFacts(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

/** Who can supply what a project brings in. */
export const suppliersQuery = graphql(`
  query Suppliers {
    organisation { id version suppliers { key name } }
  }
`);

export const nameSuppliers = graphql(`
  mutation NameSuppliers($input: NameSuppliersInput!) {
    nameSuppliers(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const workOnCondition = graphql(`
  mutation WorkOnCondition($input: WorkOnConditionInput!) {
    workOnCondition(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const decideExtra = graphql(`
  mutation DecideExtra($input: DecideExtraInput!) {
    decideExtra(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const waiveCriterion = graphql(`
  mutation WaiveCriterion($input: WaiveCriterionInput!) {
    waiveCriterion(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
