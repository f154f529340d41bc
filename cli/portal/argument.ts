/** What a PORTAL argument means, the same in every command: left out, a portal by name, or a snapshot file. */
import { Trouble } from "../trouble";

export type PortalArgument =
  /** A portal whose settings stand in the environment: `portal` is in their names, such as `STAGING`. */
  { readonly _tag: "Live"; readonly portal?: string } | { readonly _tag: "File"; readonly path: string };

const isPath = (text: string): boolean => /[/\\.]/.test(text);
const portalName = /^[a-z][a-z0-9_-]*$/i;

export const readPortalArgument = (argument: string | undefined): PortalArgument => {
  if (argument === undefined) return { _tag: "Live" };
  if (isPath(argument)) return { _tag: "File", path: argument };
  if (!portalName.test(argument))
    throw new Trouble(
      `"${argument}" is no portal: leave it out for the one of HUBSPOT_ACCESS_TOKEN, write staging for the one of HUBSPOT_STAGING_ACCESS_TOKEN, or name a snapshot file (./portal.json)`,
    );
  return { _tag: "Live", portal: argument.replaceAll("-", "_").toUpperCase() };
};

/** The environment variable that holds the token of a portal. */
export const tokenVariable = (portal: string | undefined): string =>
  `HUBSPOT_${portal === undefined ? "" : `${portal}_`}ACCESS_TOKEN`;

/** How a PORTAL argument is described where only a live portal will do. */
export const livePortalArgumentHelp =
  "left out: the portal of HUBSPOT_ACCESS_TOKEN; a name such as staging: that of HUBSPOT_STAGING_ACCESS_TOKEN";

/** How it is described everywhere else. */
export const portalArgumentHelp = `${livePortalArgumentHelp}; or a snapshot file`;

/** What people call the portal of an argument. */
export const describePortal = (argument: string | undefined): string => argument ?? "the portal";
