/** `sandbox`: runs a local HubSpot until it is stopped. */
import { Command, InvalidArgumentError, Option } from "commander";
import type { Plan, Sandbox, SandboxOptions } from "../sandbox";
import { plans, startSandbox } from "../sandbox";
import type { Io } from "./io";
import { print, say } from "./terminal";

interface Flags {
  readonly port: number;
  readonly seed?: string;
  readonly data?: string;
  readonly plan: Plan;
  readonly exitOnStdinEnd: boolean;
}

const parsePort = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
};

const examples = `
The first line on stdout is {"url", "portalId", "accessToken"}. Nothing leaves this machine, and no HubSpot account is
needed; never put a real token into a sandbox.

Examples:
  $ pulumi-hubspot-associations sandbox
      an empty portal at http://127.0.0.1:8787
  $ pulumi-hubspot-associations sandbox --seed demo
      a mid-size company: 8 object types, 25 pairs, 40 labels, 30 limits (large: 1,000 directed pairs)
  $ pulumi-hubspot-associations sandbox --seed portal.json --data .sandbox.json
      starts from portal.json, keeps what changes in .sandbox.json, and goes on from there the next time
  $ pulumi-hubspot-associations sandbox --port 0 --plan free
      on a free port, with the quota of a free portal

While it runs:
  $ curl http://127.0.0.1:8787/__sandbox/state      what stands there; PUT puts another state in place
  $ curl http://127.0.0.1:8787/__sandbox/requests   what was asked of it
  $ curl http://127.0.0.1:8787/__sandbox/faults -d '[{"match": {"path": "/all$"}, "fault": {"status": 503}}]'
                                                    what goes wrong with the next request that matches
  $ curl -X PUT http://127.0.0.1:8787/__sandbox/state \\
      -d '{"portals": [{"portalId": 7}], "switches": {"noLimit": "null", "labelInUse": "refused"}}'
                                                    how it behaves where HubSpot's versions differ
`;

const start = async (options: SandboxOptions): Promise<Sandbox> => {
  try {
    return await startSandbox(options);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new Error(`Port ${options.port} is taken. Choose another with --port; 0 finds a free one`);
    throw error;
  }
};

const run = async (io: Io, { exitOnStdinEnd, ...options }: Flags): Promise<void> => {
  const sandbox = await start(options);
  try {
    // Whoever reads the first line may stop it at once.
    const stopped = io.stopped(exitOnStdinEnd);
    const { url, portalId, token: accessToken } = sandbox;
    await print(io, JSON.stringify({ url, portalId, accessToken }));
    await say(
      io,
      `HubSpot sandbox: portal ${portalId} at ${url}. To use it:\n` +
        `  export HUBSPOT_BASE_URL=${url} HUBSPOT_ACCESS_TOKEN=${accessToken}\n` +
        `Stop it with Ctrl+C.`,
    );
    await stopped;
  } finally {
    await sandbox.close();
  }
};

export const sandboxCommand = (io: Io): Command =>
  new Command("sandbox")
    .description("run a local, stateful HubSpot for trying and testing")
    .option("--port <number>", "port on 127.0.0.1; 0 finds a free one", parsePort, 8787)
    .option("--seed <seed>", "what to start from: demo, large, or a JSON file with a state")
    .option("--data <file>", "keep the state in this file; if it exists, start from it")
    .addOption(
      new Option("--plan <plan>", "HubSpot plan, which decides the quota").choices(plans).default("professional"),
    )
    .option("--exit-on-stdin-end", "stop when standard input ends, for programs that start it as a child", false)
    .addHelpText("after", examples)
    .action((flags: Flags) => run(io, flags));
