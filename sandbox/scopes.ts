/**
 * Which scopes that a token was not granted keep it from a call. A scope concerns one object type, so its lack keeps a
 * token from the pairs with this type, and from nothing else.
 */
import type { Call } from "./call";
import type { ObjectType } from "./objectTypes";
import { findObjectType } from "./objectTypes";
import type { SandboxSwitches } from "./switches";

/** The only scope that account details need. */
const accountScope = "oauth";

/** What a path needs scopes for. */
export interface Need {
  readonly access: "account" | "read" | "write";
  /** Schemas have scopes of their own besides those of the objects. */
  readonly about: "schemas" | "associations";
}

/** What a call touches. */
interface Touched extends Need {
  /** The object types in the path, and `custom` where it means all custom ones; none where it means the whole portal. */
  readonly objectTypes: ReadonlyArray<ObjectType | "custom">;
}

const touchedBy = ({ access, about }: Need, { portal, parameters }: Pick<Call, "portal" | "parameters">): Touched => {
  const { from, to, objectType } = parameters;
  const named = [from, to, objectType].flatMap((spelling) => (spelling === undefined ? [] : [spelling]));
  const types = named.flatMap((spelling) => findObjectType(portal, spelling) ?? []);
  return { access, about, objectTypes: about === "schemas" && named.length === 0 ? ["custom"] : types };
};

interface Scope {
  readonly room: string;
  /** The object's name, or `custom`. */
  readonly object: string;
}

/** Such as `crm.objects.contacts.read` or the older `tickets`; undefined where a scope names no object. */
const parsed = (scope: string): Scope | undefined => {
  const [, room, object] = /^crm\.(objects|schemas)\.([^.]+)\./.exec(scope) ?? [];
  if (room !== undefined && object !== undefined) return { room, object };
  return scope === "tickets" || scope.startsWith("tickets.") ? { room: "objects", object: "tickets" } : undefined;
};

const isCustom = (touched: ObjectType | "custom"): boolean =>
  touched === "custom" || touched.objectTypeId.startsWith("2-");

/** Scopes write `partner-clients` where paths have an underscore. */
const standardType = (object: string): ObjectType | undefined =>
  findObjectType({ portalId: 0, objectTypes: [] }, object.replaceAll("-", "_"));

const concerns = (scope: string, { about, objectTypes }: Touched): boolean => {
  const known = parsed(scope);
  if (known === undefined) return true;
  if (known.room === "schemas" && about !== "schemas") return false;
  const type = standardType(known.object);
  return objectTypes.some((touched) =>
    known.object === "custom"
      ? isCustom(touched)
      : touched !== "custom" && type !== undefined && touched.objectTypeId === type.objectTypeId,
  );
};

/** The scopes that are missing for a call; reads still work if each of them ends in `.write`. */
export const lacking = (
  missing: ReadonlyArray<string>,
  need: Need,
  call: Pick<Call, "portal" | "parameters">,
  { missingScopeConcerns }: SandboxSwitches,
): ReadonlyArray<string> => {
  const touched = touchedBy(need, call);
  if (touched.access === "account") return missing.filter((scope) => scope === accountScope);
  const ofObjects = missing
    .filter((scope) => scope !== accountScope)
    .filter((scope) => missingScopeConcerns === "everything" || concerns(scope, touched));
  return touched.access === "write" || ofObjects.some((scope) => !scope.endsWith(".write")) ? ofObjects : [];
};
