/** What may go wrong while the engine is at work: answers that are missing, broken or say no, and the end of a process. */
import fc from "fast-check";
import type { Fault, FaultRule } from "../../../sandbox";

/** The process ends: with the arrival of a request, which may still take effect, or before a hook's result is saved. */
export type Kill =
  | { readonly at: "request"; readonly after: number; readonly takesEffect: boolean }
  | { readonly at: "result"; readonly after: number };

export type Trouble =
  | { readonly _tag: "None" }
  | { readonly _tag: "Faults"; readonly rules: ReadonlyArray<FaultRule> }
  | { readonly _tag: "Killed"; readonly kill: Kill };

const answer = (status: number, body: Readonly<Record<string, string>>): Fault => ({
  status,
  body: { status: "error", ...body },
});

const rateLimited = (policyName: string): Fault => answer(429, { errorType: "RATE_LIMIT", policyName });

/** None of them takes a write for done that is not. */
const faults: fc.Arbitrary<Fault> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Fault>("reset", "applied-then-reset", "applied-then-reset", "truncate", "stale"),
  },
  { weight: 2, arbitrary: fc.constantFrom<Fault>("hang", { delay: 2_000 }, { delay: 60_000 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[500, 502, 503, 504, 423].map((status) => answer(status, { message: "not now" })),
      rateLimited("TEN_SECONDLY_ROLLING"),
      { status: 477, headers: { "retry-after": "3" } },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Fault>(
      rateLimited("DAILY"),
      answer(400, { message: "no" }),
      answer(401, { category: "EXPIRED_AUTHENTICATION" }),
      answer(403, { message: "no" }),
      { status: 200, body: "<html>" },
    ),
  },
);

const parts = ["/", "batch", "batch/update", "batch/purge", "/all$", "account-info", "labels", "contacts/companies"];

const rule: fc.Arbitrary<FaultRule> = fc
  .record({
    method: fc.constantFrom(undefined, "POST", "GET"),
    path: fc.constantFrom(...parts),
    times: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 3, arbitrary: fc.constantFrom(7, 20) },
    ),
    after: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) }),
    fault: faults,
  })
  .map(({ method, path, ...rule }) => ({ match: { path, ...(method === undefined ? {} : { method }) }, ...rule }));

const kill: fc.Arbitrary<Kill> = fc.oneof(
  fc.record({
    at: fc.constant("request" as const),
    after: fc.integer({ min: 0, max: 6 }),
    takesEffect: fc.boolean(),
  }),
  fc.record({ at: fc.constant("result" as const), after: fc.integer({ min: 0, max: 3 }) }),
);

const faulty = fc.array(rule, { minLength: 1, maxLength: 3 }).map((rules): Trouble => ({ _tag: "Faults", rules }));

export const troubles: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Trouble>({ _tag: "None" }) },
  { weight: 4, arbitrary: faulty },
  { weight: 3, arbitrary: kill.map((of): Trouble => ({ _tag: "Killed", kill: of })) },
);

/** No more request of a killed process comes through. */
export const silence = (after: number): FaultRule => ({
  match: {},
  times: 1_000_000,
  after,
  fault: "reset",
});

/** The faults that play a trouble from its beginning on. */
export const faultsOf = (trouble: Trouble): ReadonlyArray<FaultRule> => {
  if (trouble._tag === "None") return [];
  if (trouble._tag === "Faults") return trouble.rules;
  const { kill: how } = trouble;
  if (how.at === "result") return [];
  const last: ReadonlyArray<FaultRule> = how.takesEffect
    ? [{ match: {}, after: how.after, fault: "applied-then-reset" }]
    : [];
  return [...last, silence(how.after)];
};
