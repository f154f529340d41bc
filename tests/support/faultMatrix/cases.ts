/** The matrix as data: which operation meets which trouble, and how it may end. */
import type { FaultRule, Label, SwitchesInput } from "../../../sandbox";
import type { Ground, Settings } from "./ground";
import type { Disturbance } from "./faults";
import { disturbances } from "./faults";
import type { Operation, RequestKind } from "./operations";
import { isWrite, labels, operations, requestOf } from "./operations";

/**
 * - `done`: all is as it should be.
 * - `clean error`: an error, and nothing was written.
 * - `partial failure`: an error, and something was written or may have been; the state knows of it, where one is kept.
 * - `uncertain`: an error that says that something was written or may have been, of which the state knows nothing.
 */
export const allEndings = ["done", "clean error", "partial failure", "uncertain"] as const;
export type Ending = (typeof allEndings)[number];

export interface Case {
  readonly operation: Operation;
  /** What it is up against, in words. */
  readonly trouble: string;
  readonly mayEnd: ReadonlyArray<Ending>;
  readonly faults?: (ground: Ground) => ReadonlyArray<FaultRule>;
  /** The request that a fault must have hit; else the case has tried nothing. */
  readonly hits?: RequestKind;
  readonly switches?: SwitchesInput;
  /** The portal's labels as long as the trouble lasts. */
  readonly labels?: ReadonlyArray<Label>;
  /** What processes are told as long as the trouble lasts. */
  readonly settings?: Settings;
}

const any: ReadonlyArray<Ending> = allEndings;
const done: ReadonlyArray<Ending> = ["done"];
const notDone: ReadonlyArray<Ending> = allEndings.filter((ending) => ending !== "done");

type Lasting = "once" | "here for ever" | "from here on for ever";

const endings = ({ sort }: Disturbance, lasting: Lasting, kind: RequestKind, isNew: boolean): ReadonlyArray<Ending> => {
  // The check of what is new asks whose the token is; what it is told is left out here, and the create asks again.
  if (kind === "account" && isNew && lasting === "once") return any;
  switch (sort) {
    case "harmless":
      return done;
    case "unclear":
      return any;
    case "final":
      return notDone;
    case "passing":
      return lasting === "once" ? done : notDone;
    case "answerLost":
      // What took effect shows when the pair is read back.
      return lasting === "once" || (lasting === "here for ever" && isWrite(kind)) ? done : notDone;
  }
};

const forEver = 1_000_000;

const disturbed = (operation: Operation, index: number, disturbance: Disturbance, lasting: Lasting): Case => {
  const { name, fault, takesLong = false } = disturbance;
  const kind = operation.requests[index] ?? "account";
  const same = operation.requests.slice(0, index).filter((each) => each === kind).length;
  // A stale connection counts only what comes on a connection that was used before.
  const before = fault === "stale" ? index - 1 : index;
  return {
    operation,
    trouble: `${name}, ${lasting}`,
    mayEnd: endings(disturbance, lasting, kind, operation.before === undefined),
    hits: kind,
    faults: (ground) => [
      {
        ...(lasting === "from here on for ever"
          ? { match: {}, after: before }
          : { match: requestOf[kind], after: same }),
        times: lasting === "once" ? 1 : forEver,
        fault: typeof fault === "function" ? fault({ ground, kind }) : fault,
      },
    ],
    ...(takesLong ? { settings: { requestTimeoutSeconds: 1 } } : {}),
  };
};

/** All that can happen to one request of an operation. */
export const casesOfRequest = (operation: Operation, index: number): ReadonlyArray<Case> => {
  const kind = operation.requests[index];
  if (kind === undefined) throw new Error(`${operation.name} has no request ${index}`);
  return disturbances
    .filter(({ suits }) => suits === undefined || suits(kind, index))
    .flatMap((disturbance) => [
      disturbed(operation, index, disturbance, "once"),
      ...(disturbance.mayStay === true
        ? [
            // An operation ends with a read that fails, so only after a write there is more to come.
            ...(isWrite(kind) ? [disturbed(operation, index, disturbance, "here for ever")] : []),
            disturbed(operation, index, disturbance, "from here on for ever"),
          ]
        : []),
    ]);
};

/** Where no portal is to be found. */
export const unreachableCases = (operation: Operation): ReadonlyArray<Case> =>
  (
    [
      { trouble: "an address where nobody listens", missing: "nobody listens" },
      { trouble: "TLS to a portal without it", missing: "no TLS" },
      { trouble: "a host name that nobody has", missing: "no such host" },
    ] as const
  ).map(({ trouble, missing }) => ({
    operation,
    trouble,
    mayEnd: ["clean error"] as const,
    settings: { missing },
  }));

const changing = operations.filter(({ requests }) => requests.some(isWrite));

/** Longer than anybody reads a batch back. */
const veryLate = 600_000;

const lateAnswers: ReadonlyArray<Pick<Case, "trouble" | "mayEnd" | "switches">> = [
  ...(["PENDING", "PROCESSING"] as const).flatMap((batchStatus) => [
    { trouble: `${batchStatus} batches`, mayEnd: done, switches: { batchStatus } },
    {
      trouble: `${batchStatus} batches that show at the third look`,
      mayEnd: done,
      switches: { batchStatus, readsBehind: 2 },
    },
    {
      trouble: `${batchStatus} batches that show after a second`,
      mayEnd: done,
      switches: { batchStatus, behindMilliseconds: 1_000 },
    },
    {
      trouble: `${batchStatus} batches that do not show`,
      mayEnd: ["partial failure"] as const,
      switches: { batchStatus, behindMilliseconds: veryLate },
    },
  ]),
  { trouble: "reads that lag by one", mayEnd: done, switches: { readsBehind: 1 } },
  { trouble: "reads that lag for long", mayEnd: done, switches: { behindMilliseconds: veryLate } },
];

/** Where it shows late, or never says, what a batch has done. */
export const lateCases: ReadonlyArray<Case> = changing.flatMap((operation) => [
  ...lateAnswers.map((late) => ({ operation, ...late })),
  ...disturbances
    .filter(({ sort, mayStay }) => sort === "answerLost" && mayStay === true)
    .flatMap((disturbance) =>
      operation.requests.flatMap((kind, index) =>
        isWrite(kind)
          ? [
              {
                ...disturbed(operation, index, disturbance, "here for ever"),
                trouble: `${disturbance.name} to request ${index + 1} for ever, and reads that lag for long`,
                mayEnd: ["partial failure"] as const,
                switches: { behindMilliseconds: veryLate },
              },
            ]
          : [],
      ),
    ),
]);

/** Where the portal lacks a label that the program names, until somebody makes it. */
export const mixedCases: ReadonlyArray<Case> = changing
  .filter(({ command }) => command === "up")
  .flatMap((operation) =>
    (["rejectAll", "applyValid"] as const).flatMap((mixedBatch) =>
      ([200, 207] as const).map((errorStatus) => ({
        operation,
        trouble: `a label that is not there, ${mixedBatch}, ${errorStatus}`,
        mayEnd: notDone,
        labels: labels.filter(({ typeId }) => typeId !== 36),
        switches: { mixedBatch, errorStatus },
      })),
    ),
  );
