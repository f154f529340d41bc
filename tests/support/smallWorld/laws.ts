/**
 * The laws that every command keeps, whatever came before it. A law judges what was seen of one command; it gives no
 * judgment where it has nothing to say. What does not hold is told without numbers, so that the same fault is told alike.
 */
import { isDeepStrictEqual } from "node:util";
import type { Command } from "./alphabet";
import { identities } from "./alphabet";
import type { Facts } from "./held";
import { factsOf, isTrue, managedBy } from "./held";
import type { Contents } from "./hubSpot";
import type { Value } from "./memory";
import { isWrite } from "./network";
import { driverIn, objectIdIn, ownerId, placeOf, portalIn, standingIn, texts, typesFromContacts } from "./portals";
import type { Declared, Program } from "./programs";
import { meaningOf, numbersOf, portalOf, programNamed } from "./programs";
import type { Seen } from "./world";
import { endedWell, identityOf } from "./world";

export interface Judgment {
  readonly holds: boolean;
  /** What went wrong where it does not hold. */
  readonly what: string;
}

/** What is read off a command once, for all laws. */
interface View {
  readonly seen: Seen;
  readonly stood: ReadonlyMap<string, number>;
  readonly stands: ReadonlyMap<string, number>;
  readonly was: ReadonlyArray<Facts>;
  readonly is: ReadonlyArray<Facts>;
  readonly isWell: boolean;
  /** Nothing went wrong on the way, and reads do not lag. */
  readonly isCalm: boolean;
  /** The portal of the default Provider. */
  readonly portalId: number;
  /** All that the state said was so. */
  readonly wasTrue: boolean;
  /** Resources of the default Provider that are in another portal than it is now. */
  readonly isMoved: boolean;
  readonly program: Program;
}

const viewOf = (seen: Seen): View => {
  const { command, before, after, program = [] } = seen;
  const stood = standingIn(before.portals);
  const was = before.state.map(factsOf);
  const { portalId } = identities[identityOf(command)];
  const isDisturbed = "trouble" in command && command.trouble !== undefined;
  const lags = "lags" in command && command.lags === true;
  return {
    seen,
    stood,
    stands: standingIn(after.portals),
    was,
    is: after.state.map(factsOf),
    isWell: endedWell(seen),
    isCalm: !isDisturbed && !lags && before.shown === undefined,
    portalId,
    wasTrue: was.every((facts) => !facts.held.isPartial && isTrue(facts, before.portals, stood)),
    isMoved: was.some((facts) => facts.held.provider === "" && facts.portalId !== portalId),
    program,
  };
};

type Law = (view: View) => ReadonlyArray<Judgment>;

const holds = (isSo: boolean, what: string): Judgment => ({ holds: isSo, what });

const homeOf = ({ seen, portalId }: View, declared: Declared): Contents =>
  portalIn(seen.before.portals, portalOf(declared, portalId));

/** The places that a program declares: all of the pair where it is authoritative. */
const declaredPlaces = (view: View, portals: ReadonlyArray<Contents>): ReadonlySet<string> =>
  new Set(
    view.program.flatMap((declared) => {
      const portal = portalIn(portals, portalOf(declared, view.portalId));
      const all =
        declared.kind === "limits" && declared.authoritative
          ? typesFromContacts(portal).map((type) => placeOf(portal.portalId, type))
          : [];
      return [...all, ...numbersOf(portal, declared, driverIn(portal)?.typeId).map(([place]) => place)];
    }),
  );

const places = (...of: ReadonlyArray<Iterable<string>>): ReadonlyArray<string> => [
  ...new Set(of.flatMap((each) => [...each])),
];

/** Two resources on one pair. */
const isTwice = (view: View): boolean => {
  const pairs = view.program
    .filter(({ kind }) => kind === "limits")
    .map((declared) => `${homeOf(view, declared).portalId} ${objectIdIn(homeOf(view, declared), declared.object)}`);
  return new Set(pairs).size < pairs.length;
};

/** Resources that are given another Provider. */
const movesOf = ({ was, program }: View): Program =>
  program.filter(({ name, provider = "" }) => was.some(({ held }) => held.name === name && held.provider !== provider));

/** Whether a program could come true on the portals as they are. */
const isPossible = (view: View): boolean =>
  !isTwice(view) &&
  !view.seen.before.memory.strayLabel &&
  view.program.every((declared) => {
    const home = homeOf(view, declared);
    const hasOwner = home.labels.some(({ typeId }) => typeId === ownerId);
    const needsOwner = declared.kind === "limits" && declared.owner !== undefined;
    return objectIdIn(home, declared.object) !== undefined && (hasOwner || !needsOwner);
  });

/** Labels of other people stay; with a label of a custom object HubSpot may make the pair's own type. */
const sameLabels = (before: Contents, after: Contents): boolean =>
  before.labels
    .filter(({ name }) => name !== "driver")
    .every((label) => after.labels.some((other) => isDeepStrictEqual(label, other)));

const isStanding = (view: View, declared: Declared): ReadonlyArray<Judgment> => {
  const { stands, is, seen } = view;
  const portal = portalIn(seen.after.portals, portalOf(declared, view.portalId));
  const driver = driverIn(portal);
  if (declared.kind === "label") {
    const holder = is.find(({ kind, held }) => kind === "label" && held.name === declared.name);
    const isIt = holder?.kind === "label" && holder.driver.typeId === driver?.typeId;
    const { label, inverseLabel } = texts[declared.side];
    const isShown = driver?.side === declared.side && driver.label === label && driver.inverseLabel === inverseLabel;
    return [holds(isIt && isShown, "an up ends well, and a declared label does not stand")];
  }
  const numbers = numbersOf(portal, declared, driver?.typeId);
  const isThere = numbers.every(([place, number]) => stands.get(place) === number);
  const others = typesFromContacts(portal)
    .map((type) => placeOf(portal.portalId, type))
    .filter((place) => stands.has(place) && !numbers.some(([own]) => own === place));
  return [
    holds(isThere, "an up ends well, and a declared limit does not stand"),
    ...(declared.authoritative
      ? [holds(others.length === 0, "an up ends well, and on an authoritative pair another limit stands")]
      : []),
  ];
};

/** A command in words. */
const an = ({ do: what }: Command): string => `${what === "up" ? "an" : "a"} ${what}`;

/** The portal is what the program says. */
const portalIsProgram: Law = (view) => {
  const { seen, stood, stands, was, is, isWell, isCalm, wasTrue, isMoved, program } = view;
  const { command, before, after, asked } = seen;
  if (command.do === "somebody") return [];
  const managed = managedBy(before.state, before.portals);
  const declared = places(declaredPlaces(view, before.portals), declaredPlaces(view, after.portals));
  const concerned = new Set([...managed, ...declared, ...Object.keys(before.memory.lost)]);
  const strangers = places(stood.keys(), stands.keys()).filter((place) => !concerned.has(place));
  const untouched = [
    holds(
      strangers.every((place) => stood.get(place) === stands.get(place)),
      "a limit was changed that nobody declared",
    ),
    holds(
      before.portals.every((portal) => sameLabels(portal, portalIn(after.portals, portal.portalId))),
      "a label was changed that nobody declared",
    ),
  ];
  const told = (facts: Facts): Judgment =>
    holds(isTrue(facts, after.portals, stands), `the state does not tell the truth after ${an(command)}`);
  if (command.do === "refresh")
    return [
      ...untouched,
      holds(!asked.some(isWrite), "a refresh writes"),
      ...(isCalm && !isMoved ? [holds(isWell, "a refresh with nothing in its way fails")] : []),
      ...(isCalm && isWell ? is.map(told) : []),
    ];
  if (command.do === "preview") return [...untouched, holds(!asked.some(isWrite), "a preview writes")];
  // What others changed, a refresh tells, unless other numbers are declared.
  const isTouched = (facts: Facts): boolean => {
    const old = was.find(({ held }) => held.serial === facts.held.serial);
    const isChanged =
      facts.kind === "limits" && old?.kind === "limits" && !isDeepStrictEqual(facts.numbers, old.numbers);
    return old === undefined || isChanged || isTrue(old, before.portals, stood);
  };
  const isFirm = (name: string): boolean => is.some((facts) => facts.held.name === name && isTouched(facts));
  const mustEnd =
    command.do === "destroy"
      ? isCalm && !isMoved
      : isCalm && !isMoved && wasTrue && isPossible(view) && movesOf(view).length === 0;
  return [
    ...untouched,
    ...(mustEnd ? [holds(isWell, `${an(command)} with nothing in its way fails`)] : []),
    ...(isWell && !isMoved
      ? [
          ...program
            .filter((each) => isFirm(each.name) && !movesOf(view).includes(each))
            .flatMap((each) => isStanding(view, each)),
          ...is.filter(isTouched).map(told),
        ]
      : []),
  ];
};

/** No guess destroys. */
const noGuessDestroys: Law = (view) => {
  const { seen, was, program, portalId, isMoved } = view;
  const { command, steps, before, after } = seen;
  if (command.do !== "up") return [];
  const how = isMoved ? " with another portal's token" : "";
  return program.flatMap((declared) => {
    const old = was.find(({ held }) => held.name === declared.name && !held.isReplaced);
    if (old === undefined) return [];
    const home = homeOf(view, declared);
    const isDefault = declared.provider === undefined && old.held.provider === "";
    const meant = objectIdIn(home, declared.object);
    const isOther = isDefault
      ? portalId === old.portalId && meant !== undefined && meant !== (objectIdIn(home, old.object) ?? old.object)
      : home.portalId !== old.portalId || (meant !== undefined && meant !== old.object);
    const isOtherPair = old.kind === "label" && declared.kind === "label" && old.driver.side !== declared.side;
    if (isOther || isOtherPair) return [];
    const isReplaced = steps.some(
      ({ kind, saved, old: from }) =>
        (kind === "create" && saved?.name === declared.name) || (kind === "delete" && from?.serial === old.held.serial),
    );
    const driver = driverIn(portalIn(before.portals, old.portalId));
    const stays = driverIn(portalIn(after.portals, old.portalId));
    const isGone = driver !== undefined && ![stays?.typeId, stays?.inverseTypeId].includes(driver.typeId);
    return [
      holds(!isReplaced, `the same ${old.kind} is replaced${how}`),
      ...(old.kind === "label" && driver?.typeId === old.driver.typeId
        ? [holds(!isGone, `a label is gone from the portal that the program still declares${how}`)]
        : []),
    ];
  });
};

/** An object is its id. */
const anObjectIsItsId: Law = (view) => {
  const { seen, stood, stands, isWell, isCalm, wasTrue, isMoved, program, portalId } = view;
  const { command, before, after, asked, steps } = seen;
  const { settled } = before.memory;
  if (command.do !== "up" || settled === null || !wasTrue || isMoved) return [];
  const meant = (of: Program): unknown => of.map((each) => meaningOf(homeOf(view, each), each));
  const isSame =
    settled.program !== command.program &&
    identities[settled.as].portalId === portalId &&
    isDeepStrictEqual(meant(programNamed(settled.program)), meant(program)) &&
    isPossible(view);
  if (!isSame) return [];
  const isUnchanged =
    isDeepStrictEqual(stood, stands) &&
    before.portals.every((portal) =>
      isDeepStrictEqual(driverIn(portal), driverIn(portalIn(after.portals, portal.portalId))),
    );
  return [
    holds(isUnchanged, "another spelling changes the portal"),
    ...(isCalm
      ? [
          holds(isWell, "another spelling fails"),
          holds(!asked.some(isWrite), "another spelling writes"),
          holds(
            steps.every(({ kind }) => kind === "update"),
            "another spelling creates or deletes",
          ),
        ]
      : []),
  ];
};

/** A directed pair belongs to one resource. */
const aPairBelongsToOne: Law = (view) => {
  const { seen, isWell } = view;
  if (seen.command.do !== "up" || !isTwice(view)) return [];
  return [
    holds(!isWell, "two resources on one pair pass"),
    holds(!seen.asked.some(isWrite), "two resources on one pair are refused after something was written"),
  ];
};

/** The numbers that programs declare; nobody else sets them. */
const isOurs = (value: Value): boolean => value !== null && [2, 5, 6].includes(value);

/** `previous` is the value before we came. */
const previousIsBefore: Law = (view) => {
  const { seen, stands, is, isWell } = view;
  const { command, before, after, wasKilled } = seen;
  if (command.do === "somebody" || command.do === "preview" || wasKilled) return [];
  const { found } = before.memory;
  const known = is.flatMap((facts) =>
    facts.kind === "label"
      ? []
      : [...facts.numbers.keys()].flatMap((place): ReadonlyArray<Judgment> => {
          const value = facts.previous.get(place) ?? null;
          const isIt = after.memory.found[place]?.includes(value) ?? false;
          return [holds(isIt, isOurs(value) ? "previous is our own number" : "previous is not what stood before")];
        }),
  );
  const managed = managedBy(after.state, after.portals);
  const types = new Set(
    after.portals.flatMap((portal) => typesFromContacts(portal).map((type) => placeOf(portal.portalId, type))),
  );
  const letGo = Object.entries(found).filter(([place]) => !managed.has(place) && types.has(place));
  return [
    ...known,
    ...(isWell && command.do !== "refresh"
      ? letGo.flatMap(([place, values]) => {
          const now = stands.get(place) ?? null;
          return isOurs(now) ? [] : [holds(values.includes(now), "a limit that was let go is not what it was")];
        })
      : []),
  ];
};

/** What may not have happened is remembered. */
const nothingIsForgotten: Law = (view) => {
  const { seen, stands, was, is, isWell } = view;
  const { command, before, after, wasKilled } = seen;
  if (command.do === "somebody" || command.do === "preview" || wasKilled) return [];
  const how = `${an(command)} ${isWell ? "ends well" : "fails"}`;
  const lost = Object.keys(after.memory.lost).filter(
    (place) => !(place in before.memory.lost) && isOurs(stands.get(place) ?? null),
  );
  const isHeld = is.some(({ kind }) => kind === "label");
  const isLabelLeft =
    !isHeld && !before.memory.strayLabel && after.portals.some((portal) => driverIn(portal) !== undefined);
  return [
    ...(was.length + is.length > 0
      ? [
          holds(lost.length === 0, `${how}, and a number of ours stands that no state tells of`),
          holds(!isLabelLeft, `${how}, and a label of ours stands that no state tells of`),
        ]
      : []),
    ...(command.do === "destroy" && isWell
      ? [holds(is.length === 0, "a destroy ends well, and leaves resources")]
      : []),
  ];
};

/** The same program again asks nothing and changes nothing. */
const theSameAsksNothing: Law = ({ seen: { again }, isCalm }) =>
  again === undefined
    ? []
    : [
        holds(endedWell(again), "the same program again fails"),
        holds(again.steps.length === 0, "the same program again has something to do"),
        // What a check was not told is asked once more: whose the token is, and what the custom objects are.
        holds(
          again.asked.every(({ path }) => !isCalm && /account-info|crm-object-schemas/.test(path)),
          "the same program again asks",
        ),
      ];

/** A portal is not moved. */
const aPortalIsNotMoved: Law = (view) => {
  const { seen, is, isWell, isMoved, isCalm, wasTrue, portalId, program } = view;
  const { command, asked, before } = seen;
  if (command.do === "somebody") return [];
  const { settled } = before.memory;
  const isRotated =
    command.do === "up" && settled?.program === command.program && settled.as !== command.as && wasTrue && !isMoved;
  const moves = movesOf(view);
  // What is new and comes before all that stands cannot know where the rest lives.
  const [first] = program;
  const isNoticed =
    (command.do !== "up" && command.do !== "preview") ||
    first === undefined ||
    (first.provider === undefined && view.was.some(({ held }) => held.name === first.name));
  const arrives = (declared: Declared): boolean =>
    is.some(
      ({ held, portalId: where }) =>
        held.name === declared.name && !held.isReplaced && where === portalOf(declared, portalId),
    );
  return [
    ...(isMoved
      ? [
          // What is only deleted, a preview does not ask the provider of.
          ...(command.do === "preview" && program.every(({ name }) => !view.was.some(({ held }) => held.name === name))
            ? []
            : [holds(!isWell, `${an(command)} with another portal's token passes`)]),
          ...(isNoticed
            ? [
                holds(
                  asked.every((each) => each.portalId !== portalId || /account-info/.test(each.path)),
                  `${an(command)} with another portal's token asks that portal`,
                ),
                holds(!asked.some(isWrite), `${an(command)} with another portal's token writes`),
              ]
            : []),
        ]
      : []),
    ...(isRotated ? [holds(!asked.some(isWrite), "another token of the same portal writes")] : []),
    ...(command.do === "up" && isWell
      ? moves.map((declared) => holds(arrives(declared), "a resource that is given another Provider stays"))
      : []),
    ...(command.do === "up" && moves.length > 0 && isCalm && wasTrue && !isMoved && isPossible(view)
      ? [holds(isWell, "a resource that is given another Provider fails")]
      : []),
  ];
};

/** Two portals know nothing of each other. */
const portalsAreApart: Law = ({ seen: { asked, alone } }) => {
  if (alone === undefined) return [];
  const lines = (of: Seen["asked"], portalId: number | undefined): ReadonlyArray<string> =>
    of
      .filter((each) => each.portalId === portalId)
      .map(({ method, path }) => `${method} ${path}`)
      .sort();
  const ids = [...new Set([...asked, ...alone.flat()].map(({ portalId }) => portalId))];
  return ids.map((portalId) =>
    holds(
      isDeepStrictEqual(lines(asked, portalId), lines(alone.flat(), portalId)),
      "a portal is asked otherwise because another one is in the program",
    ),
  );
};

/** What one command may ask and wait, with something in its way and without. */
export const mostRequests = (resources: number): number => 4 + 6 * resources;
const mostInTrouble = 60;
const mostMilliseconds = 10 * 60_000;

/** The cost is linear, and a wait is bounded. */
const costIsBounded: Law = ({ seen, is, was, isCalm, program }) => {
  const { command, asked, milliseconds } = seen;
  if (command.do === "somebody") return [];
  const resources = Math.max(is.length, was.length, program.length);
  return [
    ...(isCalm ? [holds(asked.length <= mostRequests(resources), `${an(command)} asks too much`)] : []),
    holds(asked.length <= mostInTrouble, `${an(command)} in trouble asks too much`),
    holds(milliseconds <= mostMilliseconds, `${an(command)} waits too long`),
  ];
};

/** By their numbers in the design. */
export const laws: ReadonlyMap<number, Law> = new Map([
  [1, portalIsProgram],
  [2, noGuessDestroys],
  [3, anObjectIsItsId],
  [6, aPairBelongsToOne],
  [7, previousIsBefore],
  [9, nothingIsForgotten],
  [10, theSameAsksNothing],
  [11, aPortalIsNotMoved],
  [12, portalsAreApart],
  [13, costIsBounded],
]);

export interface Violation {
  readonly law: number;
  readonly what: string;
}

/** What such a violation leaves behind is a world in which the other laws still hold. */
export const leavesTheWorldWell = ({ law }: Violation): boolean => [10, 12, 13].includes(law);

export interface Judged extends Judgment {
  readonly law: number;
}

/** What all laws say of a command. */
export const judged = (seen: Seen): ReadonlyArray<Judged> => {
  const view = viewOf(seen);
  // Of a program that no law lets pass, the others have nothing to say.
  const judges = isTwice(view) ? [...laws].filter(([law]) => law === 6) : [...laws];
  return judges.flatMap(([law, judge]) => judge(view).map((judgment) => ({ law, ...judgment })));
};

/** @param inverted a law that is broken where it holds, to show that a run would notice */
export const brokenAmong = (all: ReadonlyArray<Judged>, inverted?: number): ReadonlyArray<Violation> =>
  all.flatMap(({ law, what, holds: isSo }) => (isSo === (law === inverted) ? [{ law, what }] : []));

export const violations = (seen: Seen): ReadonlyArray<Violation> => brokenAmong(judged(seen));
