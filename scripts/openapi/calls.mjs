// @ts-check
/** What is asked of the sandbox for each path that it serves: what goes well, and what does not. */

/** @typedef {import("../../sandbox/routes.ts").Address} Address */
/** @typedef {import("../../sandbox/index.ts").SwitchesInput} SwitchesInput */
/** @typedef {import("../../sandbox/index.ts").PortalInput} PortalInput */
/**
 * @typedef {object} Call
 * @property {number} expects the status
 * @property {Readonly<Record<string, string>>} [parameters] of the path, where they are not the usual ones
 * @property {string} [query]
 * @property {unknown} [body]
 * @property {"own" | "garbage" | "none" | "scopeless" | "spent"} [token] own where there is none
 * @property {SwitchesInput} [switches]
 */

/** @type {PortalInput} */
export const portal = {
  portalId: 7,
  tokens: [
    "own",
    "spent",
    { token: "scopeless", missingScopes: ["oauth", "crm.objects.contacts.read", "crm.objects.contacts.write"] },
  ],
  oauth: { clientId: "client", clientSecret: "secret", refreshToken: "refresh" },
  objectTypes: [{ objectTypeId: "2-123", name: "car" }],
  labels: [
    { from: "contacts", to: "companies", typeId: 10, label: "Decision maker", inverseLabel: "Decided by" },
    { from: "contacts", to: "companies", typeId: 12, label: "Bearer", inUse: true },
    { from: "contacts", to: "car", typeId: 30, label: null },
    { from: "contacts", to: "car", typeId: 32, label: "Driver" },
  ],
  limits: [
    { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5 },
    { from: "contacts", to: "companies", category: "USER_DEFINED", typeId: 10, maxToObjectIds: 2 },
  ],
  recordUsage: [
    {
      from: "contacts",
      to: "companies",
      records: [
        { objectId: 1, associated: 5 },
        { objectId: 2, associated: 4 },
      ],
    },
  ],
};

/** @type {Readonly<Record<string, string>>} */
const usual = { from: "contacts", to: "companies", objectType: "contacts", typeId: "10" };

/**
 * @param {Address} route
 * @param {Call} call
 */
export const pathOf = ({ path }, { parameters = {}, query }) =>
  path.replace(/:([^/]+)/g, (_, name) => ({ ...usual, ...parameters })[name] ?? name) +
  (query === undefined ? "" : `?${query}`);

const limit = { category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 6 };
const label = { name: "champion", label: "Champion", inverseLabel: "Championed by" };

/**
 * What every path with a token answers when that does not open it.
 * @type {ReadonlyArray<Call>}
 */
const barred = [
  { expects: 401, token: "none" },
  { expects: 401, token: "garbage" },
  { expects: 429, token: "spent" },
];

/** @type {Call} */
const scopeless = { expects: 403, token: "scopeless" };

/** @type {ReadonlyArray<Call>} */
const unknownTypes = [
  { expects: 400, parameters: { from: "widgets" } },
  { expects: 400, parameters: { to: "car" } },
  scopeless,
];

/**
 * @param {(switches: SwitchesInput) => Call} read
 * @returns {ReadonlyArray<Call>}
 */
const inEveryForm = (read) => [
  read({}),
  read({ noLimit: "noField" }),
  read({ noLimit: "null" }),
  read({ noLabel: "null", noLimit: "noField" }),
];

/**
 * @param {number} success
 * @returns {ReadonlyArray<Call>}
 */
const batch = (success) => [
  { expects: success, body: { inputs: [limit] } },
  { expects: success, body: { inputs: [limit] }, switches: { noLabel: "null" } },
  { expects: 400, body: { inputs: [{ typeId: 279 }] } },
  { expects: 400, body: "{" },
  ...unknownTypes,
];

/**
 * Statuses that the versions disagree on: the switches are set to what the version declares.
 * @param {ReadonlyArray<string>} statuses
 * @returns {{ createStatus: 200 | 201, purgeStatus: 200 | 204, errorStatus: 200 | 207 }}
 */
export const statusesOf = (statuses) => ({
  createStatus: statuses.includes("201") ? 201 : 200,
  purgeStatus: statuses.includes("204") ? 204 : 200,
  errorStatus: statuses.includes("207") ? 207 : 200,
});

/**
 * @param {ReturnType<typeof statusesOf>} status
 * @returns {ReadonlyArray<Call>}
 */
const writing = ({ errorStatus }) => [
  { expects: errorStatus, body: { inputs: [{ ...limit, typeId: 5 }] } },
  { expects: errorStatus, body: { inputs: [{ ...limit, maxToObjectIds: 1 }] } },
  {
    expects: 400,
    body: { inputs: [{ ...limit, maxToObjectIds: 1 }] },
    switches: { labelAboveObjectLimit: "badRequest" },
  },
];

const form = "grant_type=refresh_token&client_id=client&client_secret=secret&refresh_token=";

/**
 * The calls of each kind of path, by method and end of the path.
 * @type {ReadonlyArray<readonly [string, RegExp, (statuses: ReturnType<typeof statusesOf>) => ReadonlyArray<Call>]>}
 */
const kinds = [
  ["GET", /\/configurations\/all$/, () => inEveryForm((switches) => ({ expects: 200, switches }))],
  [
    "GET",
    /\/configurations\/:from\/:to$/,
    () => [...inEveryForm((switches) => ({ expects: 200, switches })), ...unknownTypes],
  ],
  ["POST", /\/batch\/create$/, (status) => [...batch(status.createStatus), ...writing(status)]],
  [
    "POST",
    /\/batch\/update$/,
    (status) => [
      ...batch(200),
      ...writing(status),
      { expects: 200, body: { inputs: [limit] }, switches: { batchStatus: "PENDING" } },
      {
        expects: status.errorStatus,
        body: { inputs: [limit, { ...limit, typeId: 5 }] },
        switches: { mixedBatch: "applyValid" },
      },
    ],
  ],
  [
    "POST",
    /\/batch\/purge$/,
    (status) => [
      ...batch(status.purgeStatus),
      { expects: status.errorStatus, body: { inputs: [{ ...limit, typeId: 5 }] } },
    ],
  ],
  [
    "GET",
    /\/:from\/:to\/labels$/,
    () => [{ expects: 200 }, { expects: 200, parameters: { to: "p_car" } }, ...unknownTypes],
  ],
  [
    "POST",
    /\/labels$/,
    () => [
      { expects: 200, body: label },
      { expects: 200, body: { ...label, inverseLabel: undefined }, parameters: { from: "0-2", to: "p7_car" } },
      { expects: 400, body: { ...label, label: "Decision maker" } },
      { expects: 400, body: { ...label, name: "a-b" } },
      ...unknownTypes.map((call) => ({ ...call, body: label })),
    ],
  ],
  [
    "PUT",
    /\/labels$/,
    () => [
      { expects: 204, body: { associationTypeId: 10, label: "Chooser", inverseLabel: "Chosen by" } },
      { expects: 400, body: { associationTypeId: 99, label: "Chooser" } },
      { expects: 400, body: { associationTypeId: 279, label: "Chooser" } },
      ...unknownTypes,
    ],
  ],
  [
    "DELETE",
    /\/labels\/:typeId$/,
    () => [
      { expects: 204 },
      { expects: 204, parameters: { typeId: "11" } },
      { expects: 400, parameters: { typeId: "99" } },
      { expects: 400, parameters: { typeId: "279" } },
      { expects: 400, parameters: { to: "p_car", typeId: "30" } },
      { expects: 400, parameters: { typeId: "12" }, switches: { labelInUse: "refused" } },
      ...unknownTypes,
    ],
  ],
  ["GET", /\/schemas$/, () => [{ expects: 200 }]],
  [
    "GET",
    /\/schemas\/:objectType$/,
    () => [
      { expects: 200 },
      { expects: 200, parameters: { objectType: "p_car" } },
      { expects: 400, parameters: { objectType: "widgets" } },
      scopeless,
    ],
  ],
  [
    "GET",
    /\/associations\/labels$/,
    () => [
      { expects: 200 },
      { expects: 200, query: "fromObjectTypeId=0-2" },
      { expects: 400, query: "toObjectTypeId=2-9" },
    ],
  ],
  ["GET", /\/records\/from$/, () => [{ expects: 200 }]],
  ["GET", /\/records\/:from\/to$/, () => [{ expects: 200 }, { expects: 400, parameters: { from: "2-9" } }, scopeless]],
  ["GET", /\/records\/:from\/:to$/, () => [{ expects: 200 }, ...unknownTypes]],
  ["GET", /\/details$/, () => [{ expects: 200 }, scopeless]],
  [
    "POST",
    /\/oauth\/[^/]+\/token$/,
    () => [
      { expects: 200, body: `${form}refresh` },
      { expects: 400, body: `${form}stale` },
      { expects: 400, body: "grant_type=password" },
    ],
  ],
];

/** @param {Address} route */
export const isForm = ({ path }) => path.startsWith("/oauth/");

/**
 * What is asked of a path. Throws where nothing is: a new path needs its calls here.
 * @param {Address} route
 * @param {ReturnType<typeof statusesOf>} statuses
 * @returns {ReadonlyArray<Call>}
 */
export const callsOf = (route, statuses) => {
  const kind = kinds.find(([method, end]) => method === route.method && end.test(route.path));
  if (kind === undefined) throw new Error(`scripts/openapi/calls.mjs has no calls for ${route.method} ${route.path}`);
  return [...kind[2](statuses), ...(isForm(route) ? [] : barred)];
};
