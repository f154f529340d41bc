/**
 * The labels that the resources of this run declare: a limit may name one that is not made yet, and a delete must know
 * that another resource now owns the label it would take away.
 */
import * as O from "fp-ts/Option";
import { samePair, showPair, mirrored } from "./associationType";
import type { LabelTexts } from "./hubspot/calls";
import { claimIndex } from "./claimIndex";
import type { CustomObject } from "./customObjects";
import { locatePair } from "./customObjects";
import type { InputFailure } from "./fields";
import { plainText } from "./limits/selector";
import type { Pair } from "./model";

export interface LabelClaim {
  /** As the program names it. */
  readonly pair: Pair;
  /** As check has found it. */
  readonly place: Pair;
  readonly name: string;
  readonly label: string;
  /** What the other side says. */
  readonly inverseLabel: string;
  /** Whether the engine will check the same resource again as a replacement: then this one cannot contradict. */
  readonly provisional: boolean;
  /** What the label showed before this run, and where, if it stood already. */
  readonly before: O.Option<LabelTexts & { readonly place: Pair }>;
  /** Whether the label that stands is deleted in this run, and made anew under another id. */
  readonly isRemade: boolean;
}

export interface LabelClaims {
  /** Notes a label, unless it contradicts another resource's. */
  readonly declare: (claim: LabelClaim) => ReadonlyArray<InputFailure>;
  /** Whether a label of this run shows the text in the direction of a located pair. */
  readonly show: (pair: Pair, text: string) => boolean;
  /** Whether a label of this run that shows the text there is made anew. */
  readonly remake: (pair: Pair, text: string) => boolean;
  /** Whether a label of this run showed the text there and will no longer, or goes and comes again. */
  readonly leave: (pair: Pair, text: string) => boolean;
  /**
   * Whether labels of this run wait for each other's texts in a circle, and the one of this name is the one to begin: it
   * steps aside.
   */
  readonly stepsAside: (name: string) => boolean;
  /** What the labels of this run will show in the direction of a located pair, from whichever side they are written. */
  readonly shownOn: (pair: Pair) => ReadonlyArray<{ readonly name: string; readonly text: string }>;
  /** Notes that a resource of this run now looks after a label. */
  readonly take: (pair: Pair, typeId: number) => void;
  /** Whether one does. */
  readonly holds: (pair: Pair, typeId: number) => boolean;
  /** The next time that a label of this run was made, changed or deleted. */
  readonly next: () => Promise<void>;
  /** A label was made, changed or deleted. */
  readonly happened: () => void;
}

/** The texts that a label on `own` shows in the direction of `pair`. */
const textsIn = (texts: LabelTexts, own: Pair, pair: Pair): ReadonlyArray<string> => [
  ...(samePair(own, pair) ? [texts.label] : []),
  ...(samePair(mirrored(own), pair) ? [texts.inverseLabel] : []),
];

const sameLabel = (a: LabelClaim, b: LabelClaim): boolean =>
  samePair(a.pair, b.pair) && a.name === b.name && a.label === b.label && a.inverseLabel === b.inverseLabel;

/** A text in the direction of a located pair. */
const textKey = (pair: Pair, text: string): string => `${showPair(pair)} ${plainText(text)}`;

/** Both texts of a label that is written on a located pair. */
const textKeys = (own: Pair, { label, inverseLabel }: LabelTexts): ReadonlyArray<string> => [
  textKey(own, label),
  textKey(mirrored(own), inverseLabel),
];

/** @param customObjects the portal's custom objects, as far as they were learnt */
export const newLabelClaims = (customObjects: () => ReadonlyArray<CustomObject>): LabelClaims => {
  const located = (pair: Pair): Pair => locatePair(customObjects(), pair);
  const claims = {
    byName: claimIndex<LabelClaim>(customObjects, ({ name }) => [name]),
    byPair: claimIndex<LabelClaim>(customObjects, ({ place }, custom) => {
      const own = locatePair(custom, place);
      return [own, mirrored(own)].map(showPair);
    }),
    byText: claimIndex<LabelClaim>(customObjects, (claim, custom) => textKeys(locatePair(custom, claim.place), claim)),
    byTextBefore: claimIndex<LabelClaim>(customObjects, ({ before }, custom) =>
      O.isSome(before) ? textKeys(locatePair(custom, before.value.place), before.value) : [],
    ),
  };
  const taken = new Set<string>();
  let wake = (): void => undefined;
  let waking: Promise<void> = new Promise((resolve) => (wake = resolve));

  const showing = (pair: Pair, text: string): ReadonlyArray<LabelClaim> => claims.byText.at(textKey(pair, text));

  const leaving = (pair: Pair, text: string): ReadonlyArray<LabelClaim> =>
    claims.byTextBefore
      .at(textKey(pair, text))
      .filter((claim) => claim.isRemade || !showing(pair, text).includes(claim));

  /** The labels that have to leave a text before this one can show it. */
  const awaited = (claim: LabelClaim): ReadonlyArray<LabelClaim> => {
    const pair = located(claim.place);
    return [...leaving(pair, claim.label), ...leaving(mirrored(pair), claim.inverseLabel)].filter(
      ({ name, isRemade }) => name !== claim.name && !isRemade,
    );
  };

  /** Whether a circle leads from a label back to it, over labels whose names come later. */
  const inCircle = (first: LabelClaim): boolean => {
    const seen = new Set<string>();
    const reaches = (claim: LabelClaim): boolean =>
      awaited(claim).some((next) => {
        if (next.name === first.name) return true;
        if (next.name < first.name || seen.has(next.name)) return false;
        seen.add(next.name);
        return reaches(next);
      });
    return reaches(first);
  };

  const contradictions = (claim: LabelClaim): ReadonlyArray<InputFailure> => {
    // The same resource is checked twice where it is replaced, and declares alike.
    const isOther = (other: LabelClaim): boolean => !other.provisional && !sameLabel(other, claim);
    const named = claims.byName.at(claim.name).find(isOther);
    if (named !== undefined) {
      return [
        {
          path: "name",
          problem: `"${claim.name}" is another label of this program, on ${showPair(named.pair)}; a name is unique in the portal, so give this one another`,
        },
      ];
    }
    const own = located(claim.place);
    const sides = [
      { path: "label", pair: own, text: claim.label },
      { path: "inverseLabel", pair: mirrored(own), text: claim.inverseLabel },
    ];
    return sides.flatMap(({ path, pair, text }) => {
      const other = showing(pair, text).find(isOther);
      return other === undefined
        ? []
        : [
            {
              path,
              problem: `"${text}" is what the label "${other.name}" of this program shows from ${pair.from} to ${pair.to}; declare it once, or choose another text`,
            },
          ];
    });
  };

  return {
    declare: (claim) => {
      const failures = claim.provisional ? [] : contradictions(claim);
      if (failures.length === 0) for (const index of Object.values(claims)) index.add(claim);
      return failures;
    },
    show: (pair, text) => showing(pair, text).length > 0,
    leave: (pair, text) => leaving(pair, text).length > 0,
    stepsAside: (name) => claims.byName.at(name).some(inCircle),
    remake: (pair, text) => showing(pair, text).some(({ isRemade }) => isRemade),
    shownOn: (pair) =>
      claims.byPair
        .at(showPair(pair))
        .flatMap((claim) => textsIn(claim, located(claim.place), pair).map((text) => ({ name: claim.name, text }))),
    take: (pair, typeId) => void taken.add(`${showPair(pair)}/${typeId}`),
    holds: (pair, typeId) => taken.has(`${showPair(pair)}/${typeId}`),
    next: () => waking,
    happened: () => {
      wake();
      waking = new Promise((resolve) => (wake = resolve));
    },
  };
};
