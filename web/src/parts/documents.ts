import { graphql, type ResultOf } from "../api/graphql.ts";

/** What is in the way of *go*, with enough to say it and to lead to where it is solved. */
export const blockerParts = graphql(`
  fragment BlockerParts on Blocker @_unmask {
    kind law condition consultation consultationKind lacks change signal
    artefact { key name }
    criterion { key question }
    party { key name }
    phase { key name }
  }
`);

export type BlockerParts = ResultOf<typeof blockerParts>;
