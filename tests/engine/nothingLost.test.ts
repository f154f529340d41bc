/**
 * The engine creates what replaces a resource before it deletes the old one, and a limit has a natural key: a careless
 * delete would remove what was just written. After each of these the portal is as the program says.
 */
import { expect } from "chai";
import type { PortalInput, Sandbox } from "../../sandbox";
import { startSandbox } from "../../sandbox";
import type { Run, Stack } from "./harness";
import { newStack, summaryOf } from "./harness";

const unlabeled: Readonly<Record<string, number>> = {
  "contacts/companies": 279,
  "companies/contacts": 280,
  "deals/contacts": 3,
};
const primary = 1;

/** A resource of the program, in one line. */
const configuration = (name: string, pair: string, limits: string, more = ""): string => {
  const [from, to] = pair.split("/");
  return `new hubspot.AssociationConfiguration("${name}", { fromObjectType: "${from}", toObjectType: "${to}", limits: [${limits}]${more} });`;
};
const max = (n: number): string => `{ unlabeled: true, maxToObjectIds: ${n} }`;
const maxPrimary = (n: number): string => `{ category: "HUBSPOT_DEFINED", typeId: ${primary}, maxToObjectIds: ${n} }`;
const standing = (pair: string, maxToObjectIds: number, typeId = unlabeled[pair]): string =>
  `${pair} ${typeId} = ${maxToObjectIds}`;

describe("nothing is lost", () => {
  let sandbox: Sandbox;
  let stack: Stack;

  const begin = async (program: string, portal: Partial<PortalInput> = {}): Promise<void> => {
    sandbox = await startSandbox({
      portals: [
        { portalId: 111, ...portal },
        { portalId: 222, tokens: ["token-of-222"] },
      ],
    });
    stack = await newStack({
      program,
      config: { "hubspot:accessToken": { secret: sandbox.token }, "hubspot:baseUrl": sandbox.url },
    });
  };
  afterEach(async () => {
    await stack.cleanup();
    await sandbox.close();
  });

  const limits = (portalId = 111): ReadonlyArray<string> =>
    (sandbox.state().portals.find((portal) => portal.portalId === portalId)?.limits ?? [])
      .map(({ from, to, typeId, maxToObjectIds }) => standing(`${from}/${to}`, maxToObjectIds, typeId))
      .sort();
  const ok = async (run: Promise<Run>): Promise<Run> => {
    const done = await run;
    expect(done.code, done.output).to.equal(0);
    return done;
  };
  const next = async (program: string, ...flags: ReadonlyArray<string>): Promise<Run> => {
    await stack.program(program);
    return ok(stack.up(...flags));
  };
  const writes = (): ReadonlyArray<string> =>
    sandbox
      .requests()
      .filter(({ method }) => method !== "GET")
      .map(({ path }) => path.replace(/^.*configurations\//, ""));
  const unchangedNow = async (): Promise<void> => {
    const again = await ok(stack.up());
    expect(Object.keys(summaryOf(again.output))).to.deep.equal(["unchanged"]);
  };

  it("a resource renamed without an alias keeps its limits", async () => {
    await begin(configuration("old", "contacts/companies", max(5)));
    await ok(stack.up());
    await next(configuration("new", "contacts/companies", max(5)));
    expect(limits()).to.deep.equal([standing("contacts/companies", 5)]);
    await unchangedNow();
  });

  it("a renamed resource that changes on the way has what the new one says", async () => {
    await begin(configuration("old", "contacts/companies", `${max(5)}, ${maxPrimary(1)}`));
    await ok(stack.up());
    await next(configuration("new", "contacts/companies", max(7)));
    expect(limits()).to.deep.equal([standing("contacts/companies", 7)]);
  });

  it("an authoritative resource renamed without an alias keeps the pair as it says", async () => {
    await begin(configuration("old", "contacts/companies", `${max(5)}, ${maxPrimary(1)}`), {
      limits: [
        { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 50 },
        { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: primary, maxToObjectIds: 20 },
      ],
    });
    await ok(stack.up());
    await next(configuration("new", "contacts/companies", max(5), ", authoritative: true"));
    expect(limits()).to.deep.equal([standing("contacts/companies", 5)]);
  });

  it("two resources that swap pairs leave both pairs limited", async () => {
    await begin(configuration("a", "contacts/companies", max(5)) + configuration("b", "companies/contacts", max(6)));
    await ok(stack.up());
    await next(configuration("a", "companies/contacts", max(7)) + configuration("b", "contacts/companies", max(8)));
    expect(limits()).to.deep.equal([standing("companies/contacts", 7), standing("contacts/companies", 8)]);
    await unchangedNow();
  });

  for (const [first, second] of [
    ["taker", "giver"],
    ["giver", "taker"],
  ]) {
    it(`a limit moved between resources stays, when the ${first} is registered first`, async () => {
      const giver = (has: string): string => configuration("giver", "contacts/companies", has);
      const taker = (has: string): string => configuration("taker", "contacts/companies", has);
      const before = {
        giver: giver(`${max(5)}, ${maxPrimary(2)}`),
        taker: configuration("taker", "deals/contacts", max(9)),
      };
      await begin(before.giver + before.taker);
      await ok(stack.up());
      const after: Readonly<Record<string, string>> = { giver: giver(max(5)), taker: taker(maxPrimary(2)) };
      await next(`${after[first ?? ""]} ${after[second ?? ""]}`);
      expect(limits()).to.deep.equal([standing("contacts/companies", 2, primary), standing("contacts/companies", 5)]);
      await unchangedNow();
    });
  }

  it("--target-replace leaves the limits in force", async () => {
    await begin(configuration("a", "contacts/companies", max(5)));
    await ok(stack.up());
    const urn = (await stack.resources()).find(({ type }) => type.endsWith(":AssociationConfiguration"))?.urn ?? "";
    await ok(stack.up("--target-replace", urn));
    expect(limits()).to.deep.equal([standing("contacts/companies", 5)]);
    await unchangedNow();
  });

  it("a kill between the create and the delete of a rename costs nothing", async () => {
    await begin(configuration("old", "contacts/companies", max(5)));
    await ok(stack.up());
    // The renamed resource's batch is taken in, and its answer held back: the engine dies with the create under way.
    sandbox.faults([{ match: { method: "POST" }, fault: { delay: 60_000 } }]);
    await stack.program(configuration("new", "contacts/companies", max(7)));
    const running = stack.start("up", "--yes", "--skip-preview");
    while (writes().length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    running.killAll();
    await running.done;
    sandbox.faults([]);
    await stack.run("cancel", "--yes");
    await ok(stack.up());
    expect(limits()).to.deep.equal([standing("contacts/companies", 7)]);
    await unchangedNow();
  });

  it("a state that still holds the old name beside the new one is put in order", async () => {
    await begin(configuration("old", "contacts/companies", max(5)));
    await ok(stack.up());
    const old = (await stack.resources()).find(({ type }) => type.endsWith(":AssociationConfiguration"));
    await next(configuration("new", "contacts/companies", max(5)));
    const state = (await stack.exported()) as { deployment: { resources: unknown[] } };
    state.deployment.resources.push(old);
    await stack.import(state);
    const healed = await ok(stack.up());
    expect(summaryOf(healed.output)).to.deep.equal({ deleted: 1, unchanged: 2 });
    expect(limits()).to.deep.equal([standing("contacts/companies", 5)]);
  });

  it("of two resources of one pair, dropping one leaves the other's limits", async () => {
    const kept = configuration("kept", "contacts/companies", max(5));
    await begin(kept + configuration("dropped", "contacts/companies", maxPrimary(2)));
    await ok(stack.up());
    await next(kept);
    expect(limits()).to.deep.equal([standing("contacts/companies", 5)]);
  });

  for (const flags of [[], ["--run-program"]]) {
    const command = ["destroy", ...flags].join(" ");
    it(`${command} restores what stood before, and purges the rest`, async () => {
      const found = { from: "contacts", to: "companies", category: "HUBSPOT_DEFINED", typeId: 279, maxToObjectIds: 50 };
      await begin(
        configuration("a", "contacts/companies", `${max(5)}, ${maxPrimary(1)}`) +
          configuration("b", "companies/contacts", max(6)),
        { limits: [found] },
      );
      await ok(stack.up());
      await ok(stack.destroy(...flags));
      expect(limits()).to.deep.equal([standing("contacts/companies", 50)]);
      expect((await stack.resources()).length).to.equal(0);
    });
  }

  it("the token of another portal reads nothing, writes nothing and loses nothing from the state", async () => {
    await begin(configuration("a", "contacts/companies", max(5)));
    await ok(stack.up());
    const before = await stack.exported();
    const asked = sandbox.requests().length;
    // The refresh, the up and the destroy of somebody who took the other portal's token.
    await stack.config({ "hubspot:accessToken": { secret: "token-of-222" } });
    await stack.program(configuration("a", "contacts/companies", max(6)));
    const wrong = await Promise.all([stack.refresh("--run-program")]);
    wrong.push(await stack.up());
    wrong.push(await stack.destroy("--run-program"));
    for (const run of wrong) {
      expect(run.code, run.output).not.to.equal(0);
      expect(run.output).to.contain(
        "the token of the stack configuration (hubspot:accessToken) belongs to portal 222, but this resource lives in portal 111",
      );
    }
    expect(
      new Set(
        sandbox
          .requests()
          .slice(asked)
          .map(({ path }) => path),
      ),
    ).to.deep.equal(new Set(["/account-info/v3/details"]));
    const resources = (state: unknown): unknown =>
      (state as { deployment: { resources: Array<{ type: string }> } }).deployment.resources.filter(({ type }) =>
        type.endsWith(":AssociationConfiguration"),
      );
    expect(resources(await stack.exported())).to.deep.equal(resources(before));
    expect([limits(111), limits(222)]).to.deep.equal([[standing("contacts/companies", 5)], []]);
  });
});
