/** What the state says of an `AssociationLabel`. It may have been written by any release. */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import type { Failure } from "../../failure";
import { knownLabelInputs, labelInputKeys, pairOfLabel, readLabelInputs } from "../../labels/inputs";
import type { AssociationType, LabelInputs, Pair } from "../../model";
import type { Home } from "../home";
import { readHome } from "../home";
import type { Properties } from "../resource";

export interface LabelState extends LabelInputs {
  /** As the program names it. */
  readonly pair: Pair;
  readonly typeId: number;
  readonly inverseTypeId: number;
  readonly adopted: boolean;
  readonly portalId: O.Option<number>;
  readonly home: O.Option<Home>;
  readonly fromObjectTypeId: O.Option<string>;
  readonly toObjectTypeId: O.Option<string>;
}

/** The inputs among the outputs. */
export const labelInputsOf = (outputs: Properties): Properties =>
  Object.fromEntries(labelInputKeys.flatMap((key) => (outputs[key] === undefined ? [] : [[key, outputs[key]]])));

const number = O.fromPredicate((value: unknown): value is number => typeof value === "number");
const text = O.fromPredicate((value: unknown): value is string => typeof value === "string");

/** Whether these are the outputs of a resource of ours, and not just the id that a `.get` starts from. */
export const isOwnLabel = (properties: Properties): boolean => properties["typeId"] !== undefined;

/** Reads outputs; none where they hold no label. */
export const readLabelState = (properties: Properties): O.Option<LabelState> =>
  pipe(
    O.Do,
    O.apS("inputs", knownLabelInputs(readLabelInputs(labelInputsOf(properties)).declared)),
    O.apS("typeId", number(properties["typeId"])),
    O.map(({ inputs, typeId }) => ({
      ...inputs,
      pair: pairOfLabel(inputs),
      typeId,
      inverseTypeId: pipe(
        number(properties["inverseTypeId"]),
        O.getOrElse(() => typeId),
      ),
      adopted: properties["adopted"] === true,
      portalId: number(properties["portalId"]),
      home: readHome(properties),
      fromObjectTypeId: text(properties["fromObjectTypeId"]),
      toObjectTypeId: text(properties["toObjectTypeId"]),
    })),
  );

/** Reads outputs of ours, or says what is wrong with them. */
export const labelStateOf = (properties: Properties): E.Either<Failure, LabelState> =>
  pipe(
    readLabelState(properties),
    E.fromOption((): Failure => {
      const { failures } = readLabelInputs(labelInputsOf(properties));
      return { _tag: "InvalidInputs", failures };
    }),
  );

/** A label's type in one direction. People make labels of this category only. */
export const labelType = (typeId: number): AssociationType => ({ category: "USER_DEFINED", typeId });
