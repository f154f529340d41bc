/** Errors of a program. */
import * as pulumi from "@pulumi/pulumi";

/**
 * An error of which the user reads the message alone. Pulumi prints the stack of one that comes after the program's last
 * line, and takes most of a minute to look through one with a stack that an exported function ends with.
 */
export const programError = (message: string): pulumi.RunError => {
  const error = new pulumi.RunError(message);
  error.stack = "";
  return error;
};
