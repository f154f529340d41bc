/**
 * Reads a state as people write it, from a seed, a data file or `PUT /__sandbox/state`: fills in defaults, brings names
 * of object types into one spelling, and says everything that is wrong.
 */
import { withActivities } from "./activities";
import type { Pair } from "./associationTypes";
import { directions, sameType, typesOf } from "./associationTypes";
import type { AccountType, CustomObjectType, Label, Plan, PortalState, SandboxState, StandingLimit } from "./model";
import { findObjectType } from "./objectTypes";
import { defaultToken, readOAuthApp, readToken } from "./readCredentials";
import type { Cursor, Read } from "./reader";
import { boolean, complain, complainOfRepeats, integer, list, object, oneOf, readDocument, text } from "./reader";
import { readRecordUsages } from "./readRecordUsage";
import type { SandboxSwitches } from "./switches";
import { readSwitches } from "./switches";

/** What a state gets where it says nothing. */
export interface StateDefaults {
  readonly plan: Plan;
  readonly switches: SandboxSwitches;
}

const accountTypes: ReadonlyArray<AccountType> = ["STANDARD", "DEVELOPER_TEST", "SANDBOX", "APP_DEVELOPER"];
export const plans: ReadonlyArray<Plan> = ["free", "professional", "enterprise"];

const readCustomObjectType = (cursor: Cursor): CustomObjectType => {
  const fields = object(cursor, ["objectTypeId", "name"]);
  const type = { objectTypeId: text(fields("objectTypeId")), name: text(fields("name")) };
  if (!/^2-\d+$/.test(type.objectTypeId)) complain(fields("objectTypeId"), "a custom object type's id is like 2-123");
  return type;
};

type Portal = Pick<PortalState, "portalId" | "objectTypes">;

const readObjectType = (cursor: Cursor, portal: Portal): string => {
  const spelling = text(cursor);
  const type = findObjectType(portal, spelling);
  if (spelling !== "" && type === undefined)
    complain(cursor, `there is no object type "${spelling}"; custom ones stand in the portal's objectTypes`);
  return type?.name ?? spelling;
};

const nullableText = (cursor: Cursor, otherwise?: string | null): string | null => {
  if (cursor.value === null || (cursor.value === undefined && otherwise === null)) return null;
  return text(cursor, otherwise ?? undefined);
};

const nameFrom = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^(\d)/, "_$1");

const readLabel = (cursor: Cursor, portal: Portal): Label => {
  const keys = ["name", "from", "to", "category", "typeId", "label", "inverseTypeId", "inverseLabel", "inUse"];
  const fields = object(cursor, keys);
  const from = readObjectType(fields("from"), portal);
  const to = readObjectType(fields("to"), portal);
  const typeId = integer(fields("typeId"), 1);
  const label = nullableText(fields("label"));
  const inverseLabel = nullableText(fields("inverseLabel"), label);
  const symmetric = from === to && label === inverseLabel;
  return {
    name: text(fields("name"), nameFrom(`${label ?? `${from} to ${to}`} ${typeId}`)),
    from,
    to,
    category: text(fields("category"), "USER_DEFINED"),
    typeId,
    label,
    inverseTypeId: integer(fields("inverseTypeId"), 1, symmetric ? typeId : typeId + 1),
    inverseLabel,
    ...(boolean(fields("inUse"), false) ? { inUse: true } : {}),
  };
};

const readLimit = (cursor: Cursor, portal: Portal): StandingLimit => {
  const fields = object(cursor, ["from", "to", "category", "typeId", "maxToObjectIds"]);
  return {
    from: readObjectType(fields("from"), portal),
    to: readObjectType(fields("to"), portal),
    category: text(fields("category")),
    typeId: integer(fields("typeId"), 1),
    maxToObjectIds: integer(fields("maxToObjectIds"), 1),
  };
};

const describe = (pair: Pair, category: string, typeId: number): string =>
  `${pair.from} to ${pair.to}: ${category} ${typeId}`;

const portalKeys = [
  "portalId",
  "accountType",
  "plan",
  "tokens",
  "oauth",
  "objectTypes",
  "labels",
  "nextTypeId",
  "limits",
  "recordUsage",
];

const readPortal = (cursor: Cursor, defaults: StateDefaults): PortalState => {
  const fields = object(cursor, portalKeys);
  const portalId = integer(fields("portalId"), 1);
  const objectTypes = list(fields("objectTypes"), readCustomObjectType);
  const portal = { portalId, objectTypes };
  const written = list(fields("labels"), (label) => readLabel(label, portal));
  const labels = defaults.switches.newObjectAssociations === "none" ? written : withActivities(portal, written);
  const given = list(fields("tokens"), readToken);
  const tokens =
    fields("tokens").value === undefined ? [readToken({ ...cursor, value: defaultToken(portalId) })] : given;
  const limits = list(fields("limits"), (place) => {
    const limit = readLimit(place, portal);
    if (!typesOf(labels, limit).some((type) => sameType(type, limit)))
      complain(place, `the pair has no such association type: ${describe(limit, limit.category, limit.typeId)}`);
    return limit;
  });
  const own = labels.flatMap(directions);
  complainOfRepeats(
    fields("labels"),
    own.map((type) => describe(type, type.category, type.typeId)),
    "the association type",
  );
  const names = labels.map(({ name }) => name);
  complainOfRepeats(fields("labels"), names, "the name");
  const limited = limits.map((limit) => describe(limit, limit.category, limit.typeId));
  complainOfRepeats(fields("limits"), limited, "the limit of");
  const objectTypeNames = objectTypes.flatMap(({ name, objectTypeId }) => [name, objectTypeId]);
  complainOfRepeats(fields("objectTypes"), objectTypeNames, "the object type");
  const accountType = oneOf(fields("accountType"), accountTypes, "STANDARD");
  const oauth = fields("oauth").value === undefined ? {} : { oauth: readOAuthApp(fields("oauth")) };
  const nextTypeId = fields("nextTypeId").value === undefined ? {} : { nextTypeId: integer(fields("nextTypeId"), 1) };
  const plan = oneOf(fields("plan"), plans, defaults.plan);
  const usages = readRecordUsages(fields("recordUsage"), (place) => readObjectType(place, portal));
  const recordUsage = usages === undefined ? {} : { recordUsage: usages };
  return { ...portal, accountType, plan, tokens, ...oauth, labels, ...nextTypeId, limits, ...recordUsage };
};

/** Reads a state; the order of its portals stays. */
export const readState = (input: unknown, defaults: StateDefaults): Read<SandboxState> =>
  readDocument(input, (cursor) => {
    const fields = object(cursor, ["portals", "switches"]);
    const switches = readSwitches(fields("switches"), defaults.switches);
    const portals = list(fields("portals"), (portal) => readPortal(portal, { ...defaults, switches }), true);
    if (portals.length === 0) complain(fields("portals"), "a sandbox needs a portal");
    const ids = portals.map(({ portalId }) => String(portalId));
    complainOfRepeats(fields("portals"), ids, "the portal");
    const tokens = portals.flatMap(({ tokens }) => tokens.map(({ token }) => token));
    complainOfRepeats(fields("portals"), tokens, "the token");
    const refreshTokens = portals.flatMap(({ oauth }) => (oauth === undefined ? [] : [oauth.refreshToken]));
    complainOfRepeats(fields("portals"), refreshTokens, "the refresh token");
    return { portals, switches };
  });
