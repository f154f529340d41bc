/** The operations of a resource's life, each with the requests that it makes of a portal where nothing goes wrong. */
import type { LabelInput, StandingLimit } from "../../../../sandbox";
import type { Properties } from "../../harness";
import { declared, ofLabel, ofType, unlabeled } from "../values";

export type RequestKind = "account" | "all" | "pair" | "purge" | "update";

export const requestOf: Readonly<Record<RequestKind, { readonly method: string; readonly path: string }>> = {
  account: { method: "GET", path: "^/account-info/" },
  all: { method: "GET", path: "/configurations/all$" },
  pair: { method: "GET", path: "/configurations/contacts/companies$" },
  purge: { method: "POST", path: "/contacts/companies/batch/purge$" },
  update: { method: "POST", path: "/contacts/companies/batch/update$" },
};

export const isWrite = (kind: RequestKind): boolean => kind === "purge" || kind === "update";

/** What stands, such as `{ "contacts/companies 279": 5 }`. */
export type Limits = Readonly<Record<string, number>>;

export const showLimits = (limits: ReadonlyArray<StandingLimit>): Limits =>
  Object.fromEntries(
    limits.map(({ from, to, category, typeId, maxToObjectIds }) => [
      `${from}/${to} ${category === "HUBSPOT_DEFINED" ? "" : `${category} `}${typeId}`,
      maxToObjectIds,
    ]),
  );

export interface Operation {
  readonly name: string;
  /** What stands before anything is managed. */
  readonly found: ReadonlyArray<StandingLimit>;
  /** What an `up` before has declared, and what was set in HubSpot's settings since. */
  readonly before?: { readonly program: Properties; readonly meanwhile: ReadonlyArray<StandingLimit> };
  readonly command: "up" | "refresh" | "destroy";
  readonly requests: ReadonlyArray<RequestKind>;
  /** What the program says in the end. */
  readonly program: Properties;
  /** What stands once the portal is as the program says. */
  readonly healthy: Limits;
  /** What a refresh brings into the state. */
  readonly seen?: Properties;
}

/** The portal's own association types; 36 and 44 are those of contacts to companies. */
export const labels: ReadonlyArray<LabelInput> = [
  { from: "contacts", to: "companies", typeId: 36, label: "Decision maker", inverseLabel: "Decided by" },
  { from: "contacts", to: "companies", typeId: 44, label: "Champion", inverseLabel: "Championed by" },
];

const contactsToCompanies = { from: "contacts", to: "companies" };
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
const otherDirection: StandingLimit = { ...hubSpotDefined(280, 7), from: "companies", to: "contacts" };
const champion = userDefined(44, 1);
const untouched: Limits = { "companies/contacts 280": 7, "contacts/companies USER_DEFINED 44": 1 };

const pair = "contacts/companies";
const three = [unlabeled(6), ofType(1, 1), ofLabel(36, 2)];
const threeStand: Limits = {
  ...untouched,
  "contacts/companies 1": 1,
  "contacts/companies 279": 6,
  "contacts/companies USER_DEFINED 36": 2,
};
const all = declared(pair, [unlabeled(6), ofLabel(36, 2)], { authoritative: true });
const allStand: Limits = {
  "companies/contacts 280": 7,
  "contacts/companies 279": 6,
  "contacts/companies USER_DEFINED 36": 2,
};

export const operations: ReadonlyArray<Operation> = [
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
