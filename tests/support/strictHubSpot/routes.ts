/** The documented requests, of the path family `v4`; whatever else comes is no request that HubSpot is known to take. */
import type { Answer, Done } from "./answer";
import { Undocumented, unknownObjectType } from "./answer";
import { changeLabel, createLabel, deleteLabel, listTypes } from "./labels";
import { allLimits, limitsOfPair, purgeLimits, updateLimits } from "./limits";
import { objectTypeId } from "./objectTypes";
import type { Pair, Portal } from "./portal";
import { account, customObjects, labeledPairs, schema } from "./schemas";

export interface Call {
  readonly method: string;
  readonly path: string;
  /** What the JSON says; undefined where there is no body. */
  readonly body: unknown;
}

type Serve = (portal: Portal, parts: ReadonlyArray<string>, body: unknown) => Done;

const reads =
  (answer: (portal: Portal) => Answer): Serve =>
  (portal) => ({ answer: answer(portal), portal });

/** The first two parts of a path are a pair, by any names that HubSpot takes. */
const ofPair =
  (serve: (portal: Portal, pair: Pair, body: unknown, rest: ReadonlyArray<string>) => Done): Serve =>
  (portal, [fromName = "", toName = "", ...rest], body) => {
    const [from, to] = [objectTypeId(portal, fromName), objectTypeId(portal, toName)];
    if (from === undefined) return { answer: unknownObjectType(fromName), portal };
    if (to === undefined) return { answer: unknownObjectType(toName), portal };
    return serve(portal, { from, to }, body, rest);
  };

const readsPair = (answer: (portal: Portal, pair: Pair) => Answer): Serve =>
  ofPair((portal, pair) => ({ answer: answer(portal, pair), portal }));

const readsSchema: Serve = (portal, [name = ""]) => {
  const id = objectTypeId(portal, name);
  return { answer: id === undefined ? unknownObjectType(name) : schema(portal, id), portal };
};

const definitions = "/crm/associations/v4/definitions/configurations";
const labels = "/crm/associations/v4/*/*/labels";
const schemas = "/crm-object-schemas/v3/schemas";

const routes: ReadonlyArray<readonly [method: string, path: string, serve: Serve]> = [
  ["GET", "/account-info/v3/details", reads(account)],
  ["GET", `${definitions}/all`, reads(allLimits)],
  ["GET", `${definitions}/*/*`, readsPair(limitsOfPair)],
  ["POST", `${definitions}/*/*/batch/update`, ofPair(updateLimits)],
  ["POST", `${definitions}/*/*/batch/purge`, ofPair(purgeLimits)],
  ["GET", labels, readsPair(listTypes)],
  ["POST", labels, ofPair(createLabel)],
  ["PUT", labels, ofPair(changeLabel)],
  ["DELETE", `${labels}/*`, ofPair((portal, pair, _, [id = ""]) => deleteLabel(portal, pair, idIn(id)))],
  ["GET", schemas, reads(customObjects)],
  ["GET", `${schemas}/*`, readsSchema],
  ["GET", "/crm/v3/limits/associations/labels", reads(labeledPairs)],
];

const idIn = (text: string): number => {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new Undocumented(`the id "${text}"`);
  return Number(text);
};

/** The parts of a path that stand where the pattern has a star, if it is a path of that kind. */
const matched = (pattern: string, path: string): ReadonlyArray<string> | undefined =>
  new RegExp(`^${pattern.replaceAll("*", "([^/?#]+)")}$`).exec(path)?.slice(1).map(decodeURIComponent);

/** The documented request that this one is; its bearer and its body have been looked at. */
export const serve = (portal: Portal, { method, path, body }: Call): Done => {
  for (const [of, pattern, answer] of routes) {
    const parts = of === method ? matched(pattern, path) : undefined;
    if (parts === undefined) continue;
    const hasBody = ["POST", "PUT"].includes(method);
    if (hasBody !== (body !== undefined)) throw new Undocumented(`${method} ${hasBody ? "without" : "with"} a body`);
    return answer(portal, parts, body);
  }
  throw new Undocumented(`${method} ${path}`);
};
