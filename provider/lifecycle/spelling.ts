/** The spelling of custom objects in inputs. */
import * as E from "fp-ts/Either";
import * as O from "fp-ts/Option";
import { samePair } from "../associationType";
import { locatePair, namesCustomObject } from "../customObjects";
import type { Pair } from "../model";
import type { Context } from "../portals";
import type { Properties } from "./resource";

/**
 * A custom object that a state knows by its id and a program now names is the same one, once the look has told: it stays
 * written as it was, for a diff asks no portal.
 */
export const inOldSpelling = (
  { portal }: Context,
  before: O.Option<Pair>,
  now: Pair,
  normalized: Properties,
): Properties => {
  if (O.isNone(before) || E.isLeft(portal) || !namesCustomObject(now)) return normalized;
  const custom = portal.right.known.customObjects();
  return samePair(locatePair(custom, before.value), locatePair(custom, now))
    ? { ...normalized, fromObjectType: before.value.from, toObjectType: before.value.to }
    : normalized;
};
