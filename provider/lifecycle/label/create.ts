/** Create of a label: makes it, or takes over the one that shows its text. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import { showPair, mirrored } from "../../associationType";
import { hasCustomObject } from "../../customObjects";
import type { Failure } from "../../failure";
import type { LabelTexts, NewLabel } from "../../hubspot/calls";
import { renderHubSpotError } from "../../hubspot/error";
import { isSymmetric, pairOfLabel, textsOf } from "../../labels/inputs";
import type { LabelInputs, LimitRow, Pair } from "../../model";
import type { Confirmed, Portal } from "../../portal";
import { failedOn } from "../../portal";
import type { Context } from "../../portals";
import { opened } from "../../portals";
import { homeAt, withHome } from "../home";
import { locatedPair } from "../place";
import type { Saved } from "../resource";
import { ofDeclaredKind } from "./kind";
import { standingLabel } from "./look";
import { labelOutputs } from "./outputs";
import type { Wish } from "./room";
import { whenFree } from "./room";
import type { Sides } from "./sides";
import { giveTexts, inverseFound, noteStanding, sidesAnswered, sidesFound } from "./sides";

/** Where a label is to be made. */
interface Site {
  readonly context: Context;
  readonly portal: Portal;
  readonly confirmed: Confirmed;
  readonly pair: Pair;
  readonly inputs: LabelInputs;
  readonly texts: LabelTexts;
}

interface Made {
  readonly sides: Sides;
  readonly adopted: boolean;
}

/** @param place the pair as check has found it */
export const createLabel = (context: Context, place: Pair, inputs: LabelInputs): TE.TaskEither<Failure, Saved> =>
  pipe(
    opened(context, O.none),
    TE.bind("pair", ({ portal, confirmed }) => locatedPair(portal, confirmed, place)),
    TE.chain(({ portal, confirmed, pair }) => {
      const texts = textsOf(inputs);
      const site: Site = { context, portal, confirmed, pair, inputs, texts };
      const wish: Wish = {
        pair,
        texts,
        own: [],
        name: inputs.name,
        stepAside: () => Promise.resolve(),
      };
      return pipe(
        TE.fromTask<void, Failure>(() => whenFree(context, confirmed, wish)),
        TE.chain(() => portal.exclusively(pair, noted(site, ensure(site)))),
        TE.map(({ sides, adopted }) => {
          const id = `${showPair(pairOfLabel(inputs))}/${sides.typeId}`;
          const home = homeAt(portal.access, confirmed.portalId, pairOfLabel(inputs), pair);
          return { id, outputs: withHome(labelOutputs(inputs, pair, sides, adopted, home.portalId), O.some(home)) };
        }),
      );
    }),
  );

const noted = ({ context, confirmed, pair, texts }: Site, made: TE.TaskEither<Failure, Made>): typeof made =>
  pipe(
    made,
    TE.map((done) => {
      noteStanding(context, confirmed, pair, done.sides, texts);
      return done;
    }),
  );

const ensure = (site: Site): TE.TaskEither<Failure, Made> => {
  const { portal, confirmed, pair, inputs } = site;
  return pipe(
    confirmed.typesOf(pair),
    TE.mapLeft(failedOn(portal, pair)),
    TE.chain((rows) => {
      const standing = standingLabel(rows, inputs.label);
      if (standing === undefined) return make(site, rows);
      return inputs.onCreate === "fail"
        ? TE.left({ _tag: "LabelThere", pair: pairOfLabel(inputs), label: standing })
        : pipe(
            ofDeclaredKind(portal, confirmed, pair, inputs, standing, rows),
            TE.chain(() => adopt(site, standing)),
          );
    }),
  );
};

/** States both texts, so that what is taken over is what the program says, whatever its other side said. */
const adopt = (site: Site, { typeId }: LimitRow): TE.TaskEither<Failure, Made> => {
  const { context, portal, confirmed, pair, inputs, texts } = site;
  const notThere = (problem: string): Failure => ({ _tag: "NotThere", pair: pairOfLabel(inputs), problem });
  return pipe(
    giveTexts(confirmed, context.runtime, pair, { typeId, ...texts }),
    TE.mapLeft(failedOn(portal, pair)),
    TE.chain(() =>
      pipe(
        inverseFound(confirmed, context.runtime, pair, typeId, texts),
        TE.mapLeft((error) =>
          notThere(
            `the label "${inputs.label}" has its texts, and its other side could not be read; ${renderHubSpotError(error)}`,
          ),
        ),
      ),
    ),
    TE.chain(
      TE.fromOption(() =>
        notThere(`HubSpot does not show the other side of the label "${inputs.label}" yet; run pulumi up again`),
      ),
    ),
    TE.map((inverseTypeId) => ({ sides: { typeId, inverseTypeId }, adopted: true })),
  );
};

const make = (site: Site, rows: ReadonlyArray<LimitRow>): TE.TaskEither<Failure, Made> => {
  const { context, portal, confirmed, pair, inputs, texts } = site;
  const made = (sides: Sides): Made => ({ sides, adopted: false });
  return async () => {
    const answer = await confirmed.createLabel(pair, newLabel(site))();
    if (E.isLeft(answer) && !answer.left.mayHaveTakenEffect) return E.left(failedOn(portal, pair)(answer.left));
    unlabeledComesAlong(confirmed, pair, rows);
    const told = E.isRight(answer) ? sidesAnswered(pair, texts, answer.right) : O.none;
    if (O.isSome(told)) return E.right(made(told.value));
    const found = await sidesFound(confirmed, context.runtime, pair, texts)();
    if (O.isSome(found)) return E.right(made(found.value));
    const named = pairOfLabel(inputs);
    return E.left(
      E.isLeft(answer)
        ? { _tag: "LabelUncertain", pair: named, label: inputs.label, error: answer.left }
        : { _tag: "NotThere", pair: named, problem: notShown(inputs.label) },
    );
  };
};

/**
 * A label that is its own inverse is asked for as HubSpot's guide does, without a text for the inverse. Whether the same
 * text given twice would make one association type or two is not known.
 */
const newLabel = ({ pair, inputs, texts: { label, inverseLabel } }: Site): NewLabel => ({
  name: inputs.name,
  label,
  ...(isSymmetric(pair, inputs) ? {} : { inverseLabel }),
});

const notShown = (label: string): string =>
  `HubSpot has made the label "${label}", and its list does not show it yet; run pulumi up again with onCreate: "adopt" and onDelete: "delete"`;

/** The first label of a pair with a custom object brings the pair's unlabeled type along: others have to read it. */
const unlabeledComesAlong = (confirmed: Confirmed, pair: Pair, rows: ReadonlyArray<LimitRow>): void => {
  if (!hasCustomObject(pair) || rows.some(({ label }) => label === undefined)) return;
  confirmed.types.forget(pair);
  confirmed.types.forget(mirrored(pair));
};
