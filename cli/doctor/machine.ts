/** Checks of the programs and packages that are at work here, and of what fits with what. */
import * as O from "fp-ts/Option";
import type { Cli, Machine } from "./facts";
import type { Result } from "./result";
import { ok, problem, warning } from "./result";
import { isAtLeast, parseVersion } from "./version";

const leastNode = 20;
/** From 3.216 on, a `read` may return inputs, which drift needs; of 4 nothing is known. */
const leastSdk = [3, 216, 0] as const;
const sdkOfNode22 = [3, 249, 0] as const;
/** The first CLI whose import files take outputs, which a dynamic resource needs. */
const leastCli = [3, 254, 0] as const;

const atLeastNode = (node: string, major: number): boolean => isAtLeast(parseVersion(node) ?? [0, 0, 0], [major, 0, 0]);

export const checkNode = ({ node }: Machine): Result =>
  atLeastNode(node, leastNode)
    ? ok(node)
    : problem(
        `${node} is older than ${leastNode}, which this package needs`,
        `install Node ${leastNode} or newer, from https://nodejs.org`,
      );

export const checkPackage = ({ own }: Machine): Result => ok(own);

export const checkSdk = ({ sdk, node }: Machine): Result => {
  if (O.isNone(sdk))
    return warning(
      "none is installed for the current folder",
      "run doctor in the folder of a program, or npm install @pulumi/pulumi there",
    );
  const version = parseVersion(sdk.value);
  if (version === undefined || !isAtLeast(version, leastSdk) || version[0] > 3)
    return problem(
      `${sdk.value} does not fit: this package works with 3.216 up to, not including, 4`,
      'npm install "@pulumi/pulumi@^3.216.0"',
    );
  if (isAtLeast(version, sdkOfNode22) && !atLeastNode(node, 22))
    return problem(
      `${sdk.value} needs Node 22 or newer, and this is ${node}`,
      'install Node 22 or newer, or npm install "@pulumi/pulumi@~3.248.0", the last for Node 20',
    );
  return ok(sdk.value);
};

const install = "https://www.pulumi.com/docs/install/";

const checkFound = (said: string): Result => {
  const version = parseVersion(said);
  if (version === undefined)
    return problem("`pulumi version` prints no version", `install the Pulumi CLI again, from ${install}`);
  if (version[0] > 3)
    return warning(
      `${said} is a newer major version than this package knows`,
      `install a Pulumi CLI 3, from ${install}`,
    );
  return isAtLeast(version, leastCli)
    ? ok(said)
    : warning(
        `${said} cannot import what generate writes: import files need 3.254 or newer`,
        `install a newer Pulumi CLI, from ${install}`,
      );
};

export const checkCli = ({ cli }: { readonly cli: Cli }): Result => {
  switch (cli._tag) {
    case "Found":
      return checkFound(cli.version);
    case "Missing":
      return problem("there is no pulumi on the PATH", `install the Pulumi CLI, from ${install}`);
    case "Broken":
      return problem(`\`pulumi version\` does not work: ${cli.why}`, `install the Pulumi CLI again, from ${install}`);
  }
};
