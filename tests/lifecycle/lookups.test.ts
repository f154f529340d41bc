/** Lookups where the SDK's tests do not reach: what is said once, unknown categories, and hints that fail. */
import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { Lookups } from "../../provider/lookups";
import { lookupsIn } from "../../provider/lookups";
import type { Lookup } from "../../provider/source";
import { UNKNOWN } from "../../provider/unknown";
import { createSandbox } from "../../sandbox";
import type { TestRuntime } from "../support/provider/runtime";
import { testRuntime } from "../support/provider/runtime";
import { wireTo } from "../support/provider/wire";

const pair = { fromObjectType: "contacts", toObjectType: "companies" };
const champion = { ...pair, label: "Champion" };
const labels = [
  {
    from: "contacts",
    to: "companies",
    typeId: 38,
    inverseTypeId: 39,
    label: "Champion",
    inverseLabel: "Championed by",
  },
];

describe("lookups in a run", () => {
  const sandbox = createSandbox({ portals: [{ portalId: 111 }] });
  const baseUrl = "https://sandbox.test";
  let runtime: TestRuntime;
  let lookups: Lookups;
  const begin = (environment: Lookup = () => undefined): Lookups =>
    lookupsIn(runtime, environment, wireTo(sandbox, runtime.time));
  beforeEach(() => {
    sandbox.reset();
    sandbox.setState({ portals: [{ portalId: 111, labels }] });
    runtime = testRuntime();
    lookups = begin();
  });

  const stack: Lookup = (key) => ({ "hubspot:accessToken": sandbox.token, "hubspot:baseUrl": baseUrl })[key];
  const count = (): number => sandbox.requests().length;
  const answersWith = (results: ReadonlyArray<object>): void =>
    sandbox.faults([
      { match: { path: "contacts/companies/labels" }, times: 1, fault: { status: 200, body: { results } } },
    ]);

  it("take a label in other capitals for the portal's, and say so once", async () => {
    const lookup = lookups.getAssociationType(stack, { ...champion, label: "champion" });
    const found = E.right({ category: "USER_DEFINED", typeId: 38 });
    expect([await lookup(), await lookup()]).to.deep.equal([found, found]);
    expect(runtime.said).to.deep.equal([
      'getAssociationType contacts/companies: label: "champion" is taken to mean "Champion", as the portal writes it',
    ]);
    expect(count()).to.equal(2);
  });

  it("take the configuration from the environment where the stack has none", async () => {
    const fromEnvironment = begin((name) => ({ HUBSPOT_ACCESS_TOKEN: sandbox.token, HUBSPOT_BASE_URL: baseUrl })[name]);
    expect(await fromEnvironment.getAssociationType(() => undefined, champion)()).to.deep.equal(
      E.right({ category: "USER_DEFINED", typeId: 38 }),
    );
  });

  it("share nothing with another run, nor with another configuration", async () => {
    await lookups.getAssociationTypes(stack, pair)();
    await lookups.getAssociationTypes((key) => (key === "hubspot:requestTimeoutSeconds" ? "5" : stack(key)), pair)();
    await begin().getAssociationTypes(stack, pair)();
    expect(count()).to.equal(6);
  });

  it("list a category that this release does not know, and refuse to name it for a limit", async () => {
    const future = { category: "PARTNER_DEFINED", typeId: 7, label: "Partner" };
    answersWith([future]);
    expect(await lookups.getAssociationTypes(stack, pair)()).to.deep.equal(
      E.right({ ...pair, portalId: 111, types: [future] }),
    );
    expect(await lookups.getAssociationType(stack, { ...pair, label: "Partner" })()).to.deep.equal(
      E.left(
        "getAssociationType contacts/companies: this is PARTNER_DEFINED 7, of a category that limits cannot name; install a newer release",
      ),
    );
  });

  it("list types without limits, and leave out a label that is null", async () => {
    answersWith([{ category: "HUBSPOT_DEFINED", typeId: 279, label: null, userEnforcedMaxToObjectIds: 5 }]);
    expect(await lookups.getAssociationTypes(stack, pair)()).to.deep.equal(
      E.right({ ...pair, portalId: 111, types: [{ category: "HUBSPOT_DEFINED", typeId: 279 }] }),
    );
  });

  it("say that a label is not there also where the other direction cannot be asked for", async () => {
    const refused = { status: 403, body: { status: "error", message: "no" } };
    sandbox.faults([{ match: { path: "companies/contacts/labels" }, times: 9, fault: refused }]);
    expect(await lookups.getAssociationType(stack, { ...pair, label: "Championed by" })()).to.deep.equal(
      E.left(
        'getAssociationType contacts/companies: label: the portal has no label "Championed by" from contacts to companies; this pair has "Champion", "Primary", "Billing Contact"',
      ),
    );
  });

  it("say that a portal has no own association of a pair with a custom object before its first label", async () => {
    sandbox.setState({ portals: [{ portalId: 111, objectTypes: [{ objectTypeId: "2-123", name: "car" }] }] });
    const cars = { fromObjectType: "car", toObjectType: "contacts", unlabeled: true };
    expect(await lookups.getAssociationType(stack, cars)()).to.deep.equal(
      E.left(
        "getAssociationType car/contacts: unlabeled: the portal has no unlabeled association from car to contacts yet; HubSpot makes it along with the first label of the pair",
      ),
    );
  });

  it("ask for the account once, also where it is refused", async () => {
    const wrong: Lookup = (key) => (key === "hubspot:accessToken" ? "another" : stack(key));
    const [first, second] = await Promise.all([
      lookups.getAssociationTypes(wrong, pair)(),
      lookups.getAssociationTypes(wrong, pair)(),
    ]);
    expect(first).to.deep.equal(second);
    expect(E.isLeft(first)).to.equal(true);
    expect(count()).to.equal(1);
  });

  it("point to the form for outputs where a provider is not known yet", async () => {
    const provider: Lookup = (key) => (key === "hubspot:provider" ? "staging" : UNKNOWN);
    expect(await lookups.getAssociationType(provider, champion)()).to.deep.equal(
      E.left(
        'getAssociationType contacts/companies: the hubspot.Provider "staging" is not known yet, since a value of it comes from a resource that this preview would create; use getAssociationTypeOutput, whose result is known when that is',
      ),
    );
    expect(count()).to.equal(0);
  });
});
