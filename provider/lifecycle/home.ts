/**
 * Where a resource lives: the portal, on whose word that is, and the ids of the custom objects that the program names.
 * Check decides it once and keeps it among the inputs, so that the same program asks nothing again; Pulumi shows no
 * property whose name begins with two underscores. What comes by an import file has none at first.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as t from "io-ts";
import { mirrored, samePair } from "../associationType";
import type { Access } from "../credentials";
import type { CustomObject } from "../customObjects";
import { located, plainName } from "../customObjects";
import type { Pair } from "../model";
import { isCustomName, objectTypeIdOf } from "../objectTypes";
import type { Properties } from "./resource";

export const homeKey = "__home";

const Home = t.readonly(
  t.intersection([
    t.type({
      portalId: t.number,
      /** A digest of the credentials that were seen to belong to the portal. */
      credentials: t.string,
    }),
    t.partial({
      /** The name of the `hubspot.Provider`; none where the resource takes the stack's configuration. */
      provider: t.string,
      /** The portal that the resource comes from, where its Provider takes it to another. */
      movedFrom: t.number,
      /** Ids that the names of the program do not tell. */
      fromObjectTypeId: t.string,
      toObjectTypeId: t.string,
    }),
  ]),
);

export type Home = t.TypeOf<typeof Home>;

export const readHome = (properties: Properties): O.Option<Home> => O.fromEither(Home.decode(properties[homeKey]));

/** Inputs or outputs as people know them. */
export const withoutHome = ({ [homeKey]: _home, ...properties }: Properties): Properties => properties;

export const withHome = (properties: Properties, home: O.Option<Home>): Properties =>
  O.isNone(home) ? properties : { ...properties, [homeKey]: home.value };

/** The home of a pair that is named in one way and found under ids. */
export const homeAt = ({ provider, mark }: Access, portalId: number, pair: Pair, place: Pair): Home =>
  withIds({ portalId, credentials: mark(portalId), ...(provider === undefined ? {} : { provider }) }, pair, place);

/** The same portal on the same word, for another pair. */
export const withIds = (
  { fromObjectTypeId: _from, toObjectTypeId: _to, movedFrom: _before, ...home }: Home,
  { from, to }: Pair,
  place: Pair,
): Home => ({
  ...home,
  ...(place.from === from ? {} : { fromObjectTypeId: place.from }),
  ...(place.to === to ? {} : { toObjectTypeId: place.to }),
});

/** Whether a home rests on the same credentials of the same Provider, so that nobody need be asked again. */
export const isOnSameWord = (home: Home, { provider, mark }: Access): boolean =>
  home.provider === provider && home.credentials === mark(home.portalId);

/** An object type as a program or a state names it, with its id as far as that is known. */
export interface Named {
  readonly name: string;
  readonly id: O.Option<string>;
}

/** Both object types of a pair. */
export interface Objects {
  readonly from: Named;
  readonly to: Named;
}

export const named = (name: string, id?: string): Named => ({
  name,
  id: pipe(
    objectTypeIdOf(name),
    O.alt(() => O.fromNullable(id)),
  ),
});

export const objectsOf = (
  { from, to }: Pair,
  ids: { readonly fromObjectTypeId?: string | undefined; readonly toObjectTypeId?: string | undefined },
): Objects => ({ from: named(from, ids.fromObjectTypeId), to: named(to, ids.toObjectTypeId) });

/** The objects of a pair with the ids that its home knows. */
export const objectsAt = (pair: Pair, home: O.Option<Home>): Objects => objectsOf(pair, O.toUndefined(home) ?? {});

/** The same objects, with what a list of custom objects tells of those whose id is not known. */
export const placedBy = (custom: ReadonlyArray<CustomObject>, { from, to }: Objects): Objects => {
  const placed = ({ name, id }: Named): Named => ({
    name,
    id: pipe(
      id,
      O.alt(() => located(custom, name)),
    ),
  });
  return { from: placed(from), to: placed(to) };
};

/** A pair as HubSpot is asked for it. */
export const placeOf = ({ from, to }: Objects): Pair => {
  const side = ({ name, id }: Named): string => (isCustomName(name) ? (O.toUndefined(id) ?? name) : name);
  return { from: side(from), to: side(to) };
};

/** Whether two pairs are of the same object types; `Undecided` where a name may mean the id of the other one. */
export type Verdict = "Same" | "Turned" | "Other" | "Undecided";

/** Whether a label may also be written from its other side. */
export type Turning = "turns" | "stays";

const isCustomId = (id: string): boolean => !/^0-/.test(id);

export const comparedSides = (portalId: O.Option<number>, a: Named, b: Named): Exclude<Verdict, "Turned"> => {
  if (O.isSome(a.id) && O.isSome(b.id)) return a.id.value === b.id.value ? "Same" : "Other";
  // A custom object may bear the name of one of HubSpot's own: then its full name means the custom one.
  if (isCustomName(a.name) && isCustomName(b.name))
    return plainName(portalId, a.name) === plainName(portalId, b.name) ? "Same" : "Other";
  const [id] = [a.id, b.id].flatMap((known) => (O.isSome(known) ? [known.value] : []));
  return id !== undefined && isCustomId(id) ? "Undecided" : "Other";
};

const straight = (portalId: O.Option<number>, a: Objects, b: Objects): Exclude<Verdict, "Turned"> => {
  const sides = [comparedSides(portalId, a.from, b.from), comparedSides(portalId, a.to, b.to)];
  if (sides.includes("Other")) return "Other";
  return sides.includes("Undecided") ? "Undecided" : "Same";
};

const turned = ({ from, to }: Objects): Objects => ({ from: to, to: from });

/** Compares by ids, and by names where an id is not known. Only pairs that differ as they are written can be turned. */
export const compared = (portalId: O.Option<number>, before: Objects, now: Objects, turning: Turning): Verdict => {
  const asIs = straight(portalId, before, now);
  if (asIs !== "Other" || turning === "stays") return asIs;
  const fromOtherSide = straight(portalId, turned(before), now);
  return fromOtherSide === "Same" ? "Turned" : fromOtherSide;
};

/** A side of a pair that may be the state's or may not. */
export interface OpenSide {
  readonly path: string;
  readonly now: string;
  readonly old: string;
}

/** The sides that leave two pairs undecided. */
export const openSides = (
  portalId: O.Option<number>,
  before: Objects,
  now: Objects,
  turning: Turning,
): ReadonlyArray<OpenSide> => {
  if (compared(portalId, before, now, turning) !== "Undecided") return [];
  const old = straight(portalId, before, now) === "Undecided" ? before : turned(before);
  const sides = [
    { path: "fromObjectType", a: old.from, b: now.from },
    { path: "toObjectType", a: old.to, b: now.to },
  ];
  return sides.flatMap(({ path, a, b }) =>
    comparedSides(portalId, a, b) === "Undecided" ? [{ path, now: b.name, old: a.name }] : [],
  );
};

/** The inputs that name other objects than before. */
export const otherSides = (portalId: O.Option<number>, before: Objects, now: Objects): ReadonlyArray<string> => [
  ...(comparedSides(portalId, before.from, now.from) === "Other" ? ["fromObjectType"] : []),
  ...(comparedSides(portalId, before.to, now.to) === "Other" ? ["toObjectType"] : []),
];

/** The id that a home has for a name of one of its sides. */
export const idCarried = (home: Home, before: Pair, name: string): O.Option<string> => {
  const plain = (each: string): string => plainName(O.some(home.portalId), each);
  const ids = [
    { side: before.from, id: home.fromObjectTypeId },
    { side: before.to, id: home.toObjectTypeId },
  ];
  return O.fromNullable(ids.find(({ side, id }) => id !== undefined && plain(side) === plain(name))?.id);
};

/** Whether two pairs are written with the same words, in whichever order. */
export const isSpelledAlike = (before: Pair, now: Pair): boolean =>
  samePair(before, now) || samePair(mirrored(before), now);

/** What a state knows of where its resource lives. */
export interface Lived {
  readonly pair: Pair;
  readonly portalId: O.Option<number>;
  readonly home: O.Option<Home>;
  readonly fromObjectTypeId: O.Option<string>;
  readonly toObjectTypeId: O.Option<string>;
}

/** Both object types of a state, with their ids as its outputs have them. */
export const objectsInState = ({ pair, fromObjectTypeId, toObjectTypeId }: Lived): Objects =>
  objectsOf(pair, {
    fromObjectTypeId: O.toUndefined(fromObjectTypeId),
    toObjectTypeId: O.toUndefined(toObjectTypeId),
  });

/** Where the pair of a program is, by the ids of its state and, where that has none, by those of its home. */
export const placeNow = (old: O.Option<Lived>, pair: Pair, home: O.Option<Home>): Pair => {
  const now = objectsAt(pair, home);
  if (O.isNone(old)) return placeOf(now);
  const { from, to } = objectsInState(old.value);
  const placed = (before: Named, after: Named): Named => (O.isSome(before.id) ? before : after);
  return placeOf({ from: placed(from, now.from), to: placed(to, now.to) });
};

/** Where the state says that its pair is, for the ids of custom objects do not change. */
export const placeInState = (state: Lived): Pair => placeOf(objectsInState(state));

/** The home of a resource that has been read, on the word of the credentials that are used now. */
export const homeInState = (access: Access, portalId: number, state: Lived): Home =>
  homeAt(access, portalId, state.pair, placeInState(state));

interface Read {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** What was read, with its home among the inputs. The outputs keep theirs, so that a rotated token is no drift. */
export const atHome = ({ id, inputs, outputs }: Read, home: Home): Read => ({
  id,
  inputs: { ...inputs, [homeKey]: home },
  outputs: { [homeKey]: home, ...outputs },
});
