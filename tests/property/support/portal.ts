/** A portal with everything that can stand on it, and what programs may declare there. */
import fc from "fast-check";
import { objectTypes } from "../../../data";
import type { AssociationType, Limit, LimitInput, Pair } from "../../../provider/model";
import type { PortalInput, SwitchesInput } from "../../../sandbox";
import type { Limits, Types } from "./pairs";
import { validLimits } from "./pairs";

const hubSpotDefined = (typeId: number): AssociationType => ({ category: "HUBSPOT_DEFINED", typeId });
const userDefined = (typeId: number): AssociationType => ({ category: "USER_DEFINED", typeId });

/** A directed pair and its types. */
export interface PairOfPortal extends Types {
  readonly pair: Pair;
  /** Whether HubSpot's list says which type is the unlabeled one. */
  readonly isListed: boolean;
}

/** A portal of its own for the tests: labels whose numbers HubSpot uses as well, a custom object, both directions. */
export const portal: PortalInput = {
  portalId: 111,
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    {
      from: "contacts",
      to: "companies",
      typeId: 279,
      inverseTypeId: 280,
      label: "Champion",
      inverseLabel: "Championed by",
    },
    {
      from: "contacts",
      to: "companies",
      typeId: 36,
      inverseTypeId: 37,
      label: "Decision maker",
      inverseLabel: "Decided by",
    },
    {
      from: "contacts",
      to: "companies",
      category: "INTEGRATOR_DEFINED",
      typeId: 36,
      inverseTypeId: 37,
      label: "Synced",
    },
    { from: "deals", to: "companies", typeId: 40, inverseTypeId: 41, label: "Reseller", inverseLabel: "Resold by" },
    { from: "contacts", to: "car", typeId: 50, inverseTypeId: 51, label: null, inverseLabel: null },
    { from: "contacts", to: "car", typeId: 52, inverseTypeId: 53, label: "Driver", inverseLabel: "Driven by" },
    { from: "contacts", to: "contacts", typeId: 60, inverseTypeId: 60, label: "Friend" },
  ],
};

export const pairs: ReadonlyArray<PairOfPortal> = [
  {
    pair: { from: "contacts", to: "companies" },
    unlabeled: hubSpotDefined(279),
    labels: [hubSpotDefined(1), userDefined(279), userDefined(36), { category: "INTEGRATOR_DEFINED", typeId: 36 }],
    isListed: true,
  },
  {
    pair: { from: "companies", to: "contacts" },
    unlabeled: hubSpotDefined(280),
    labels: [hubSpotDefined(2), userDefined(280), userDefined(37)],
    isListed: true,
  },
  {
    pair: { from: "deals", to: "companies" },
    unlabeled: hubSpotDefined(341),
    labels: [hubSpotDefined(5), userDefined(40)],
    isListed: true,
  },
  {
    pair: { from: "contacts", to: "contacts" },
    unlabeled: hubSpotDefined(449),
    labels: [userDefined(60)],
    isListed: true,
  },
  {
    pair: { from: "contacts", to: "2-123" },
    unlabeled: userDefined(50),
    labels: [userDefined(52)],
    isListed: false,
  },
];

/** Where HubSpot's versions differ: all of them must come to the same. */
export const switches: fc.Arbitrary<SwitchesInput> = fc.record({
  errorStatus: fc.constantFrom(200, 207),
  purgeStatus: fc.constantFrom(200, 204),
  batchStatus: fc.constantFrom("COMPLETE", "PENDING", "PROCESSING"),
  mixedBatch: fc.constantFrom("rejectAll", "applyValid"),
  noLimit: fc.constantFrom("noRow", "noField", "null"),
  noLabel: fc.constantFrom("noField", "null"),
  labelAboveObjectLimit: fc.constantFrom("batchError", "badRequest"),
  limitCheck: fc.constantFrom("wholeBatch", "eachInput"),
});

const spellingsOf = (name: string): ReadonlyArray<string> => {
  const standard = objectTypes.find((type) => type.name === name);
  if (standard === undefined) return [name];
  const { objectTypeId, singular } = standard;
  return [name, singular, objectTypeId, name.toUpperCase(), ` ${singular} `];
};

/** A limit as a program may write it: the pair's own type by its id, or unlabeled. */
const written = (
  { unlabeled, isListed }: PairOfPortal,
  { maxToObjectIds, ...type }: Limit,
): fc.Arbitrary<LimitInput> =>
  isListed && type.category === unlabeled.category && type.typeId === unlabeled.typeId
    ? fc.constantFrom({ ...type, maxToObjectIds }, { unlabeled: true, maxToObjectIds })
    : fc.constant({ ...type, maxToObjectIds });

/** What a program says of a pair, before any normalization. */
export interface Program {
  readonly fromObjectType: string;
  readonly toObjectType: string;
  readonly limits: ReadonlyArray<LimitInput>;
  readonly authoritative?: boolean;
  readonly onCreate?: string;
  readonly onDelete?: string;
}

/** The ways to write the same declaration: spellings, order, selectors, defaults left out or not. */
export const programs = (
  of: PairOfPortal,
  limits: Limits,
  { authoritative, onDelete }: { readonly authoritative: boolean; readonly onDelete: string },
): fc.Arbitrary<Program> =>
  fc
    .tuple(
      fc.constantFrom(...spellingsOf(of.pair.from)),
      fc.constantFrom(...spellingsOf(of.pair.to)),
      fc
        .shuffledSubarray([...limits], { minLength: limits.length })
        .chain((shuffled) => fc.tuple(...shuffled.map((limit) => written(of, limit)))),
      fc.boolean(),
    )
    .map(([fromObjectType, toObjectType, all, leavesOut]) => ({
      fromObjectType,
      toObjectType,
      limits: all,
      ...(leavesOut && !authoritative ? {} : { authoritative }),
      ...(leavesOut ? {} : { onCreate: "adopt" }),
      ...(leavesOut && onDelete === "restore" ? {} : { onDelete }),
    }));

/** What a program declares: the limits, and whether nothing else shall stand. */
export interface Declaration {
  readonly limits: Limits;
  readonly authoritative: boolean;
}

export const declarations = (of: Types): fc.Arbitrary<Declaration> =>
  fc
    .record({ limits: validLimits(of), authoritative: fc.boolean() })
    .filter(({ limits, authoritative }) => limits.length > 0 || authoritative);
