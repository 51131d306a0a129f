import { graphql, type ResultOf } from "../../api/graphql.ts";
import { standingParts } from "../consultation/documents.ts";

/** A kind of evidence as it is settled. */
export const kindParts = graphql(`
  fragment KindParts on EvidenceKind @_unmask {
    key name nameNl nameEn ofSupplier validDays
    judgedBy { key name }
    submittedBy { key name }
  }
`);

export const organisationQuery = graphql(
  `
  query OrganisationPage {
    organisation {
      id name version viewerCanConfigure
      board { key name }
      parties { key name }
      evidence {
        of { kind name supplier }
        kind { key judgedBy { key name } submittedBy { key name } ofSupplier validDays }
        standing revision submittedAt saysValidUntil validUntil text
        viewerCanSubmit viewerCanJudge viewerCanAdoptPlan
        authors { id name }
        files { id name mediaType size url }
        judgement { at by { id name } motivation proof revision stale sufficient validUntil }
        plan { adoptedAt due inForce text }
        usedBy { id title }
      }
      suppliers { key name }
      evidenceKinds { ...KindParts }
      evidenceKindsWanted { ...KindParts }
      consultations { ...StandingParts question viewerCan viewerCanRecord }
      bodies { body { key name } coachedBy { key name } meetings recess { first last } termDays waitingDays }
      agreements { number since text viewerCanRevoke conditions { fact value comparison } body { key name } }
      delegations { number first last viewerCanEnd party { key name } from { id name } to { id name } }
      tasks { id kind due late mine party { key name } person { id name } evidence { kind name supplier } consultation consultationTask }
      viewerCanAgreeFor { key name }
    }
    people(first: 100) { edges { cursor node { id name function } } pageInfo { hasNextPage endCursor } }
    viewer { person { id name } parties { chair party { key name } } }
  }
`,
  [kindParts, standingParts],
);

export type OrganisationPage = ResultOf<typeof organisationQuery>;
export type Organisation = OrganisationPage["organisation"];
export type OwnEvidence = Organisation["evidence"][number];
export type EvidenceKind = Organisation["evidenceKinds"][number];
export type Body = Organisation["bodies"][number];
export type Agreement = Organisation["agreements"][number];

/** What the funnels ask about projects: an agreement can be about some of them. */
export const factQuestionsQuery = graphql(`
  query FactQuestions {
    funnels { id facts { key question kind levels { key name } } }
  }
`);

export type FactQuestion = ResultOf<typeof factQuestionsQuery>["funnels"][number]["facts"][number];

export const submitEvidence = graphql(`
  mutation SubmitEvidence($input: SubmitEvidenceInput!) {
    submitEvidence(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const judgeEvidence = graphql(`
  mutation JudgeEvidence($input: JudgeEvidenceInput!) {
    judgeEvidence(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const adoptPlan = graphql(`
  mutation AdoptPlan($input: AdoptPlanInput!) {
    adoptPlan(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const nameSupplier = graphql(`
  mutation NameSupplier($input: NameSupplierInput!) {
    nameSupplier(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const agreeToBeInformed = graphql(`
  mutation AgreeToBeInformed($input: AgreeInput!) {
    agreeToBeInformed(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const revokeAgreement = graphql(`
  mutation RevokeAgreement($input: RevokeAgreementInput!) {
    revokeAgreement(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const delegateAnswers = graphql(`
  mutation Delegate($input: DelegateInput!) {
    delegate(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const endDelegation = graphql(`
  mutation EndDelegation($input: EndDelegationInput!) {
    endDelegation(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const defineEvidence = graphql(`
  mutation DefineEvidence($input: DefineEvidenceInput!) {
    defineEvidence(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const setBoard = graphql(`
  mutation SetBoard($input: SetBoardInput!) {
    setBoard(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

export const setBody = graphql(`
  mutation SetBody($input: SetBodyInput!) {
    setBody(input: $input) { organisation { id version } receipt { lastSequence } }
  }
`);

/** What a body can be asked about. */
export const askBodyQuery = graphql(`
  query AskBody {
    funnels { id name version }
    organisation { id evidence { of { kind name supplier } revision } suppliers { key name } parties { key name } bodies { body { key } } }
  }
`);

export const consultBody = graphql(`
  mutation ConsultBody($input: ConsultBodyInput!) {
    consultBody(input: $input) { organisation { id version consultations { number } } receipt { lastSequence } }
  }
`);

export const organisationTimelineQuery = graphql(`
  query OrganisationTimeline($after: String) {
    organisation {
      id version
      timeline(first: 30, after: $after) {
        edges {
          cursor
          node {
            id sequence at function kind consulted due evidenceKind number sufficient supplier text revision
            person { id name }
            party { key name }
            from { id name }
            to { id name }
            evidence { kind name supplier }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
      suppliers { key name }
    }
  }
`);

export type OrganisationHappening = ResultOf<
  typeof organisationTimelineQuery
>["organisation"]["timeline"]["edges"][number]["node"];
