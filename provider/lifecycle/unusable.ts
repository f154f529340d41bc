/** What is wrong with the configuration, as far as a check that asks nothing of the portal must tell. */
import * as E from "fp-ts/Either";
import { renderFailure } from "../failure";
import type { Context } from "../portals";

/** A setting that is wrong is told even where nothing is asked of the portal; one that is missing is not. */
export const misconfigured = ({ portal }: Context): ReadonlyArray<string> =>
  E.isLeft(portal) && portal.left._tag === "InvalidConfiguration" ? renderFailure(portal.left) : [];

/** What keeps the portal out of reach, where an update will want it. */
export const unusable = ({ portal, mayLook }: Context): ReadonlyArray<string> =>
  mayLook && E.isLeft(portal) ? renderFailure(portal.left) : [];
