// @ts-check
/**
 * `node scripts/openapi.mjs FOLDER`: asks the sandbox for everything that it serves, and holds each answer to HubSpot's
 * published OpenAPI documents, which lie somewhere in that folder. They are HubSpot's, and no part of this repository:
 * https://github.com/HubSpot/HubSpot-public-api-spec-collection.
 *
 * Ends with 1 where an answer deviates without an excuse, where an excuse never applies, or where an answer has another
 * status than the call expects.
 */
import { require as requireTypeScript } from "tsx/cjs/api";
import { callsOf, isForm, pathOf, portal, statusesOf } from "./openapi/calls.mjs";
import { excuses } from "./openapi/excuses.mjs";
import { operationKey, readSpecification } from "./openapi/specification.mjs";

/** @type {import("../sandbox/index.ts")} */
const { createSandbox } = requireTypeScript("../sandbox/index.ts", import.meta.url);
/** @type {import("../sandbox/routes.ts")} */
const { served } = requireTypeScript("../sandbox/routes.ts", import.meta.url);

/** @typedef {import("./openapi/calls.mjs").Call} Call */
/** @typedef {import("../sandbox/routes.ts").Address} Address */

/**
 * What a fresh sandbox answers.
 * @param {Address} route
 * @param {Call} call
 * @param {ReturnType<typeof statusesOf>} statuses
 */
const answerTo = async (route, call, statuses) => {
  const { token = "own", body, switches = {} } = call;
  const quota = token === "spent" ? { max: 1 } : {};
  const sandbox = createSandbox({ portals: [portal], switches: { ...statuses, ...switches }, quota });
  const request = {
    method: route.method,
    path: pathOf(route, call),
    contentType: isForm(route) ? "application/x-www-form-urlencoded" : "application/json",
    body: typeof body === "string" ? body : JSON.stringify(body),
    ...(token === "none" ? {} : { authorization: `Bearer ${token}` }),
  };
  if (token === "spent") await sandbox.handle(request);
  const outcome = await sandbox.handle(request);
  if (outcome._tag !== "Answered") throw new Error(`${route.method} ${request.path}: ${outcome._tag}`);
  return { status: outcome.status, body: outcome.body === "" ? undefined : JSON.parse(outcome.body) };
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    "usage: node scripts/openapi.mjs FOLDER, where HubSpot's OpenAPI documents lie somewhere in the folder",
  );
  process.exit(2);
}
const specification = await readSpecification(folder);

/** @type {string[]} */
const unknown = [];
/** @type {string[]} */
const unexpected = [];
/** How often each deviation was seen. @type {Map<string, number>} */
const deviations = new Map();
let [matched, answers, valid] = [0, 0, 0];

for (const route of served) {
  const key = operationKey(route.method, route.path);
  const operations = specification.get(key);
  if (operations === undefined) {
    unknown.push(key);
    continue;
  }
  matched += 1;
  const statuses = statusesOf(operations.flatMap((operation) => operation.statuses));
  for (const call of callsOf(route, statuses)) {
    const { status, body } = await answerTo(route, call, statuses);
    answers += 1;
    if (status !== call.expects) unexpected.push(`${key}: ${status}, not ${call.expects}, to ${JSON.stringify(call)}`);
    const problems = new Set(operations.flatMap((operation) => operation.problemsOf(status, body)));
    if (problems.size === 0) valid += 1;
    for (const problem of problems) {
      const deviation = `${key} ${status}: ${problem}`;
      deviations.set(deviation, (deviations.get(deviation) ?? 0) + 1);
    }
  }
}

const seen = [...deviations.keys()];
const unexcused = seen.filter((line) => !excuses.some(({ deviation }) => deviation.test(line)));
const idle = excuses.filter(({ deviation }) => !seen.some((line) => deviation.test(line)));

/**
 * @param {string} title
 * @param {ReadonlyArray<string>} lines
 */
const list = (title, lines) => {
  if (lines.length > 0) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join("\n")}`);
};
console.log(`operations matched: ${matched} of ${served.length} that are served`);
console.log(`answers: ${answers}, of which ${valid} are valid as they are`);
console.log(
  `deviations: ${seen.length}, of which ${seen.length - unexcused.length} are excused, by ${excuses.length} excuses`,
);
list("served, and not in the specification:", unknown);
list(
  "excused:",
  excuses.map(({ deviation, reason }) => `${seen.filter((line) => deviation.test(line)).length} × ${reason}`),
);
list("another status than expected:", unexpected);
list("not excused:", unexcused);
list(
  "excuses that never apply:",
  idle.map(({ reason }) => reason),
);
process.exitCode = matched > 0 && unexpected.length + unexcused.length + idle.length === 0 ? 0 : 1;
