/**
 * Random tests are the same in each run of `npm test`: they begin with seed 1. The night says with which seed, and how
 * many times the usual runs. Mocha loads this file before all tests.
 */
import fc from "fast-check";

const wholeNumber = (name: string, otherwise: number): number => {
  const text = process.env[`PULUMI_HUBSPOT_ASSOCIATIONS_${name}`];
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`PULUMI_HUBSPOT_ASSOCIATIONS_${name}: ${text} is no whole number`);
  return Number(text);
};

export const firstSeed = wholeNumber("SEED", 1);
const times = wholeNumber("RUNS", 1);

fc.configureGlobal({ seed: firstSeed });

/** How many runs a random test has, given the usual number. */
export const runs = (usual: number): number => usual * times;
