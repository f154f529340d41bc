/**
 * Builds of the package that leak on purpose: each is caught at the end of its scene, by the search that ends every
 * other scene too. And the package as it is, given all credentials that there are.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import type { Host, Properties } from "./harness";
import { build, linkedProject, repository } from "./harness";
import { installLeakyBuild } from "../support/leaks/leakyBuild";
import { madeUp } from "../support/leaks/secret";
import type { Scene } from "./support/scene";
import { configurationFor, scenes } from "./support/scene";
import { checked, declared, unlabeled } from "./support/values";

const pair = "contacts/companies";
const app = { clientId: "client-1", clientSecret: madeUp("client-secret"), refreshToken: madeUp("refresh") };
const oauth: Properties = {
  "hubspot:clientId": app.clientId,
  "hubspot:clientSecret": app.clientSecret,
  "hubspot:refreshToken": app.refreshToken,
};

/** A check and a create, whatever becomes of them. */
const live = async (host: Host): Promise<void> => {
  await host.check({}, declared(pair, [unlabeled(5)]));
  await host.create(checked(pair, [unlabeled(5)]));
};

/** What the search says at the end of a scene. */
const endOf = ({ end }: Scene): Promise<string> =>
  end().then(
    () => "nothing",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

/** Changed hooks, by what they leak; and where it is found, in the forms that must be among those named. */
const leaks: Readonly<Record<string, readonly [hooks: string, ...found: ReadonlyArray<RegExp>]>> = {
  "its Authorization header in the text of an error": [
    `() => ({ create: async () => { throw new Error("401 for Authorization: Bearer " + config("accessToken")); } })`,
    /the access token of portal 111 \(toke…\), as it is, in its answer to create at byte \d+/,
  ],
  "its Authorization header, encoded as a whole, on stderr": [
    `() => ({ check: async (olds, news) => {
      console.error(Buffer.from("Bearer " + config("accessToken")).toString("base64"));
      return { inputs: news };
    } })`,
    /the access token of portal 111 \(toke…\), base64, in its stderr at byte \d+/,
  ],
  "an object with the token, as Node shows it, on stdout": [
    `() => ({ check: async (olds, news) => {
      console.log({ authorization: config("accessToken") });
      return { inputs: news };
    } })`,
    /the access token of portal 111 \(toke…\), JSON-escaped, in its stdout at byte \d+/,
  ],
  "the refresh token as an output": [
    `() => ({ create: async (inputs) => ({ id: "a", outs: { ...inputs, refreshToken: config("refreshToken") } }) })`,
    /the value of hubspot:refreshToken \(refr…\), JSON-escaped, in its answer to create at byte \d+/,
  ],
  "its whole configuration in a warning": [
    `() => ({ check: async (olds, news) => {
      const { EngineClient } = require("@pulumi/pulumi/proto/engine_grpc_pb");
      const { LogRequest, LogSeverity } = require("@pulumi/pulumi/proto/engine_pb");
      const { credentials } = require(require.resolve("@grpc/grpc-js", { paths: [require.resolve("@pulumi/pulumi")] }));
      const message = JSON.stringify({ accessToken: config("accessToken"), clientSecret: config("clientSecret") });
      const request = new LogRequest().setSeverity(LogSeverity.WARNING).setMessage(message);
      await new Promise((resolve) => new EngineClient(process.argv[2], credentials.createInsecure()).log(request, resolve));
      return { inputs: news };
    } })`,
    /the access token of portal 111 \(toke…\), JSON-escaped twice, in the engine's log at byte \d+/,
    /the value of hubspot:clientSecret \(clie…\), JSON-escaped twice, in the engine's log at byte \d+/,
  ],
  "the token in the path of a request": [
    `() => ({ check: async (olds, news) => {
      await fetch(config("baseUrl") + "/crm/v3/" + encodeURIComponent(config("accessToken")));
      return { inputs: news };
    } })`,
    /the access token of portal 111 \(toke…\), URL-encoded, in the sandbox's journal at byte \d+/,
  ],
  "half of the client secret, in hex, as the reason of a failure": [
    `() => ({ check: async (olds, news) => {
      const half = Buffer.from(config("clientSecret")).subarray(0, 30).toString("hex");
      return { inputs: news, failures: [{ property: "", reason: half }] };
    } })`,
    /the value of hubspot:clientSecret \(clie…\), hex, in its answer to check at byte \d+/,
  ],
};

describe("a build that leaks", () => {
  const begin = scenes();
  const folders: Array<string> = [];
  before(() => build());
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  const leaky = async (hooks: string): Promise<string> => {
    const project = await linkedProject();
    folders.push(project);
    const installed = path.join(project, "node_modules", "pulumi-hubspot-associations");
    await rm(installed);
    await installLeakyBuild(repository, installed, `(hooks, config) => (${hooks})()`);
    return project;
  };

  for (const [what, [hooks, ...found]] of Object.entries(leaks)) {
    it(`is caught: ${what}`, async () => {
      const scene = await begin({ project: await leaky(hooks) });
      const { host, sandbox } = scene;
      await host.configure({ ...configurationFor(sandbox), ...oauth });
      await live(host);
      const said = await endOf(scene);
      for (const each of found) expect(said).to.match(each);
      for (const secret of [sandbox.token, app.clientSecret, app.refreshToken])
        expect(said).not.to.contain(secret.slice(-12));
    });
  }
});

describe("a build that does not leak", () => {
  const begin = scenes();

  it("passes, whichever credentials it has", async () => {
    const scene = await begin({ portal: { oauth: app } });
    const { sandbox, host, nextHost } = scene;
    await live(host);
    const url = { "hubspot:baseUrl": sandbox.url };
    const environment = {
      HUBSPOT_CLIENT_ID: app.clientId,
      HUBSPOT_CLIENT_SECRET: app.clientSecret,
      HUBSPOT_REFRESH_TOKEN: app.refreshToken,
      HUBSPOT_BASE_URL: sandbox.url,
    };
    const configs: ReadonlyArray<Properties> = [
      { ...url, ...oauth },
      { ...url, ...oauth, "hubspot:accessToken": sandbox.token },
      { ...url, ...oauth, "hubspot:clientSecret": `${app.clientSecret}x` },
      { ...url, ...oauth, "hubspot:refreshToken": `${app.refreshToken}x` },
      {},
    ];
    for (const config of configs) await live(await nextHost({ config, env: { ...environment, HUBSPOT_DEBUG: "1" } }));
    expect(await endOf(scene)).to.equal("nothing");
  });
});
