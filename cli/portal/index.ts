/** What a PORTAL argument holds: read from the portal itself, or from a snapshot file. */
import type { Lookup } from "../../provider/source";
import { progress, say } from "../terminal";
import { readPortalArgument } from "./argument";
import { assemble } from "./assemble";
import type { PortalContent } from "./content";
import { readSnapshot } from "./file";
import { gather } from "./gather";
import type { LivePortal } from "./open";
import { openPortal, processEnvironment } from "./open";
import type { Selection } from "./selection";
import { everything, selectedOf } from "./selection";

/** The labels and limits of a portal, or of a file. */
export type ContentOf = (argument: string | undefined, selection?: Selection) => Promise<PortalContent>;

export const contentFrom =
  (environment: Lookup): ContentOf =>
  async (argument, selection = everything) => {
    const meant = readPortalArgument(argument);
    return meant._tag === "File"
      ? selectedOf(await readSnapshot(meant.path), selection)
      : contentOfLive(await openPortal(meant.portal, environment), selection);
  };

export const contentOf = contentFrom(processEnvironment);

/** The same of a portal that is open already. */
export const contentOfLive = async (live: LivePortal, selection = everything): Promise<PortalContent> => {
  const life = progress();
  try {
    return assemble(await gather(live, selection, life, say));
  } finally {
    life.end();
  }
};
