/** Diff: whether a program says something else than the state does, by meaning. Pure, and asks no portal. */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import { sameMeaning } from "../limits/compare";
import { readInputs } from "../limits/inputs";
import type { Context } from "../portals";
import type { Diff, Properties } from "./resource";
import { knownInputs, readState } from "./state";

/** What is not known yet is a change, never a replacement. */
export const diff = ({ portalId }: Context, olds: Properties, news: Properties): Diff => {
  const old = readState(olds);
  const { declared } = readInputs(news);
  if (O.isNone(old)) return { changes: true, replaces: [] };
  const movedPortal = O.isSome(portalId) && O.isSome(old.value.portalId) && portalId.value !== old.value.portalId.value;
  const replaces = [
    ...(O.isSome(declared.from) && declared.from.value !== old.value.fromObjectType ? ["fromObjectType"] : []),
    ...(O.isSome(declared.to) && declared.to.value !== old.value.toObjectType ? ["toObjectType"] : []),
    ...(movedPortal ? ["portalId"] : []),
  ];
  const unchanged = pipe(
    knownInputs(declared),
    O.exists((now) => sameMeaning(old.value, now) && !(now.authoritative && old.value.others.length > 0)),
  );
  return { changes: replaces.length > 0 || !unchanged, replaces };
};
