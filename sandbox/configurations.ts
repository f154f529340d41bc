/** What HubSpot's "association definition configurations" do: read, create, update and purge limits. */
import type { AssociationType, Pair } from "./associationTypes";
import { pairsWithTypes, sameType, typesOf } from "./associationTypes";
import type { Operation, Row } from "./batch";
import { batchReply, readInputs, toBatchError, toRow } from "./batch";
import type { Handler } from "./call";
import { byNames, withPair } from "./call";
import { invalidBody, invalidInput } from "./errors";
import type { PairLimit } from "./limits";
import { applyBatch } from "./limits";
import type { PortalState, StandingLimit } from "./model";
import type { Store } from "./store";
import type { SandboxSwitches } from "./switches";

const isOf =
  (pair: Pair) =>
  (limit: Pair): boolean =>
    limit.from === pair.from && limit.to === pair.to;

const limitsOf = (portal: PortalState, pair: Pair): ReadonlyArray<PairLimit> =>
  portal.limits
    .filter(isOf(pair))
    .map(({ category, typeId, maxToObjectIds }) => ({ category, typeId, maxToObjectIds }));

const withLimits = (portal: PortalState, pair: Pair, limits: ReadonlyArray<PairLimit>): PortalState => ({
  ...portal,
  limits: [
    ...portal.limits.filter((limit) => !isOf(pair)(limit)),
    ...limits.map((limit) => ({ from: pair.from, to: pair.to, ...limit })),
  ],
});

const rowsOf = (
  types: ReadonlyArray<AssociationType>,
  limits: ReadonlyArray<PairLimit>,
  switches: SandboxSwitches,
): ReadonlyArray<Row> =>
  types.flatMap((type) => {
    const limit = limits.find((standing) => sameType(standing, type));
    return limit === undefined && switches.noLimit === "noRow" ? [] : [toRow(type, limit, switches)];
  });

const readRows = (
  store: Store,
  portal: PortalState,
  pair: Pair,
  limits: ReadonlyArray<PairLimit>,
): ReadonlyArray<Row> => {
  const shown = store.memory(portal.portalId).lag.read(pair, limits);
  return rowsOf(typesOf(portal.labels, pair), shown, store.state().switches);
};

/** `GET …/configurations/all`. Rows say nothing of their pair. */
export const readAll: Handler = (store, { portal }) => {
  const limits = new Map<string, StandingLimit[]>();
  for (const limit of portal.limits) {
    const key = `${limit.from}/${limit.to}`;
    const ofPair = limits.get(key) ?? [];
    ofPair.push(limit);
    limits.set(key, ofPair);
  }
  const rows = pairsWithTypes(portal.labels).flatMap((pair) =>
    readRows(store, portal, pair, limits.get(`${pair.from}/${pair.to}`) ?? []),
  );
  return { status: 200, body: { results: rows } };
};

/** `GET …/configurations/{from}/{to}`. */
export const readPair: Handler = withPair((store, { portal }, resolved) => {
  const pair = byNames(resolved);
  return { status: 200, body: { results: readRows(store, portal, pair, limitsOf(portal, pair)) } };
});

/** `POST …/configurations/{from}/{to}/batch/{operation}`. */
export const batch = (operation: Operation): Handler =>
  withPair((store, { portal, body }, resolved) => {
    const requestedAt = new Date();
    const inputs = readInputs(body, operation);
    if (!inputs.ok) return invalidBody(inputs.problems);
    const { switches } = store.state();
    const pair = byNames(resolved);
    const types = typesOf(portal.labels, pair);
    const before = limitsOf(portal, pair);
    const outcome = applyBatch(types, before, inputs.value, switches);
    const tooHigh = outcome.refused.find(({ _tag }) => _tag === "LabelAboveObjectLimit");
    if (tooHigh !== undefined && switches.labelAboveObjectLimit === "badRequest")
      return invalidInput(toBatchError(tooHigh, resolved).message);
    if (outcome.applied.length > 0) {
      store.memory(portal.portalId).lag.wrote(pair, before, {
        reads: switches.readsBehind,
        milliseconds: switches.behindMilliseconds,
      });
      store.replacePortal(withLimits(portal, pair, outcome.limits));
    }
    return batchReply(operation, resolved, types, outcome, switches, { requestedAt, completedAt: new Date() });
  });
