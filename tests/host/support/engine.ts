/** The engine as far as a provider process sees it: the log that it writes warnings to. */
import { Server, ServerCredentials, status } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** A line that the user would see. */
export interface Logged {
  readonly severity: string;
  readonly message: string;
  /** Whether it would only show as a status line that the next one overwrites. */
  readonly ephemeral: boolean;
}

export interface FakeEngine {
  /** Where it listens, as a provider process gets it. */
  readonly address: string;
  /** What was logged so far. */
  logged(): ReadonlyArray<Logged>;
  close(): void;
}

const severityName = (severity: number): string =>
  Object.entries(LogSeverity).find(([, value]) => value === severity)?.[0] ?? String(severity);

/** Starts an engine; one that `refuses` answers every log call with an error. */
export const startEngine = async ({ refuses = false } = {}): Promise<FakeEngine> => {
  const lines: Array<Logged> = [];
  const log: IEngineServer["log"] = ({ request }, callback) => {
    if (refuses) return callback({ code: status.UNAVAILABLE, details: "the log is closed" });
    lines.push({
      severity: severityName(request.getSeverity()),
      message: request.getMessage(),
      ephemeral: request.getEphemeral(),
    });
    callback(null, new Empty());
  };
  const server = new Server();
  server.addService(EngineService, { log });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { address: `127.0.0.1:${port}`, logged: () => [...lines], close: () => server.forceShutdown() };
};
