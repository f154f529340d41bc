/**
 * Random tests are the same in each run of `npm test`: they begin with seed 1. The night says with which seed, and how
 * many times the usual runs. Mutation testing says how many runs each test has, and needs no smallest example of what
 * fails. Mocha loads this file before all tests.
 */
import fc from "fast-check";

const wholeNumber = <A>(name: string, otherwise: A): number | A => {
  const text = process.env[`PULUMI_HUBSPOT_ASSOCIATIONS_${name}`];
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`PULUMI_HUBSPOT_ASSOCIATIONS_${name}: ${text} is no whole number`);
  return Number(text);
};

export const firstSeed = wholeNumber("SEED", 1);
const times = wholeNumber("RUNS", 1);
/** How many commands the histories of the small world have at night. */
export const depth = wholeNumber("DEPTH", 2);
const exactly = wholeNumber("EXACT_RUNS", undefined);

fc.configureGlobal({ seed: firstSeed, ...(exactly === undefined ? {} : { endOnFailure: true }) });

/** How many runs a random test has, given the usual number. */
export const runs = (usual: number): number => exactly ?? usual * times;
