/** Makes a seed's portal as people make theirs: label by label, with ids of the portal's own, and then the limits. */
import type { Pair } from "../associationTypes";
import { typesOf } from "../associationTypes";
import type { NewLabel } from "../labelInput";
import type { CustomObjectType, PortalInput, PortalState, RecordUsage, StandingLimit } from "../model";
import { withNewLabel } from "../pairLabels";

/** A label to make, seen from `from`. A pair with a custom object gets its unlabeled type with the first one. */
export interface SeedLabel extends Pair, NewLabel {}

/** A limit by a label's text; `null` means the pair's unlabeled type. */
export interface SeedLimit extends Pair {
  readonly label: string | null;
  readonly maxToObjectIds: number;
}

/** What a seed puts into a portal. */
export interface SeedContent {
  readonly objectTypes: ReadonlyArray<CustomObjectType>;
  readonly labels: ReadonlyArray<SeedLabel>;
  readonly limits: ReadonlyArray<SeedLimit>;
  /** @default none */
  readonly recordUsage?: ReadonlyArray<RecordUsage>;
}

const standingLimit = ({ labels }: PortalState, { from, to, label, maxToObjectIds }: SeedLimit): StandingLimit => {
  const type = typesOf(labels, { from, to }).find((type) => type.label === label);
  if (type === undefined) throw new Error(`A seed limits what is not there: ${from} to ${to}: ${label ?? "unlabeled"}`);
  return { from, to, category: type.category, typeId: type.typeId, maxToObjectIds };
};

/** The portal with this content. What it says nothing of, such as plan and tokens, is the sandbox's to fill in. */
export const portalFrom = (
  portalId: number,
  { objectTypes, labels, limits, recordUsage }: SeedContent,
): PortalInput => {
  const empty: PortalState = {
    portalId,
    accountType: "STANDARD",
    plan: "professional",
    tokens: [],
    objectTypes,
    labels: [],
    limits: [],
  };
  const labeled = labels.reduce((portal, label) => withNewLabel(portal, label, label).portal, empty);
  return {
    portalId,
    objectTypes,
    labels: labeled.labels,
    limits: limits.map((limit) => standingLimit(labeled, limit)),
    ...(recordUsage === undefined ? {} : { recordUsage }),
  };
};
