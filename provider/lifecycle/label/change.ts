/** Update of a label: other texts, both sides at once, under the same ids. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Failure } from "../../failure";
import type { HubSpotError } from "../../hubspot/error";
import type { LabelTexts } from "../../hubspot/calls";
import { mirrored } from "../../associationType";
import { inverseOf, pairOfLabel, readLabelInputs, textsOf } from "../../labels/inputs";
import type { LabelInputs, Pair } from "../../model";
import type { Confirmed, Portal } from "../../portal";
import { failedOn } from "../../portal";
import type { Context } from "../../portals";
import { opened } from "../../portals";
import { whatBecomes } from "../fate";
import type { Home } from "../home";
import { homeAt, placeNow, withHome } from "../home";
import type { Saved } from "../resource";
import { isTurned } from "./diff";
import { labelOutputs } from "./outputs";
import type { Wish } from "./room";
import { asideTexts, isHandedOver, whenFree } from "./room";
import { giveTexts, isGone, noteStanding } from "./sides";
import type { LabelState } from "./state";

export const changeLabel = (
  context: Context,
  id: string,
  state: LabelState,
  inputs: LabelInputs,
  home: O.Option<Home>,
): TE.TaskEither<Failure, Saved> =>
  pipe(
    whatBecomes(context, state, readLabelInputs({ ...inputs }).declared, home, "turns"),
    E.map((fate) => (isTurned(state, inputs, fate) ? flipped(state) : state)),
    TE.fromEither,
    TE.chain((old) => changeTexts(context, id, old, inputs, home)),
  );

/** @param old the label as the program writes it, from that side */
const changeTexts = (
  context: Context,
  id: string,
  old: LabelState,
  inputs: LabelInputs,
  home: O.Option<Home>,
): TE.TaskEither<Failure, Saved> => {
  const pair = placeNow(O.some(old), pairOfLabel(inputs), home);
  const texts = textsOf(inputs);
  const saved = (portalId: number, where: O.Option<Home>): Saved => ({
    id,
    outputs: withHome(labelOutputs(inputs, pair, old, old.adopted, portalId), where),
  });
  if (old.label === texts.label && inverseOf(old) === texts.inverseLabel && O.isSome(old.portalId)) {
    return TE.right(
      saved(
        old.portalId.value,
        pipe(
          home,
          O.alt(() => old.home),
        ),
      ),
    );
  }
  return pipe(
    opened(context, old.portalId),
    TE.chain(({ portal, confirmed }) =>
      pipe(
        put(context, portal, confirmed, pair, old, inputs),
        TE.map(() =>
          saved(confirmed.portalId, O.some(homeAt(portal.access, confirmed.portalId, pairOfLabel(inputs), pair))),
        ),
      ),
    ),
  );
};

/** A text that another label of the run is about to leave is waited for. */
const put =
  (
    context: Context,
    portal: Portal,
    confirmed: Confirmed,
    pair: Pair,
    old: LabelState,
    inputs: LabelInputs,
  ): TE.TaskEither<Failure, void> =>
  async () => {
    const texts = textsOf(inputs);
    const state = (wanted: LabelTexts): Promise<E.Either<HubSpotError, void>> =>
      pipe(
        giveTexts(confirmed, context.runtime, pair, { typeId: old.typeId, ...wanted }),
        TE.map(() => noteStanding(context, confirmed, pair, old, wanted)),
        (change) => portal.exclusively(pair, change),
      )();
    const wish: Wish = {
      pair,
      texts,
      own: [old.typeId, old.inverseTypeId],
      name: old.name,
      stepAside: async () => {
        await state(asideTexts(old.name, textsOf(old)));
      },
    };
    await whenFree(context, confirmed, wish);
    let answer = await state(texts);
    // The other one may have been checked only after this one had begun.
    if (E.isLeft(answer) && answer.left._tag === "Refused" && isHandedOver(context, wish)) {
      await whenFree(context, confirmed, wish);
      answer = await state(texts);
    }
    if (E.isRight(answer)) return answer;
    return isAboutLabel(answer.left) && (await isGone(confirmed, pair, old.typeId)())
      ? E.left({ _tag: "NotThere", pair: pairOfLabel(inputs), problem: gone(old.typeId) })
      : E.left(failedOn(portal, pair)(answer.left));
  };

/** An answer after which it is worth asking whether the label is still there. */
export const isAboutLabel = ({ _tag }: HubSpotError): boolean => _tag === "Refused" || _tag === "UnknownObjectType";

const gone = (typeId: number): string =>
  `the label USER_DEFINED ${typeId} is not there any more; pulumi refresh takes it out of the state, and pulumi up then makes it anew`;

/** The same label from its other side. */
const flipped = (state: LabelState): LabelState => ({
  ...state,
  fromObjectType: state.toObjectType,
  toObjectType: state.fromObjectType,
  fromObjectTypeId: state.toObjectTypeId,
  toObjectTypeId: state.fromObjectTypeId,
  pair: mirrored(state.pair),
  label: inverseOf(state),
  inverseLabel: state.label,
  typeId: state.inverseTypeId,
  inverseTypeId: state.typeId,
});
