// @ts-check
/**
 * Where the sandbox's answers are not what HubSpot's specification says, and why that is right. `deviation` matches lines
 * such as `POST /crm/v4/associations/{}/{}/labels 429:  must have required property 'category'`.
 *
 * @typedef {object} Excuse
 * @property {RegExp} deviation
 * @property {string} reason
 */

/** @type {ReadonlyArray<Excuse>} */
export const excuses = [
  {
    deviation: /^(GET|POST) \S+\/labels 200: \/results\/\*\/label must be string$/,
    reason: "recorded lists of labels, and answers to a new one, have null for an unlabeled type",
  },
  {
    deviation: /configurations\S* 20[01]: \/results\/\*\/(label|userEnforcedMaxToObjectIds) must be (string|integer)$/,
    reason:
      "recorded rows of limits have null for no label and for no limit; the switches noLabel and noLimit make some",
  },
  {
    deviation: / 400: {2}must have required property 'category'$/,
    reason: "the recorded refusal of an unknown object type, and that of OAuth, have no category",
  },
  {
    deviation: / 429: {2}must have required property 'category'$/,
    reason: "the recorded 429 has errorType and policyName instead of a category",
  },
  {
    deviation: /\/batch\/\w+ 20[07]: \/errors\/\* must have required property '(errors|links)'$/,
    reason: "recorded errors of a batch have neither errors nor links of their own",
  },
  {
    deviation: /\/batch\/\w+ 20[07]: \/errors\/\*\/subCategory must be object$/,
    reason: "subCategory is a text in every recorded body",
  },
  {
    deviation: /^POST \/crm\/associations\/v4\/\S+\/batch\/purge 200: {2}must have required property/,
    reason: "v4 declares 204 alone for a purge; one with errors has a body like that of an update",
  },
  {
    deviation: /^POST \/oauth\/2026-09\/token 200: {2}must have required property/,
    reason: "2026-09 declares no success of this path; it answers as in 2026-03",
  },
];
