// @ts-check
/**
 * `npm run test:night`: what is random, with ten times the runs and new seeds, and what takes long. The seed is told;
 * with it in PULUMI_HUBSPOT_ASSOCIATIONS_SEED the same is played again.
 */
import { main } from "./test.mjs";

process.env["PULUMI_HUBSPOT_ASSOCIATIONS_RUNS"] ??= "10";
const seed = (process.env["PULUMI_HUBSPOT_ASSOCIATIONS_SEED"] ??= String(
  1 + Math.floor(Math.random() * 1_000_000_000),
));
console.log(`PULUMI_HUBSPOT_ASSOCIATIONS_SEED=${seed}`);
await main(process.argv.slice(2), "night");
