/**
 * The calls that the engine makes of a provider process, typed, over the protocol's own client. A failed call is a
 * value, so that tests compare it whole.
 */
import type { ServiceError } from "@grpc/grpc-js";
import { credentials, status } from "@grpc/grpc-js";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import type { Checked, Created, Diffed, Failed, Hooks, Properties, ReadResult } from "../../support/engine/hooks";

export type { Checked, Created, Diffed, Failed, Properties, ReadResult } from "../../support/engine/hooks";

/** Everything that a provider process is asked. Properties go out as they are given and come back as they arrive. */
export interface ProviderClient extends Hooks {
  configure(config: Properties): Promise<Failed | undefined>;
  close(): void;
}

const isRecord = (value: unknown): value is Readonly<Record<string, JavaScriptValue>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Throws where a value cannot cross, as the real engine could never send it. */
const toStruct = (properties: Properties): Struct => {
  if (!isRecord(properties)) throw new Error("Properties are an object");
  return Struct.fromJavaScript({ ...properties });
};

const fromStruct = (struct: Struct | undefined): Properties => struct?.toJavaScript() ?? {};

const nameOf = (names: Readonly<Record<string, unknown>>, value: unknown): string =>
  Object.entries(names).find(([, each]) => each === value)?.[0] ?? String(value);

/** The protocol packs what is kept of a resource into the error's details. */
const partialOf = (error: ServiceError): Pick<Failed, "partial"> => {
  const [packed] = error.metadata.get("grpc-status-details-bin");
  if (!(packed instanceof Buffer)) return {};
  const [detail] = Status.deserializeBinary(packed).getDetailsList();
  const kept = detail?.unpack(
    (bytes) => messages.ErrorResourceInitFailed.deserializeBinary(bytes),
    "pulumirpc.ErrorResourceInitFailed",
  );
  if (kept === undefined || kept === null) return {};
  return {
    partial: { id: kept.getId(), properties: fromStruct(kept.getProperties()), reasons: kept.getReasonsList() },
  };
};

const failedBy = (error: ServiceError): Failed => ({
  error: error.details,
  code: nameOf(status, error.code),
  ...partialOf(error),
});

type Callback<Response> = (error: ServiceError | null, response: Response) => void;

const answer = <Response, A>(
  call: (callback: Callback<Response>) => void,
  read: (response: Response) => A,
): Promise<A | Failed> =>
  new Promise((resolve) => call((error, response) => resolve(error === null ? read(response) : failedBy(error))));

/** Connects to a provider process on this machine, on a connection of its own. */
export const connect = (port: number): ProviderClient => {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.use_local_subchannel_pool": 1,
  });
  return {
    configure: (config) => {
      const request = new messages.ConfigureRequest().setArgs(toStruct(config)).setAcceptsecrets(true);
      return answer<messages.ConfigureResponse, undefined>(
        (callback) => client.configure(request, callback),
        () => undefined,
      );
    },
    check: (olds, news) => {
      const request = new messages.CheckRequest().setOlds(toStruct(olds)).setNews(toStruct(news));
      return answer<messages.CheckResponse, Checked>(
        (callback) => client.check(request, callback),
        (response) => ({
          inputs: fromStruct(response.getInputs()),
          failures: response
            .getFailuresList()
            .map((failure) => ({ property: failure.getProperty(), reason: failure.getReason() })),
        }),
      );
    },
    diff: (id, olds, news) => {
      const request = new messages.DiffRequest().setId(id).setOlds(toStruct(olds)).setNews(toStruct(news));
      return answer<messages.DiffResponse, Diffed>(
        (callback) => client.diff(request, callback),
        (response) => ({
          changes: nameOf(messages.DiffResponse.DiffChanges, response.getChanges()),
          replaces: response.getReplacesList(),
          deleteBeforeReplace: response.getDeletebeforereplace(),
        }),
      );
    },
    create: (properties) => {
      const request = new messages.CreateRequest().setProperties(toStruct(properties));
      return answer<messages.CreateResponse, Created>(
        (callback) => client.create(request, callback),
        (response) => ({ id: response.getId(), properties: fromStruct(response.getProperties()) }),
      );
    },
    read: (id, properties) => {
      const request = new messages.ReadRequest().setId(id).setProperties(toStruct(properties));
      return answer<messages.ReadResponse, ReadResult>(
        (callback) => client.read(request, callback),
        (response) => ({
          id: response.getId(),
          properties: fromStruct(response.getProperties()),
          inputs: response.getInputs()?.toJavaScript(),
        }),
      );
    },
    update: (id, olds, news) => {
      const request = new messages.UpdateRequest().setId(id).setOlds(toStruct(olds)).setNews(toStruct(news));
      return answer<messages.UpdateResponse, Omit<Created, "id">>(
        (callback) => client.update(request, callback),
        (response) => ({ properties: fromStruct(response.getProperties()) }),
      );
    },
    delete: (id, properties) => {
      const request = new messages.DeleteRequest().setId(id).setProperties(toStruct(properties));
      return answer<unknown, undefined>(
        (callback) => client.delete(request, callback),
        () => undefined,
      );
    },
    close: () => client.close(),
  };
};
