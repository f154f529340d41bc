/**
 * Warnings that the engine shows and counts as such. The dynamic host has no way to log, but its second argument is
 * the engine's address, and the engine takes log calls. Without one, the words go to stderr.
 */
import { createRequire } from "node:module";
import type * as Grpc from "@grpc/grpc-js";
import type { Task } from "fp-ts/Task";
import { printable } from "./printable";

const prefix = "hubspot-associations: ";
/** A log call that the engine does not take within this time is printed instead. */
const deadlineMs = 5_000;

const writeToStderr = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const toStderr = (message: string): void => writeToStderr(`${prefix}${message}`);

interface Engine {
  readonly warn: (message: string) => Promise<void>;
}

/** The protocol's client and its gRPC both belong to `@pulumi/pulumi`: strict installs give us no gRPC of our own. */
const connect = (address: string): Engine => {
  const sdk = createRequire(require.resolve("@pulumi/pulumi"));
  const grpc: typeof Grpc = sdk("@grpc/grpc-js");
  const { EngineClient } = sdk("@pulumi/pulumi/proto/engine_grpc_pb");
  const { LogRequest, LogSeverity } = sdk("@pulumi/pulumi/proto/engine_pb");
  const client = new EngineClient(address, grpc.credentials.createInsecure());
  return {
    warn: (message) =>
      new Promise((resolve, reject) => {
        const request = new LogRequest();
        request.setSeverity(LogSeverity.WARNING);
        request.setMessage(message);
        client.log(request, { deadline: Date.now() + deadlineMs }, (error: unknown) =>
          error === null || error === undefined ? resolve() : reject(error),
        );
      }),
  };
};

/** A speaker for this process. The same words are said once: a replacement is checked twice. */
export const engineWarnings = (address: string | undefined): ((message: string) => Task<void>) => {
  const said = new Set<string>();
  let engine: Engine | undefined;
  return (words) => async () => {
    const message = printable(words);
    if (said.has(message)) return;
    said.add(message);
    try {
      if (address === undefined) return toStderr(message);
      engine ??= connect(address);
      await engine.warn(message);
    } catch {
      toStderr(message);
    }
  };
};

/** Lines about requests, where `HUBSPOT_DEBUG` is 1; they go to stderr unless said otherwise. */
export const debugLines = (setting: string | undefined, write = writeToStderr): ((line: string) => void) =>
  setting === "1" ? (line) => write(`${prefix}${line}`) : () => undefined;
