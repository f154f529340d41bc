/** The operations of a resource's life, each with the requests that it makes of a portal where nothing goes wrong. */
import type { Label, PortalState, StandingLimit } from "../../../sandbox";
import type { Properties } from "../engine/hooks";
import { declared, ofLabel, ofType, unlabeled } from "../inputs";

export type RequestKind =
  "account" | "all" | "pair" | "purge" | "update" | "labels" | "mirror" | "makeLabel" | "changeLabel" | "deleteLabel";

export const requestOf: Readonly<Record<RequestKind, { readonly method: string; readonly path: string }>> = {
  account: { method: "GET", path: "^/account-info/" },
  all: { method: "GET", path: "/configurations/all$" },
  pair: { method: "GET", path: "/configurations/contacts/companies$" },
  purge: { method: "POST", path: "/contacts/companies/batch/purge$" },
  update: { method: "POST", path: "/contacts/companies/batch/update$" },
  labels: { method: "GET", path: "/contacts/companies/labels$" },
  mirror: { method: "GET", path: "/companies/contacts/labels$" },
  makeLabel: { method: "POST", path: "/contacts/companies/labels$" },
  changeLabel: { method: "PUT", path: "/contacts/companies/labels$" },
  deleteLabel: { method: "DELETE", path: "/contacts/companies/labels/\\d+$" },
};

export const isWrite = (kind: RequestKind): boolean => requestOf[kind].method !== "GET";

/** Whether HubSpot's own answer to it may be empty. */
export const isAnsweredByNothing = (kind: RequestKind): boolean =>
  kind === "purge" || kind === "changeLabel" || kind === "deleteLabel";

/** What stands, such as `{ "contacts/companies 279": 5, "contacts/companies label 36 | 37": "dm: Boss | Report" }`. */
export type Standing = Readonly<Record<string, number | string>>;

export const showStanding = ({ limits, labels }: Pick<PortalState, "limits" | "labels">): Standing =>
  Object.fromEntries([
    ...limits.map(({ from, to, category, typeId, maxToObjectIds }) => [
      `${from}/${to} ${category === "HUBSPOT_DEFINED" ? "" : `${category} `}${typeId}`,
      maxToObjectIds,
    ]),
    ...labels.map(({ from, to, typeId, inverseTypeId, name, label, inverseLabel }) => [
      `${from}/${to} label ${typeId} | ${inverseTypeId}`,
      `${name}: ${label} | ${inverseLabel}`,
    ]),
  ]);

export interface Operation {
  readonly name: string;
  readonly kind: "AssociationConfiguration" | "AssociationLabel";
  /** The limits and the labels that stand before anything is managed. */
  readonly found: ReadonlyArray<StandingLimit>;
  readonly foundLabels: ReadonlyArray<Label>;
  /** What an `up` before has declared, and what was set in HubSpot's settings since. */
  readonly before?: {
    readonly program: Properties;
    readonly meanwhile: ReadonlyArray<StandingLimit>;
    readonly relabeled?: ReadonlyArray<Label>;
  };
  readonly command: "up" | "refresh" | "destroy";
  readonly requests: ReadonlyArray<RequestKind>;
  /** What the program says in the end. */
  readonly program: Properties;
  /** What stands once the portal is as the program says. */
  readonly healthy: Standing;
  /** What a refresh brings into the state. */
  readonly seen?: Properties;
  /** What a destroy leaves. @default what was found */
  readonly left?: Standing;
  /** What an error asks for where it is not certain whether something was made: with it the next `up` takes it over. */
  readonly takesOver?: Properties;
}

export const foundBy = ({ found, foundLabels }: Operation): Standing =>
  showStanding({ limits: found, labels: foundLabels });

const contactsToCompanies = { from: "contacts", to: "companies" };

/** The number of the first label that is made in a portal of an operation. */
export const firstTypeId = 101;

/** A label that people made of contacts to companies, whose other side has the next number. */
export const labelOf = (typeId: number, name: string, label: string, inverseLabel: string): Label => ({
  ...contactsToCompanies,
  category: "USER_DEFINED",
  name,
  typeId,
  label,
  inverseTypeId: typeId + 1,
  inverseLabel,
});

/** The portal's own association types; 36 and 44 are those of contacts to companies. */
export const labels: ReadonlyArray<Label> = [
  labelOf(36, "decision_maker", "Decision maker", "Decided by"),
  labelOf(44, "champion", "Champion", "Championed by"),
];

const hubSpotDefined = (typeId: number, maxToObjectIds: number): StandingLimit => ({
  ...contactsToCompanies,
  category: "HUBSPOT_DEFINED",
  typeId,
  maxToObjectIds,
});
const userDefined = (typeId: number, maxToObjectIds: number): StandingLimit => ({
  ...hubSpotDefined(typeId, maxToObjectIds),
  category: "USER_DEFINED",
});

/** Limits that nobody declares: of the other direction, and of a label of the pair itself. */
export const otherDirection: StandingLimit = { ...hubSpotDefined(280, 7), from: "companies", to: "contacts" };
export const champion = userDefined(44, 1);
export const untouched = showStanding({ limits: [otherDirection, champion], labels });

const pair = "contacts/companies";
const three = [unlabeled(6), ofType(1, 1), ofLabel(36, 2)];
const threeStand: Standing = {
  ...untouched,
  "contacts/companies 1": 1,
  "contacts/companies 279": 6,
  "contacts/companies USER_DEFINED 36": 2,
};
const all = declared(pair, [unlabeled(6), ofLabel(36, 2)], { authoritative: true });
const allStand: Standing = {
  ...showStanding({ limits: [], labels }),
  "companies/contacts 280": 7,
  "contacts/companies 279": 6,
  "contacts/companies USER_DEFINED 36": 2,
};

const ofLimits: ReadonlyArray<Omit<Operation, "kind" | "foundLabels">> = [
  {
    name: "a create",
    found: [hubSpotDefined(279, 10), champion, otherDirection],
    command: "up",
    requests: ["account", "all", "update"],
    program: declared(pair, three),
    healthy: threeStand,
  },
  {
    name: "a create for the whole pair, on which others have limits",
    found: [hubSpotDefined(279, 10), hubSpotDefined(1, 2), userDefined(44, 3), otherDirection],
    command: "up",
    requests: ["account", "pair", "purge", "update"],
    program: all,
    healthy: allStand,
  },
  {
    name: "an update that drops a limit and raises two, one above where the other was",
    found: [hubSpotDefined(279, 10), champion, otherDirection],
    before: { program: declared(pair, [unlabeled(5), ofType(1, 1), ofLabel(36, 3)]), meanwhile: [] },
    command: "up",
    requests: ["account", "all", "purge", "update", "update"],
    program: declared(pair, [unlabeled(9), ofLabel(36, 7)]),
    healthy: { ...untouched, "contacts/companies 279": 9, "contacts/companies USER_DEFINED 36": 7 },
  },
  {
    name: "a read",
    found: [champion, otherDirection],
    before: { program: declared(pair, three), meanwhile: [hubSpotDefined(279, 8)] },
    command: "refresh",
    requests: ["account", "all"],
    program: declared(pair, three),
    healthy: threeStand,
    seen: { limits: [unlabeled(8), ofType(1, 1), ofLabel(36, 2)], others: [] },
  },
  {
    name: "a read of the whole pair",
    found: [otherDirection],
    before: { program: all, meanwhile: [champion] },
    command: "refresh",
    requests: ["account", "pair"],
    program: all,
    healthy: allStand,
    seen: {
      limits: [unlabeled(6), ofLabel(36, 2)],
      others: [{ category: "USER_DEFINED", typeId: 44, label: "Champion", userEnforcedMaxToObjectIds: 1 }],
    },
  },
  {
    name: "a delete that puts back what was there",
    found: [hubSpotDefined(279, 10), champion, otherDirection],
    before: { program: declared(pair, three), meanwhile: [] },
    command: "destroy",
    requests: ["account", "all", "purge", "update"],
    program: declared(pair, three),
    healthy: threeStand,
  },
];

export const operations: ReadonlyArray<Operation> = ofLimits.map((operation) => ({
  kind: "AssociationConfiguration",
  foundLabels: labels,
  ...operation,
}));
