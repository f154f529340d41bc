/** The states that a sandbox can start from by name. */
import type { PortalInput } from "../model";
import { demo } from "./demo";
import { large } from "./large";

/** The portal of a seed, under this id. The same each time. */
export type Seed = (portalId: number) => PortalInput;

const seeds: ReadonlyMap<string, Seed> = new Map([
  ["demo", demo],
  ["large", large],
]);

export const seedNames: ReadonlyArray<string> = [...seeds.keys()];

export const findSeed = (name: string): Seed | undefined => seeds.get(name);
