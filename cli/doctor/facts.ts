/** What was found out for the checks to judge. None of it holds a token. */
import type { Either } from "fp-ts/Either";
import type { Option } from "fp-ts/Option";
import type { Configuration } from "../../provider/configuration";
import type { Account } from "../../provider/hubspot/codecs";
import type { HubSpotError } from "../../provider/hubspot/error";
import type { Quota } from "../../provider/hubspot/quota";
import type { ConfigurationFailure } from "../../provider/source";

/** The Pulumi CLI that the PATH finds. */
export type Cli =
  | { readonly _tag: "Found"; readonly version: string }
  | { readonly _tag: "Missing" }
  | { readonly _tag: "Broken"; readonly why: string };

/** The programs and packages that are at work here. */
export interface Machine {
  readonly node: string;
  /** The version of this package. */
  readonly own: string;
  /** The version of `@pulumi/pulumi` that a program in the current folder would load. */
  readonly sdk: Option<string>;
  readonly cli: Cli;
}

/** What came of asking for something: how many there are, or why not. */
export type Probe = Either<HubSpotError, number>;

/** What was asked of a portal that is the one that is meant. */
export interface Probes {
  readonly limits: Probe;
  /** The association types of one pair. */
  readonly labels: Probe;
  readonly customObjects: Probe;
  /** The pairs with labels, as limits tracking lists them. */
  readonly tracking: Probe;
}

/** What came of the way to the portal. */
export type Opening =
  | {
      readonly _tag: "Opened";
      readonly portalId: number;
      readonly account: Either<HubSpotError, Account>;
      readonly probes: Probes;
    }
  | { readonly _tag: "WrongSetting" }
  | { readonly _tag: "NoToken" }
  /** The token may not ask whose it is, and no portal id is set. */
  | { readonly _tag: "UnknownPortal"; readonly error: HubSpotError }
  | { readonly _tag: "WrongPortal"; readonly actual: number; readonly expected: number }
  | { readonly _tag: "Failed"; readonly error: HubSpotError };

export interface Facts {
  /** What the names of the portal's variables have besides, such as `STAGING`. */
  readonly variables: string | undefined;
  readonly today: Date;
  readonly machine: Machine;
  readonly settings: Either<ConfigurationFailure, Configuration>;
  readonly opening: Opening;
  readonly quota: Option<Quota>;
}
