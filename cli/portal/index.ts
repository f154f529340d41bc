/** What a PORTAL argument holds: read from the portal itself, or from a snapshot file. */
import { progress, say } from "../terminal";
import { readPortalArgument } from "./argument";
import { assemble } from "./assemble";
import type { PortalContent } from "./content";
import { readSnapshot } from "./file";
import { gather } from "./gather";
import { openPortal } from "./open";
import type { Selection } from "./selection";
import { everything, selectedOf } from "./selection";

/** The labels and limits of a portal, or of a file. */
export type ContentOf = (argument: string | undefined, selection?: Selection) => Promise<PortalContent>;

export const contentOf: ContentOf = async (argument, selection = everything) => {
  const meant = readPortalArgument(argument);
  if (meant._tag === "File") return selectedOf(await readSnapshot(meant.path), selection);
  const live = await openPortal(meant.portal);
  const life = progress();
  try {
    return assemble(await gather(live, selection, life, say));
  } finally {
    life.end();
  }
};
