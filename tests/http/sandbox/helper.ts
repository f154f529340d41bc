/** What tests of the sandbox's server share: one that closes after its test, and a client that hides nothing. */
import type { Sandbox, SandboxOptions } from "../../../sandbox";
import { startSandbox } from "../../../sandbox";
import type { Answer } from "../../pure/sandbox/helper";
import { parsed } from "../../pure/sandbox/helper";

const open: Sandbox[] = [];

/** Starts a sandbox that is closed after the test. */
export const started = async (options?: SandboxOptions): Promise<Sandbox> => {
  const sandbox = await startSandbox(options);
  open.push(sandbox);
  return sandbox;
};

afterEach("close the sandboxes", async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** Sends a request; a text is sent as it is, anything else as JSON. */
export const ask = async (
  sandbox: Pick<Sandbox, "url" | "token">,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { authorization: `Bearer ${sandbox.token}` },
): Promise<Answer> => {
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...sent,
  });
  return { status: response.status, headers: response.headers, body: parsed(await response.text()) };
};
