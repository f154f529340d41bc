/** What a PORTAL argument holds: read from the portal itself, or from a snapshot file. */
import type { Io } from "../io";
import { progress, say } from "../terminal";
import { readPortalArgument } from "./argument";
import { assemble } from "./assemble";
import type { PortalContent } from "./content";
import { readSnapshot } from "./file";
import { gather } from "./gather";
import type { LivePortal } from "./open";
import { openPortal } from "./open";
import type { Selection } from "./selection";
import { everything, selectedOf } from "./selection";

/** The labels and limits of a portal, or of a file. */
export type ContentOf = (argument: string | undefined, selection?: Selection) => Promise<PortalContent>;

export const contentOf =
  (io: Io): ContentOf =>
  async (argument, selection = everything) => {
    const meant = readPortalArgument(argument);
    return meant._tag === "File"
      ? selectedOf(await readSnapshot(io, meant.path), selection)
      : contentOfLive(io, await openPortal(io, meant.portal), selection);
  };

/** The same of a portal that is open already. */
export const contentOfLive = async (io: Io, live: LivePortal, selection = everything): Promise<PortalContent> => {
  const life = progress(io);
  try {
    return assemble(await gather(live, selection, life, (message) => void say(io, message)));
  } finally {
    life.end();
  }
};
