// @ts-check
/** `npm run test:night`: a thousand lives of stacks and of models instead of a hundred. */
process.env["PULUMI_HUBSPOT_ASSOCIATIONS_LIFE_RUNS"] ??= "1000";
process.env["PULUMI_HUBSPOT_ASSOCIATIONS_MODEL_RUNS"] ??= "1000";
process.argv.splice(2, 0, "property", "tests/property/life.test.ts", "tests/property/models.test.ts");
await import("./test.mjs");
