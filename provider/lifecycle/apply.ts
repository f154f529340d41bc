/** Carries out a plan on one pair, batch by batch, and finds out what became of each input. */
import * as E from "fp-ts/Either";
import { isNonEmpty } from "fp-ts/ReadonlyArray";
import * as O from "fp-ts/Option";
import { findType, hasType, limitsOfRows, without } from "../associationType";
import type { HubSpotError } from "../hubspot/error";
import type { Answer } from "../hubspot/calls";
import type { AssociationType, Limit, LimitRow, Pair } from "../model";
import type { BatchAnswer, BatchInput, Outcome } from "../limits/outcome";
import {
  afterwards,
  applied,
  inputsOf,
  isApplied,
  isGone,
  isUncertain,
  notApplied,
  readAnswer,
  settle,
  unknown,
} from "../limits/outcome";
import type { Step } from "../limits/plan";
import type { Confirmed } from "../portal";
import type { Runtime } from "../runtime";

/** What came of a plan. */
export interface Run {
  readonly outcomes: ReadonlyArray<Outcome>;
  /** What stands for the types that are looked after, as far as it is known. */
  readonly standing: ReadonlyArray<Limit>;
  /** Rows that HubSpot answered with. */
  readonly answered: ReadonlyArray<LimitRow>;
  readonly last: O.Option<BatchAnswer>;
  /** The error that ended the run. */
  readonly stopped: O.Option<HubSpotError>;
}

type Writable = Pick<Confirmed, "update" | "purge" | "readAgain" | "wrote">;

export interface Change {
  readonly pair: Pair;
  readonly standing: ReadonlyArray<Limit>;
  readonly steps: ReadonlyArray<Step>;
  /** Types that shall go: one that the pair no longer has counts as gone. */
  readonly leaving: ReadonlyArray<AssociationType>;
}

/** A pending batch is read back after these waits; there is no endpoint to poll one. */
const pendingAfterMs = [0, 500, 1_000, 2_000, 4_000, 8_000];
/** A batch whose answer was lost has had its time; what does not show by then is not certain. */
const lostAfterMs = [0, 500, 1_000];

/** Runs the steps in order; after one that is not applied in full, the rest is not sent. */
export const apply =
  (portal: Writable, runtime: Runtime, { pair, standing, steps, leaving }: Change) =>
  async (): Promise<Run> => {
    let run: Run = { outcomes: [], standing, answered: [], last: O.none, stopped: O.none };
    for (const step of steps) {
      run = run.outcomes.every(isApplied)
        ? await applyOne(portal, runtime, pair, leaving, run, step)
        : { ...run, outcomes: [...run.outcomes, ...inputsOf(step).map(notApplied)] };
    }
    return run;
  };

const send = (portal: Writable, pair: Pair, step: Step): Answer<BatchAnswer> =>
  step._tag === "Purge" ? portal.purge(pair, step.types) : portal.update(pair, step.limits);

const applyOne = async (
  portal: Writable,
  runtime: Runtime,
  pair: Pair,
  leaving: ReadonlyArray<AssociationType>,
  run: Run,
  step: Step,
): Promise<Run> => {
  const result = await send(portal, pair, step)();
  const inputs = inputsOf(step);
  const stopped = E.isLeft(result) ? O.some(result.left) : run.stopped;
  const last = E.isRight(result) && result.right.status !== undefined ? O.some(result.right) : run.last;
  const answered = [...run.answered, ...(E.isRight(result) ? result.right.results : [])];
  const add = (outcomes: ReadonlyArray<Outcome>, seen: O.Option<ReadonlyArray<LimitRow>>): Run => {
    portal.wrote(
      pair,
      outcomes.filter(isApplied).map(({ input }) => input),
    );
    return {
      outcomes: [...run.outcomes, ...outcomes],
      standing: afterwards(O.isSome(seen) ? seenAmong(run.standing, inputs, seen.value) : run.standing, outcomes),
      answered: O.isSome(seen) ? [...answered, ...seen.value] : answered,
      last,
      stopped: outcomes.every(isApplied) ? run.stopped : stopped,
    };
  };

  if (E.isLeft(result) && !result.left.mayHaveTakenEffect) return add(inputs.map(notApplied), O.none);

  const outcomes = E.isRight(result)
    ? readAnswer(step, result.right)
    : inputs.map((input) => unknown(input, O.some(result.left)));
  if (outcomes.every(isApplied)) return add(outcomes, O.none);

  const gone = outcomes.filter((outcome) => isGone(outcome) && hasType(leaving, outcome.input));
  if (gone.length > 0) {
    const types = gone.map(({ input }) => input);
    const withoutGone: Run = {
      ...run,
      outcomes: [...run.outcomes, ...types.map(applied)],
      standing: without(run.standing, types),
      last,
      answered,
    };
    const rest = remaining(step, types);
    return O.isNone(rest) ? withoutGone : applyOne(portal, runtime, pair, leaving, withoutGone, rest.value);
  }

  // A read that showed what is wanted before it was sent lags behind, or somebody was faster: it tells nothing of the answer.
  const isBlind = ({ input }: Outcome): boolean => hasType(leaving, input) && shows(run.standing, input);
  const judged = (rows: ReadonlyArray<LimitRow>): ReadonlyArray<Outcome> =>
    settle(outcomes, limitsOfRows(rows)).map((now, i) => {
      const then = outcomes[i];
      return then !== undefined && isLost(then) && isBlind(then) ? then : now;
    });
  const seen = await readBack(portal, runtime, pair, outcomes, judged);
  return O.isNone(seen) ? add(outcomes, O.none) : add(judged(seen.value), seen);
};

/** The step without the types that the pair no longer has. */
const remaining = (step: Step, gone: ReadonlyArray<AssociationType>): O.Option<Step> => {
  if (step._tag === "Purge") {
    const rest = without(step.types, gone);
    return isNonEmpty(rest) ? O.some({ _tag: "Purge", types: rest }) : O.none;
  }
  const rest = without(step.limits, gone);
  return isNonEmpty(rest) ? O.some({ _tag: "Update", limits: rest }) : O.none;
};

/** HubSpot has it in hand, and has not said what came of it. */
const isPending = (outcome: Outcome): boolean => outcome._tag === "Unknown" && O.isNone(outcome.because);

/** No answer came; HubSpot may not even have it. */
const isLost = (outcome: Outcome): boolean => outcome._tag === "Unknown" && O.isSome(outcome.because);

const shows = (standing: ReadonlyArray<Limit>, input: BatchInput): boolean =>
  findType(standing, input)?.maxToObjectIds === O.toUndefined(input.maxToObjectIds);

/** Reads the pair until all that is open shows, or the waits are used up; none where it cannot be read. */
const readBack = async (
  portal: Writable,
  runtime: Runtime,
  pair: Pair,
  outcomes: ReadonlyArray<Outcome>,
  judged: (rows: ReadonlyArray<LimitRow>) => ReadonlyArray<Outcome>,
): Promise<O.Option<ReadonlyArray<LimitRow>>> => {
  let seen: ReadonlyArray<LimitRow> | undefined;
  for (const ms of outcomes.some(isPending) ? pendingAfterMs : lostAfterMs) {
    await runtime.sleep(ms)();
    const rows = await portal.readAgain(pair)();
    if (E.isLeft(rows)) break;
    seen = rows.right;
    if (!judged(seen).some(isUncertain)) break;
  }
  return O.fromNullable(seen);
};

/** What stood, corrected by what the pair shows of the inputs. */
const seenAmong = (
  standing: ReadonlyArray<Limit>,
  inputs: ReadonlyArray<AssociationType>,
  seen: ReadonlyArray<LimitRow>,
): ReadonlyArray<Limit> => [
  ...without(standing, inputs),
  ...limitsOfRows(seen).filter((limit) => hasType(inputs, limit)),
];
