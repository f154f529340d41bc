/** Whatever a portal, or somebody on the way to it, sends back: no line and no message that leaves holds a credential. */
import { expect } from "chai";
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Reply, Request, Wire } from "../../provider/hubspot/send";
import { secret } from "../../provider/secret";
import { createSandbox } from "../../sandbox";
import { hooksIn } from "../support/engine/inProcess";
import { declared, unlabeled } from "../support/inputs";
import { expectNoLeak } from "../support/leaks/expectNoLeak";
import { madeUp } from "../support/leaks/secret";
import { newProcess } from "../support/provider/process";
import { testRuntime } from "../support/provider/runtime";
import { wireTo } from "../support/provider/wire";

const source = { _tag: "StackConfiguration" } as const;
const url = "https://sandbox.test";
const app = { clientId: "client-1", clientSecret: madeUp("client-secret"), refreshToken: madeUp("refresh") };
const token = madeUp("token");

const identities = {
  "an access token": {
    origin: { source, setting: "accessToken" },
    credentials: { _tag: "AccessToken", accessToken: secret(token) },
    baseUrl: url,
  },
  OAuth: {
    origin: { source, setting: "refreshToken" },
    credentials: {
      _tag: "OAuth",
      clientId: secret(app.clientId),
      clientSecret: secret(app.clientSecret),
      refreshToken: secret(app.refreshToken),
    },
    baseUrl: url,
  },
} as const;

const ways: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "as JSON writes it": (text) => JSON.stringify(text).slice(1, -1),
  "as a URL writes it": encodeURIComponent,
  "as a form writes it": (text) => new URLSearchParams({ "": text }).toString().slice(1),
  "in base64": (text) => Buffer.from(text).toString("base64"),
};

/** The credential that a request carries, or that its answer gives. */
const credentialOf = ({ bearer, form }: Request, { text }: Reply): string => {
  if (bearer !== undefined) return bearer.reveal();
  const [, granted] = /"access_token":"([^"]+)"/.exec(text) ?? [];
  return granted ?? form?.reveal() ?? "";
};

/** A wire whose answers have the credential in every header, and where they refuse, in every field of the body. */
const echoing =
  (wire: Wire, write: (text: string) => string): Wire =>
  (timeoutMs) =>
  (request) =>
    pipe(
      wire(timeoutMs)(request),
      TE.map((reply) => {
        const echo = write(credentialOf(request, reply));
        const body = JSON.stringify({ message: `no ${echo}`, category: echo, correlationId: echo });
        return { ...reply, header: () => echo, text: reply.status < 400 ? reply.text : body };
      }),
    );

describe("a credential that comes back in answers", () => {
  for (const [what, identity] of Object.entries(identities))
    for (const [how, write] of Object.entries(ways))
      it(`is neither traced nor said: of ${what}, ${how}`, async () => {
        const sandbox = createSandbox({ portals: [{ portalId: 111, tokens: [token], oauth: app }] });
        sandbox.faults([{ match: { method: "POST", path: "/crm/" }, times: 1, fault: { status: 400, body: {} } }]);
        const runtime = testRuntime();
        const wire = echoing(wireTo(sandbox, runtime.time), write);
        const process = newProcess(sandbox, { identity: O.some(identity) }, runtime, wire);
        const hooks = hooksIn(process)("AssociationConfiguration");
        const inputs = { ...declared("contacts/companies", [unlabeled(5)]), onCreate: "adopt", onDelete: "restore" };
        const answers = [await hooks.check({}, inputs), await hooks.create(inputs)];
        expect(JSON.stringify(answers)).to.contain("HubSpot refused (400)");
        expect(runtime.traced.join("\n")).to.match(/POST \/crm.* 400 \d+ ms attempt 1$/);
        const secrets = sandbox.credentials().map(({ kind, secret: text }) => ({ what: kind, text }));
        expect(secrets.length).to.be.greaterThan(1);
        await expectNoLeak(
          secrets.filter(({ text }) => text !== app.clientId),
          [
            { where: "the trace", bytes: Buffer.from(runtime.traced.join("\n")) },
            { where: "what was said", bytes: Buffer.from(runtime.said.join("\n")) },
            { where: "the answers", bytes: Buffer.from(JSON.stringify(answers)) },
          ],
        );
      });
});
