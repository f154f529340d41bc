/**
 * Texts that labels hand to one another in one run. HubSpot refuses a text that another label of the pair shows, so one
 * that wants it waits until the other has moved on; where they wait in a circle, one of them steps aside.
 */
import * as E from "fp-ts/Either";
import { mirrored } from "../../associationType";
import type { Answer, LabelTexts } from "../../hubspot/calls";

import { showing } from "../../limits/selector";
import type { LimitRow, Pair } from "../../model";
import type { Confirmed } from "../../portal";
import type { Context } from "../../portals";
import { listen, mostWaits } from "../waiting";
import { isOfPeople } from "./look";

export interface Wish {
  /** As the portal knows it. */
  readonly pair: Pair;
  readonly texts: LabelTexts;
  /** The ids that the label has already, of its two sides. */
  readonly own: ReadonlyArray<number>;
  /** Gives up the texts that it has, for others to take. */
  readonly stepAside: () => Promise<void>;
  readonly name: string;
}

/** Whether labels of this run are about to leave one of the texts. */
export const isHandedOver = ({ claims }: Context, { pair, texts }: Wish): boolean =>
  claims.labels.leave(pair, texts.label) || claims.labels.leave(mirrored(pair), texts.inverseLabel);

/** Waits until the texts are free, as far as labels of this run stand in the way. */
export const whenFree = async (context: Context, confirmed: Confirmed, wish: Wish): Promise<void> => {
  let steppedAside = false;
  for (let waits = 0; waits < mostWaits && isHandedOver(context, wish); waits++) {
    const news = listen(context);
    if (!(await isTaken(confirmed, wish))) return;
    if (!steppedAside && context.claims.labels.stepsAside(wish.name)) {
      steppedAside = true;
      await wish.stepAside();
    }
    await news();
  }
};

const isTaken = async (confirmed: Confirmed, { pair, texts, own }: Wish): Promise<boolean> => {
  const shows = async (rows: Answer<ReadonlyArray<LimitRow>>, text: string): Promise<boolean> => {
    const answer = await rows();
    if (E.isLeft(answer)) return false;
    return showing(answer.right.filter(isOfPeople), text).some(({ typeId }) => !own.includes(typeId));
  };
  return (
    (await shows(confirmed.typesOf(pair), texts.label)) ||
    (await shows(confirmed.typesOf(mirrored(pair)), texts.inverseLabel))
  );
};

/** A text for a label that has stepped aside; nobody else has one that ends in its name. */
export const asideTexts = (name: string, { label, inverseLabel }: LabelTexts): LabelTexts => ({
  label: `${label} (${name})`,
  inverseLabel: `${inverseLabel} (${name})`,
});
