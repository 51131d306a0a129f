import { graphql, type ResultOf } from "../../api/graphql.ts";

/** A consultation as far as its standing goes. */
export const standingParts = graphql(`
  fragment StandingParts on Consultation @_unmask {
    number right step origin endedAs extensionAsked dueBefore waitsUntil waitingDays conferredOn lacks
    body { key name }
    term { days due remindOn passed }
    advice { verdict }
    response { following }
  }
`);

export type Standing = ResultOf<typeof standingParts>;

/** The section on the page of a project. */
export const consultationsQuery = graphql(
  `
  query Consultations($project: ID!) {
    project(id: $project) {
      id version
      consultations { ...StandingParts question viewerCan viewerCanRecord }
      consultationsToOpen {
        key right byAgreement question termDays due hasMembers replaces viewerCanOpen
        body { key name }
        missing { key name }
      }
      viewerCanVolunteerFor { key name }
    }
  }
`,
  [standingParts],
);

export type Listed = NonNullable<ResultOf<typeof consultationsQuery>["project"]>;

export const askQuery = graphql(`
  query AskConsultation($project: ID!) {
    project(id: $project) {
      id title version
      consultationsToOpen {
        key right byAgreement question termDays due hasMembers replaces viewerCanOpen
        gate { key name }
        body { key name }
        summary { key name }
        documents { key name }
        missing { key name }
      }
      artefacts { id kind { key name } current { number stage } }
    }
  }
`);

export type AskProject = NonNullable<ResultOf<typeof askQuery>["project"]>;
export type ToOpen = AskProject["consultationsToOpen"][number];

export const openConsultation = graphql(`
  mutation OpenConsultation($input: OpenConsultationInput!) {
    openConsultation(input: $input) { project { id version consultations { number } } receipt { lastSequence } }
  }
`);

/** A consultation with everything that is said about it. */
export const consultationParts = graphql(
  `
  fragment ConsultationParts on Consultation @_unmask {
    ...StandingParts
    kind question summary openedAt since verdicts viewerCan viewerCanRecord
    gate { key name }
    summaryRevision { revision kind { key name } }
    exhibits { revision hash kind { key name } }
    advice { verdict text minority on }
    response { following reason }
    opinions { at text person { id name } by { id name } }
  }
`,
  [standingParts],
);

export const consultationQuery = graphql(
  `
  query Consultation($project: ID!, $number: Int!) {
    project(id: $project) {
      id title version
      consultation(number: $number) { ...ConsultationParts }
      consultationsToOpen { key replaces viewerCanOpen }
      artefacts { id kind { key name } current { number hash } }
      involvement { party { key } people { id name } }
    }
    viewer { person { id } parties { chair party { key } } }
  }
`,
  [consultationParts],
);

export type ConsultationProject = NonNullable<ResultOf<typeof consultationQuery>["project"]>;
export type Consultation = NonNullable<ConsultationProject["consultation"]>;
export type ConsultationViewer = ResultOf<typeof consultationQuery>["viewer"];

/** For whom somebody can speak of their own accord. */
export const volunteerQuery = graphql(`
  query Volunteer($project: ID!) {
    project(id: $project) { id title version viewerCanVolunteerFor { key name } }
  }
`);

export type VolunteerProject = NonNullable<ResultOf<typeof volunteerQuery>["project"]>;

export const requestConsultation = graphql(`
  mutation RequestConsultation($input: RequestConsultationInput!) {
    requestConsultation(input: $input) { project { id version consultations { number } } receipt { lastSequence } }
  }
`);

export const volunteerAdvice = graphql(`
  mutation VolunteerAdvice($input: VolunteerAdviceInput!) {
    volunteerAdvice(input: $input) { project { id version consultations { number } } receipt { lastSequence } }
  }
`);

/** C10: what happened with the advice, also of what is over. */
export const registerQuery = graphql(`
  query ConsultationRegister($project: ID!) {
    project(id: $project) {
      id version
      consultationRegister {
        number right beganAt due question ended last conferredOn respondedOn
        body { key name }
        gate { key name }
        advice { verdict text minority on }
        response { following reason }
      }
    }
  }
`);

export type Registered = NonNullable<ResultOf<typeof registerQuery>["project"]>["consultationRegister"][number];
