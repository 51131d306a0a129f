import { graphql } from "../../api/graphql.ts";

export const acceptRequest = graphql(`
  mutation AcceptRequest($input: AcceptRequestInput!) {
    acceptRequest(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const declineRequest = graphql(`
  mutation DeclineRequest($input: ConsultationReasonInput!) {
    declineRequest(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const giveOpinion = graphql(`
  mutation GiveOpinion($input: GiveOpinionInput!) {
    giveOpinion(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const establishAdvice = graphql(`
  mutation EstablishAdvice($input: EstablishAdviceInput!) {
    establishAdvice(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const askExtension = graphql(`
  mutation AskExtension($input: AskExtensionInput!) {
    askExtension(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const extendTerm = graphql(`
  mutation ExtendTerm($input: ExtendTermInput!) {
    extendTerm(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const keepTerm = graphql(`
  mutation KeepTerm($input: ConsultationReasonInput!) {
    keepTerm(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const reviseSummary = graphql(`
  mutation ReviseSummary($input: ReviseSummaryInput!) {
    reviseSummary(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const chooseTerm = graphql(`
  mutation ChooseTerm($input: ChooseTermInput!) {
    chooseTerm(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const recordNoAnswer = graphql(`
  mutation RecordNoAnswer($input: RecordNoAnswerInput!) {
    recordNoAnswer(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const confer = graphql(`
  mutation Confer($input: ConferInput!) {
    confer(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const respondToAdvice = graphql(`
  mutation RespondToAdvice($input: RespondToAdviceInput!) {
    respondToAdvice(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const withdrawConsultation = graphql(`
  mutation WithdrawConsultation($input: ConsultationReasonInput!) {
    withdrawConsultation(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const substituteConsent = graphql(`
  mutation SubstituteConsent($input: SubstituteConsentInput!) {
    substituteConsent(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const confirmAdvice = graphql(`
  mutation ConfirmAdvice($input: ConfirmAdviceInput!) {
    confirmAdvice(input: $input) { project { id version } receipt { lastSequence } }
  }
`);
