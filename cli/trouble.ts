/** What ends a command with exit code 2: one line that says what is wrong and what to do. */

/** How a command ends, as `diff` does: the same or fine, differences or findings, trouble or wrong usage. */
export const exitCodes = { fine: 0, findings: 1, trouble: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Takes the exit code of a command that did what it should and yet does not end with 0. */
export type EndWith = (code: ExitCode) => void;

/** The message is for the user, whole and on one line. */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: "there is no permission; choose another place, or change the permission",
  EPERM: "there is no permission; choose another place, or change the permission",
  EROFS: "the disk can only be read; choose another place",
  ENOSPC: "the disk is full; free some space, or choose another place",
  EDQUOT: "the disk quota is spent; free some space, or choose another place",
  EISDIR: "it is a folder; name a file",
  ENOTDIR: "a part of the path is a file, not a folder; choose another place",
  EEXIST: "a file is in the way; choose another place, or move the file",
  ENOENT: "there is no such file or folder; check the path",
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** An error of the file system in words; `doing` is what was tried, such as `cannot write portal.json`. */
export const fileTrouble = (doing: string, error: unknown): Trouble => {
  const reason = systemReasons[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
  return new Trouble(`${doing}: ${reason}`);
};
