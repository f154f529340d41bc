/** A portal with everything that can stand on it, and what programs may declare there. */
import fc from "fast-check";
import { objectTypes } from "../../../data";
import { sameType, typeKey } from "../../../provider/associationType";
import type { AssociationType, Limit, LimitInput, Pair } from "../../../provider/model";
import type { PortalInput, SwitchesInput } from "../../../sandbox";
import type { Limits, Types } from "../../support/pairs";
import { validLimits } from "../../support/pairs";

const hubSpotDefined = (typeId: number): AssociationType => ({ category: "HUBSPOT_DEFINED", typeId });
const userDefined = (typeId: number): AssociationType => ({ category: "USER_DEFINED", typeId });

/** A directed pair and its types; a custom object by its id. */
export interface PairOfPortal extends Types {
  readonly pair: Pair;
  /** What people see of its labels, by their types as text. */
  readonly texts: Readonly<Record<string, string>>;
}

/** A portal of its own for the tests: labels whose numbers HubSpot uses as well, a custom object, both directions. */
export const portal: PortalInput = {
  portalId: 111,
  objectTypes: [
    { objectTypeId: "2-122", name: "carriage" },
    { objectTypeId: "2-123", name: "car" },
  ],
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
    { from: "contacts", to: "car", typeId: 54, inverseTypeId: 55, label: "Owner", inverseLabel: "Owned by" },
    { from: "contacts", to: "contacts", typeId: 60, inverseTypeId: 60, label: "Friend" },
  ],
};

export const pairs: ReadonlyArray<PairOfPortal> = [
  {
    pair: { from: "contacts", to: "companies" },
    unlabeled: hubSpotDefined(279),
    labels: [hubSpotDefined(1), userDefined(279), userDefined(36), { category: "INTEGRATOR_DEFINED", typeId: 36 }],
    texts: {
      "HUBSPOT_DEFINED/1": "Primary",
      "USER_DEFINED/279": "Champion",
      "USER_DEFINED/36": "Decision maker",
      "INTEGRATOR_DEFINED/36": "Synced",
    },
  },
  {
    pair: { from: "companies", to: "contacts" },
    unlabeled: hubSpotDefined(280),
    labels: [hubSpotDefined(2), userDefined(280), userDefined(37)],
    texts: {
      "HUBSPOT_DEFINED/2": "Contact with Primary Company",
      "USER_DEFINED/280": "Championed by",
      "USER_DEFINED/37": "Decided by",
    },
  },
  {
    pair: { from: "deals", to: "companies" },
    unlabeled: hubSpotDefined(341),
    labels: [hubSpotDefined(5), userDefined(40)],
    texts: { "HUBSPOT_DEFINED/5": "Primary", "USER_DEFINED/40": "Reseller" },
  },
  {
    pair: { from: "contacts", to: "contacts" },
    unlabeled: hubSpotDefined(449),
    labels: [userDefined(60)],
    texts: { "USER_DEFINED/60": "Friend" },
  },
  {
    pair: { from: "contacts", to: "2-123" },
    unlabeled: userDefined(50),
    labels: [userDefined(52), userDefined(54)],
    texts: { "USER_DEFINED/52": "Driver", "USER_DEFINED/54": "Owner" },
  },
  {
    pair: { from: "2-123", to: "contacts" },
    unlabeled: userDefined(51),
    labels: [userDefined(53), userDefined(55)],
    texts: { "USER_DEFINED/53": "Driven by", "USER_DEFINED/55": "Owned by" },
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

/** The ways to write a custom object. */
export const customSpellings = ["2-123", "p111_car", "car"] as const;

/** A custom object by its id, however it is written. */
export const byObjectTypeId = (name: string): string =>
  customSpellings.some((spelling) => spelling === name) ? "2-123" : name;

/** A custom object as the sandbox's state names it. */
export const sandboxName = (name: string): string => (name === "2-123" ? "car" : name);

/** A pair as text, its custom object by its id. */
export const showByIds = ({ from, to }: Pair): string => `${byObjectTypeId(from)}/${byObjectTypeId(to)}`;

export const isCustomPair = ({ pair }: PairOfPortal): boolean => [pair.from, pair.to].includes("2-123");

const spellingsOf = (name: string): ReadonlyArray<string> => {
  if (name === "2-123") return [...customSpellings, "CAR", " p111_car "];
  const standard = objectTypes.find((type) => type.name === name);
  if (standard === undefined) return [name];
  const { objectTypeId, singular } = standard;
  return [name, singular, objectTypeId, name.toUpperCase(), ` ${singular} `];
};

/** The ways to name a type: by its id, as it is, or by its text in other capitals. */
export const wordings = ["byId", "byText", "byTextInCapitals"] as const;
export type Wording = (typeof wordings)[number];

/** A limit as a program writes it: the pair's own type unlabeled, or a label by its text, unless it is named by its id. */
export const worded = (
  { unlabeled, texts }: PairOfPortal,
  { maxToObjectIds, ...type }: Limit,
  wording: Wording,
): LimitInput => {
  if (wording === "byId") return { ...type, maxToObjectIds };
  if (sameType(type, unlabeled)) return { unlabeled: true, maxToObjectIds };
  const text = texts[typeKey(type)];
  if (text === undefined) return { ...type, maxToObjectIds };
  return { label: wording === "byText" ? text : text.toUpperCase(), maxToObjectIds };
};

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
        .chain((shuffled) =>
          fc.tuple(
            ...shuffled.map((limit) => fc.constantFrom(...wordings).map((wording) => worded(of, limit, wording))),
          ),
        ),
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
