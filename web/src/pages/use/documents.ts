import { graphql, type ResultOf } from "../../api/graphql.ts";
import { blockerParts } from "../../parts/documents.ts";

export const useQueryDocument = graphql(
  `
  query InUse($project: ID!) {
    project(id: $project) {
      id title version lifecycle viewerCan suppliers
      phase { key name }
      involvement { party { key } people { id name } }
      inUse {
        live rolloutsStarted
        viewerCanSuspendFor { key name }
        duties { key name help everyDays due last late viewerCanDo party { key name } artefact { key name } }
        changeKinds { key name help termDays smallClosedBy { key name } artefacts { key name } criteria { key question } }
        changes {
          number text since due viewerCanClose
          by { id name }
          kind { key name smallClosedBy { key name } }
          open { due confirmable viewerCanAnswer blocker { ...BlockerParts } waitsFor { party { key name } person { id name } } }
        }
        signals {
          number kind on since due reference viewerCanHandle
          handledBy { key name }
          open { due confirmable viewerCanAnswer blocker { ...BlockerParts } waitsFor { party { key name } person { id name } } }
        }
        suspensions { since reason viewerCanResume party { key name } by { id name } }
        rollouts {
          number name on since viewerCanStart viewerCanCancel
          viewerCanCheckFor { key name }
          checks { key question yes party { key name } }
        }
      }
      emergency {
        open spent since until latest reason viewerCanRecord
        decidedBy { key name }
        tell { key name }
        hear { key name }
        by { id name }
      }
      early {
        contracts { revision signedOn answeredOn kind { key name } criterion { key question } party { key name } }
        work { on note by { id name } phase { key name } }
      }
    }
  }
`,
  [blockerParts],
);

export type UseProject = NonNullable<ResultOf<typeof useQueryDocument>["project"]>;
export type OpenPoint = UseProject["inUse"]["changes"][number]["open"][number];

export const reportChange = graphql(`
  mutation ReportChange($input: ReportChangeInput!) {
    reportChange(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const closeChange = graphql(`
  mutation CloseChange($input: CloseChangeInput!) {
    closeChange(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const reportSignal = graphql(`
  mutation ReportSignal($input: ReportSignalInput!) {
    reportSignal(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const handleSignal = graphql(`
  mutation HandleSignal($input: HandleSignalInput!) {
    handleSignal(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const suspendUse = graphql(`
  mutation SuspendUse($input: UseInput!) {
    suspendUse(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const resumeUse = graphql(`
  mutation ResumeUse($input: UseInput!) {
    resumeUse(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const planRollout = graphql(`
  mutation PlanRollout($input: PlanRolloutInput!) {
    planRollout(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const checkRollout = graphql(`
  mutation CheckRollout($input: CheckRolloutInput!) {
    checkRollout(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const startRollout = graphql(`
  mutation StartRollout($input: StartRolloutInput!) {
    startRollout(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const cancelRollout = graphql(`
  mutation CancelRollout($input: CancelRolloutInput!) {
    cancelRollout(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const doDuty = graphql(`
  mutation DoDuty($input: DoDutyInput!) {
    doDuty(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const allowEmergencyUse = graphql(`
  mutation AllowEmergencyUse($input: AllowEmergencyUseInput!) {
    allowEmergencyUse(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

export const endEmergencyUse = graphql(`
  mutation EndEmergencyUse($input: EndEmergencyUseInput!) {
    endEmergencyUse(input: $input) { project { id version } receipt { lastSequence } }
  }
`);

/** The people of the organisation, where a party that decides does not take part in the project yet. */
export const decidersQuery = graphql(`
  query Deciders {
    people(first: 100) { edges { cursor node { id name } } pageInfo { hasNextPage endCursor } }
  }
`);
