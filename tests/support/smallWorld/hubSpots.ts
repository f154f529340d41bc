/** The HubSpots that the small world runs on, by the names that a printed test uses. */
import { inSandbox } from "./hubSpot";
import { inStrict } from "./strict";

export const hubSpots = { inSandbox, inStrict } as const;

export type HubSpotName = keyof typeof hubSpots;
