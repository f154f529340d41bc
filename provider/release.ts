/** Which release this is. */
import { createRequire } from "node:module";

const itself: { readonly version: string } = createRequire(__filename)("pulumi-hubspot-associations/package.json");

export const { version } = itself;

/** What HubSpot sees of us. */
export const userAgent = `pulumi-hubspot-associations/${version}`;
