/** The command in this process, with nothing of it but what a test gives. */
import { main } from "../../../cli";
import type { Io } from "../../../cli/io";
import type { Sandbox } from "../../../sandbox";
import { commandIo, keptOutput } from "../../support/commandIo";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Io["env"];

/** Waits for its end, however it ends. An output of the test's own keeps what it takes. */
export const run = async (args: ReadonlyArray<string>, given: Partial<Io> = {}): Promise<Ended> => {
  const [stdout, stderr] = [keptOutput(), keptOutput()];
  const code = await main(args, commandIo({ stdout, stderr, ...given }));
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};

/** The settings of a portal of the sandbox, or of one that has a name. */
export const settingsOf = ({ url, token }: Pick<Sandbox, "url" | "token">, name?: string): Variables => {
  const prefix = name === undefined ? "HUBSPOT" : `HUBSPOT_${name}`;
  return { [`${prefix}_ACCESS_TOKEN`]: token, [`${prefix}_BASE_URL`]: url };
};
