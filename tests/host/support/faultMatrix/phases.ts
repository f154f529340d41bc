/** What the engine does with one resource in a command, and what its state holds afterwards. */
import type { Failed, Properties } from "../../harness";
import { succeeded } from "../values";
import type { Process } from "./processes";

/** A resource in the state. */
export interface Kept {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** It is there only in part, so that the next `up` updates it whatever its difference is. */
  readonly partial: boolean;
}

/** How a command ended: the state, and the failure if there was one. */
export interface Phase {
  readonly kept: Kept | undefined;
  readonly failed?: Failed;
}

const isFailed = (outcome: object | undefined): outcome is Failed => outcome !== undefined && "error" in outcome;

/** A failure of a create or an update; what it says is there replaces what was. */
const interrupted = (failed: Failed, inputs: Properties, before: Kept | undefined): Phase => {
  if (failed.partial === undefined) return { kept: before, failed };
  const { id, properties } = failed.partial;
  return { kept: { id, inputs, outputs: properties, partial: true }, failed };
};

/** `pulumi up` of a program with this resource. */
export const up = async (process: Process, before: Kept | undefined, program: Properties): Promise<Phase> => {
  const { inputs, failures } = succeeded(await process.check(before?.inputs ?? {}, program));
  if (failures.length > 0) throw new Error(`The check refuses the program: ${JSON.stringify(failures)}`);
  if (before === undefined) {
    const created = await process.create(inputs);
    if (isFailed(created)) return interrupted(created, inputs, undefined);
    return { kept: { id: created.id, inputs, outputs: created.properties, partial: false } };
  }
  const { id, outputs, partial } = before;
  const { changes, replaces } = succeeded(await process.diff(id, outputs, inputs));
  if (replaces.length > 0) throw new Error(`The program would replace the resource: ${replaces.join(", ")}`);
  if (changes === "DIFF_NONE" && !partial) return { kept: before };
  const updated = await process.update(id, outputs, inputs);
  if (isFailed(updated)) return interrupted(updated, inputs, before);
  return { kept: { id, inputs, outputs: updated.properties, partial: false } };
};

/** `pulumi refresh`. */
export const refresh = async (process: Process, before: Kept): Promise<Phase> => {
  const read = await process.read(before.id, before.outputs);
  if (isFailed(read)) return { kept: before, failed: read };
  if (read.id === "") return { kept: undefined };
  return { kept: { ...before, outputs: read.properties, inputs: read.inputs ?? before.inputs } };
};

/** `pulumi destroy`. */
export const destroy = async (process: Process, before: Kept): Promise<Phase> => {
  const failed = await process.delete(before.id, before.outputs);
  return failed === undefined ? { kept: undefined } : { kept: before, failed };
};
