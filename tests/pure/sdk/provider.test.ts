/** An explicit provider: what it passes to its process, what stays secret, and what it refuses. */
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { ProviderArgs } from "../../../sdk";
import { AssociationConfiguration, Provider } from "../../../sdk";
import { startProgram, valueOf } from "./helper";

const oauth = { clientId: "id", clientSecret: "secret", refreshToken: "refresh" } as const;

const refusal = (args: ProviderArgs): string => {
  try {
    new Provider("staging", args);
  } catch (error) {
    if (pulumi.RunError.isInstance(error)) return error.message;
    throw error;
  }
  return "nothing is refused";
};

describe("Provider", () => {
  it("passes its arguments under the names of the configuration, and its own name, with the token as a secret", async () => {
    const registered = await startProgram();
    const provider = new Provider("staging", {
      accessToken: pulumi.output("token"),
      portalId: 4242,
      baseUrl: "http://127.0.0.1:8787",
      apiVersion: "2026-03",
      requestsPerTenSeconds: 50,
      requestTimeoutSeconds: pulumi.output(5),
      previewChecks: false,
    });
    await valueOf(provider.urn);
    expect(registered).to.deep.equal([
      {
        type: "pulumi:providers:pulumi-nodejs",
        name: "staging",
        id: undefined,
        inputs: {
          "hubspot:accessToken": { secret: "token" },
          "hubspot:portalId": 4242,
          "hubspot:baseUrl": "http://127.0.0.1:8787",
          "hubspot:apiVersion": "2026-03",
          "hubspot:requestsPerTenSeconds": 50,
          "hubspot:requestTimeoutSeconds": 5,
          "hubspot:previewChecks": false,
          "hubspot:provider": "staging",
        },
      },
    ]);
  });

  it("takes OAuth's three values instead of a token", async () => {
    const registered = await startProgram();
    await valueOf(new Provider("oauth", oauth).urn);
    expect(registered.map(({ inputs }) => inputs)).to.deep.equal([
      {
        "hubspot:clientId": { secret: "id" },
        "hubspot:clientSecret": { secret: "secret" },
        "hubspot:refreshToken": { secret: "refresh" },
        "hubspot:provider": "oauth",
      },
    ]);
  });

  it("fills in from the stack's configuration how to talk, never whose portal it is", async () => {
    const registered = await startProgram({
      "hubspot:accessToken": "the-stack's",
      "hubspot:portalId": "1",
      "hubspot:baseUrl": "https://elsewhere.example",
      "hubspot:apiVersion": "2026-03",
      "hubspot:requestsPerTenSeconds": "50",
      "hubspot:requestTimeoutSeconds": "5",
      "hubspot:previewChecks": "false",
    });
    await valueOf(new Provider("staging", { accessToken: "token", requestTimeoutSeconds: 9, apiVersion: "" }).urn);
    expect(registered.map(({ inputs }) => inputs)).to.deep.equal([
      {
        "hubspot:accessToken": { secret: "token" },
        "hubspot:apiVersion": "2026-03",
        "hubspot:requestsPerTenSeconds": "50",
        "hubspot:requestTimeoutSeconds": 9,
        "hubspot:previewChecks": "false",
        "hubspot:provider": "staging",
      },
    ]);
  });

  it("keeps its arguments as outputs for lookups, and credentials as secrets", async () => {
    await startProgram({ "hubspot:apiVersion": "2026-03" });
    const provider = new Provider("staging", { ...oauth, portalId: "4242" });
    const kept: Readonly<Record<string, pulumi.Output<unknown>>> = {
      accessToken: provider.accessToken,
      clientId: provider.clientId,
      clientSecret: provider.clientSecret,
      refreshToken: provider.refreshToken,
      portalId: provider.portalId,
      baseUrl: provider.baseUrl,
      apiVersion: provider.apiVersion,
      requestsPerTenSeconds: provider.requestsPerTenSeconds,
      requestTimeoutSeconds: provider.requestTimeoutSeconds,
      previewChecks: provider.previewChecks,
    };
    expect(await valueOf(pulumi.output(kept))).to.deep.equal({
      accessToken: undefined,
      ...oauth,
      portalId: "4242",
      baseUrl: undefined,
      apiVersion: "2026-03",
      requestsPerTenSeconds: undefined,
      requestTimeoutSeconds: undefined,
      previewChecks: undefined,
    });
    const secret = await Promise.all(
      Object.entries(kept).map(async ([key, value]) => ((await pulumi.isSecret(value)) ? [key] : [])),
    );
    expect(secret.flat()).to.deep.equal(["clientId", "clientSecret", "refreshToken"]);
  });

  it("a token is a secret, also where the program passes it in plain", async () => {
    await startProgram();
    const provider = new Provider("staging", { accessToken: "token" });
    expect(await pulumi.isSecret(provider.accessToken)).to.equal(true);
  });

  it("serves the resources that name it", async () => {
    const registered = await startProgram();
    const provider = new Provider("staging", { accessToken: "token" });
    const resource = new AssociationConfiguration(
      "pair",
      { fromObjectType: "deals", toObjectType: "companies", limits: [] },
      { provider },
    );
    await valueOf(resource.urn);
    expect(registered.map(({ name, provider }) => [name, provider])).to.deep.equal([
      ["staging", undefined],
      ["pair", "urn:pulumi:stack::project::pulumi:providers:pulumi-nodejs::staging::staging-id"],
    ]);
  });

  it("refuses to be without credentials, and says where they come from", () => {
    const message =
      `hubspot.Provider "staging" has no credentials. Pass accessToken (of a service key or a private app), or ` +
      `OAuth's clientId, clientSecret and refreshToken. An explicit provider takes them from its arguments only, not ` +
      `from the stack's hubspot: configuration and not from HUBSPOT_ variables; for example accessToken: ` +
      `new pulumi.Config("staging").requireSecret("accessToken") after pulumi config set --secret staging:accessToken.`;
    expect(refusal({})).to.equal(message);
    expect(refusal({ accessToken: undefined, portalId: 4242 })).to.equal(message);
    expect(refusal({ accessToken: "", clientId: "" })).to.equal(message);
  });

  it("refuses OAuth credentials that are not whole, naming what is missing", () => {
    expect(refusal({ clientId: "id" })).to.equal(
      `hubspot.Provider "staging" has clientId but no clientSecret and refreshToken. OAuth needs all three.`,
    );
    expect(refusal({ ...oauth, refreshToken: "" })).to.equal(
      `hubspot.Provider "staging" has clientId and clientSecret but no refreshToken. OAuth needs all three.`,
    );
  });

  it("refuses a token beside OAuth credentials", () => {
    expect(refusal({ ...oauth, accessToken: pulumi.secret("token") })).to.equal(
      `hubspot.Provider "staging" has accessToken and also clientId, clientSecret and refreshToken. ` +
        `Pass either accessToken or OAuth's clientId, clientSecret and refreshToken, not both.`,
    );
  });
});
