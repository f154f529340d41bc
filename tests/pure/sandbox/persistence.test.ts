import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { DirectSandbox, SandboxOptions } from "../../../sandbox";
import { createSandbox } from "../../../sandbox";
import { ask, configurations, hubSpotDefined, started, userDefined } from "./helper";

describe("sandbox: files", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const limit = { from: "contacts", to: "companies", ...hubSpotDefined(279, 5) };
  const update = (sandbox: DirectSandbox) =>
    ask(sandbox, "POST", `${configurations}/contacts/companies/batch/update`, { inputs: [hubSpotDefined(279, 5)] });
  const saved = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
  const refusal = async (options: SandboxOptions): Promise<string> => {
    try {
      createSandbox(options);
      return "started";
    } catch (error) {
      return error instanceof Error ? error.message : "";
    }
  };

  it("a data file holds the state from the start on, and after each change", async () => {
    const data = join(folder, "data.json");
    const sandbox = await started({ data });
    expect(saved(data)).to.deep.equal(sandbox.state());
    await update(sandbox);
    expect(sandbox.state().portals[0]?.limits).to.deep.equal([limit]);
    expect(saved(data)).to.deep.equal(sandbox.state());
    sandbox.reset();
    expect(saved(data)).to.deep.equal(sandbox.state());
    expect(readdirSync(folder)).to.deep.equal(["data.json"]);
  });

  it("a sandbox goes on from its data file, whatever the seed says", async () => {
    const data = join(folder, "data.json");
    const first = await started({ data, accessToken: "mine", switches: { purgeStatus: 200 } });
    await update(first);
    const state = first.state();
    const second = await started({ data, portals: [{ portalId: 99 }] });
    expect(second.state()).to.deep.equal(state);
    expect([second.portalId, second.token]).to.deep.equal([first.portalId, "mine"]);
  });

  it("a label keeps its ids in the data file, and none is given again after a restart", async () => {
    const data = join(folder, "data.json");
    const labels = "/crm/associations/v4/contacts/companies/labels";
    const body = { name: "partner", label: "Partner" };
    const first = await started({ data, portals: [{ portalId: 7 }] });
    await ask(first, "POST", labels, body);
    expect(saved(data)).to.deep.equal(first.state());
    expect((await ask(first, "DELETE", `${labels}/800`)).status).to.equal(204);
    const second = await started({ data });
    expect((await ask(second, "POST", labels, body)).body).to.deep.equal({
      results: [802, 803].map((typeId) => ({ ...userDefined(typeId), label: "Partner" })),
    });
  });

  it("a reset goes back to the data file as it was at the start", async () => {
    const data = join(folder, "data.json");
    await update(await started({ data }));
    const second = await started({ data });
    second.setState({ portals: [{ portalId: 1 }] });
    second.reset();
    expect(second.state().portals[0]?.limits).to.deep.equal([limit]);
  });

  it("a seed is what a sandbox starts from, and stays as it is", async () => {
    const seed = join(folder, "seed.json");
    const content = JSON.stringify({ portals: [{ portalId: 99, limits: [limit] }] });
    writeFileSync(seed, content);
    const sandbox = await started({ seed });
    expect([sandbox.portalId, sandbox.state().portals[0]?.limits]).to.deep.equal([99, [limit]]);
    sandbox.setState({ portals: [{ portalId: 1 }] });
    expect(readFileSync(seed, "utf8")).to.equal(content);
  });

  it("an access token opens the first portal, in front of those it has, or instead of the default", async () => {
    const withDefault = await started({ accessToken: "mine", portals: [{ portalId: 1 }] });
    expect(withDefault.token).to.equal("mine");
    expect(withDefault.state().portals[0]?.tokens).to.deep.equal([
      { token: "mine", missingScopes: [], expired: false },
    ]);
    const tokens = ["a", { token: "mine", missingScopes: ["x"] }];
    const withOwn = await started({ accessToken: "mine", portals: [{ portalId: 1, tokens }] });
    expect(withOwn.state().portals[0]?.tokens).to.deep.equal([
      { token: "mine", missingScopes: ["x"], expired: false },
      { token: "a", missingScopes: [], expired: false },
    ]);
  });

  it("what cannot be started says why", async () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, "{");
    const wrong = join(folder, "wrong.json");
    writeFileSync(wrong, '{"portals":[{}]}');
    const problem = "  portals[0].portalId: expected a whole number from 1 to 2147483647, got nothing";
    expect(await refusal({ seed: "dmeo" })).to.equal(
      'There is no seed "dmeo": choose demo or large, or name a JSON file like the one that GET /__sandbox/state gives',
    );
    expect(await refusal({ seed: broken })).to.contain(`${broken} cannot be read: `);
    expect(await refusal({ seed: wrong })).to.equal(`The seed ${wrong} is no state:\n${problem}`);
    expect(await refusal({ data: wrong })).to.equal(`The data file ${wrong} is no state:\n${problem}`);
    expect(await refusal({ seed: wrong, portals: [] })).to.equal("Either a seed or portals, not both");
    expect(await refusal({ portals: [{ portalId: 1, tokens: [] }] })).to.equal(
      "The first portal has no token; name one",
    );
    expect(await refusal({ portals: [{ portalId: 1 }, { portalId: 2, tokens: ["x"] }], accessToken: "x" })).to.contain(
      "the token x stands there twice",
    );
    const nowhere = join(folder, "no", "data.json");
    expect(await refusal({ data: nowhere })).to.contain(`The data file ${nowhere} cannot be written: `);
  });
});
