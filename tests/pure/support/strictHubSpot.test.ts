import { expect } from "chai";
import type { StrictOptions, StrictRequest } from "../../support/strictHubSpot";
import { strictHubSpot } from "../../support/strictHubSpot";

const definitions = "/crm/associations/v4/definitions/configurations";
const update = `${definitions}/contacts/companies/batch/update`;
const purge = `${definitions}/contacts/companies/batch/purge`;
const labels = "/crm/associations/v4/contacts/companies/labels";
const authorization = "Bearer strict-token";

const json = (method: string, path: string, body: unknown): StrictRequest => ({
  method,
  path,
  authorization,
  contentType: "application/json",
  body: JSON.stringify(body),
});
const get = (path: string): StrictRequest => ({ method: "GET", path, authorization });
const setting = (input: object): StrictRequest =>
  json("POST", update, { inputs: [{ category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 5, ...input }] });
const making = (more: object, path = labels): StrictRequest =>
  json("POST", path, { name: "a", label: "A", inverseLabel: "Of A", ...more });

/** The answer to the last of some requests. */
const answerTo = async (
  options: StrictOptions,
  ...requests: ReadonlyArray<StrictRequest>
): Promise<{ readonly status: number; readonly body: string }> => {
  const hubspot = strictHubSpot(options);
  const outcomes = [];
  for (const request of requests) outcomes.push(await hubspot.handle(request));
  const last = outcomes.at(-1);
  if (last?._tag !== "Answered") throw new Error("no answer");
  return { status: last.status, body: last.body };
};

const undocumented: ReadonlyArray<readonly [what: string, StrictRequest]> = [
  ["an unknown path", get("/crm/v3/objects/contacts")],
  ["another version's path", get("/crm/associations/2026-03/definitions/configurations/all")],
  ["an unknown method", json("PATCH", labels, {})],
  ["a query", get(`${definitions}/all?limit=10`)],
  ["a read with a body", { ...json("GET", labels, {}) }],
  ["a write without a body", { method: "POST", path: update, authorization }],
  ["a body of another content type", { ...setting({}), contentType: "text/plain" }],
  ["an unknown key of a body", json("POST", update, { inputs: [], dryRun: true })],
  ["an unknown key of an input", setting({ label: "A" })],
  ["a missing key", json("PUT", labels, { label: "A" })],
  ["an empty batch", json("POST", update, { inputs: [] })],
  ["a batch that names a type twice", json("POST", purge, { inputs: Array(2).fill({ category: "WORK", typeId: 1 }) })],
  ["an unknown category", setting({ category: "MINE" })],
  ...[0, -1, 1.5, 2 ** 31, "5", null].map(
    (maxToObjectIds) => [`the number ${JSON.stringify(maxToObjectIds)}`, setting({ maxToObjectIds })] as const,
  ),
  ["an id that is no number", { method: "DELETE", path: `${labels}/a`, authorization }],
  ["a label with a text for one side alone", making({ inverseLabel: "" })],
  ["a plain association between HubSpot's own object types", making({ label: "", inverseLabel: "" })],
];

describe("a strict HubSpot", () => {
  for (const [what, request] of undocumented)
    it(`refuses ${what} loudly, and whatever comes after`, async () => {
      const hubspot = strictHubSpot();
      const thrown = (): Promise<unknown> =>
        hubspot.handle(request).then(
          () => "nothing",
          (error: unknown) => error,
        );
      const first = await thrown();
      expect(String(first)).to.match(/^Undocumented: not in HubSpot's documents/);
      expect(await thrown()).to.equal(first);
      expect(() => hubspot.contents()).to.throw("not in HubSpot's documents");
    });

  const customObjects = [{ objectTypeId: "2-7", name: "car" }];
  const existing = [{ from: "contacts", to: "companies", name: "b", label: "B", inverseLabel: "Of B" }];
  const answers: ReadonlyArray<
    readonly [what: string, StrictOptions, ReadonlyArray<StrictRequest>, status: number, says: RegExp]
  > = [
    ["a request without a token", {}, [{ ...get(labels), authorization: undefined }], 401, /INVALID_AUTHENTICATION/],
    ["another token", {}, [{ ...get(labels), authorization: "Bearer x" }], 401, /EXPIRED_AUTHENTICATION/],
    ["a custom object's bare name", { customObjects }, [making({}, labels.replace("companies", "car"))], 400, /: car"/],
    ["its short name", { customObjects }, [making({}, labels.replace("companies", "p_car"))], 200, /Of A/],
    ["a type that the pair does not have", {}, [setting({ typeId: 5 })], 200, /CANCELED.*0-5 is not a valid/],
    ["a number of another category", { labels: existing }, [setting({ typeId: 2 })], 200, /0-2 is not a valid/],
    ["a limit on 2^31-1", {}, [setting({ maxToObjectIds: 2 ** 31 - 1 })], 200, /COMPLETE/],
    ["a label's limit above the pair's own", {}, [setting({}), setting({ typeId: 1 })], 200, /CANCELED.*exceeds/],
    ["the pair's own below a label's", {}, [setting({ typeId: 1 }), setting({})], 200, /CANCELED.*exceeds/],
    ["a text that is taken", { labels: existing }, [making({ label: "B" })], 400, /DUPLICATE_ASSOCIATION_LABEL/],
    ["a text that the other side has", { labels: existing }, [making({ label: "Of B" })], 200, /Of B/],
    ["a name that is taken", { labels: existing }, [making({ name: "b" })], 400, /DUPLICATE_ASSOCIATION_LABEL/],
    ["a name with a hyphen", {}, [making({ name: "a-b" })], 400, /no name/],
    ["a name that begins with a digit", {}, [making({ name: "1a" })], 400, /no name/],
    [
      "the removal of no limit",
      {},
      [json("POST", purge, { inputs: [{ category: "HUBSPOT_DEFINED", typeId: 279 }] })],
      204,
      /^$/,
    ],
  ];
  for (const [what, options, requests, status, says] of answers)
    it(`answers ${what} with ${status}`, async () => {
      const answer = await answerTo(options, ...requests);
      expect(answer.status).to.equal(status);
      expect(answer.body).to.match(says);
    });

  it("applies nothing of a batch in which one input is wrong", async () => {
    const hubspot = strictHubSpot();
    const input = { category: "HUBSPOT_DEFINED", maxToObjectIds: 5 };
    await hubspot.handle(json("POST", update, { inputs: [279, 5].map((typeId) => ({ ...input, typeId })) }));
    expect(hubspot.contents().limits).to.deep.equal([]);
  });

  it("writes one text over both sides where only one is given", async () => {
    const hubspot = strictHubSpot({ labels: existing });
    await hubspot.handle(json("PUT", labels, { associationTypeId: 1, label: "C" }));
    const [label] = hubspot.contents().ownTypes;
    expect([label?.label, label?.inverseLabel]).to.deep.equal(["C", "C"]);
  });

  it("deletes a label by either id, with its limits and no others", async () => {
    for (const id of [1, 2]) {
      const hubspot = strictHubSpot({ labels: existing });
      for (const category of ["USER_DEFINED", "HUBSPOT_DEFINED"])
        await hubspot.handle(setting({ category, typeId: 1 }));
      await hubspot.handle({ method: "DELETE", path: `${labels}/${id}`, authorization });
      const { ownTypes, limits } = hubspot.contents();
      expect([ownTypes, limits.map(({ category }) => category)]).to.deep.equal([[], ["HUBSPOT_DEFINED"]]);
    }
  });

  it("shows no limit in each of the three ways", async () => {
    const shown = async (typeId: number): Promise<unknown> => {
      const { body } = await answerTo({}, get(`${definitions}/all`));
      const { results }: { results: ReadonlyArray<{ typeId: number; userEnforcedMaxToObjectIds?: null }> } =
        JSON.parse(body);
      const row = results.find((candidate) => candidate.typeId === typeId);
      return row === undefined ? "no row" : "userEnforcedMaxToObjectIds" in row ? "null" : "no field";
    };
    expect(await Promise.all([3, 1, 2].map(shown))).to.deep.equal(["no row", "no field", "null"]);
  });
});
