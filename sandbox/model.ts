/**
 * What a sandbox knows: its portals and what stands in them, in the shape in which `/__sandbox/state`, a seed file and
 * a data file hold it. Types only.
 */
import type { SandboxSwitches, SwitchesInput } from "./switches";

/** The kinds of portal that `GET /account-info/v3/details` tells apart. */
export type AccountType = "STANDARD" | "DEVELOPER_TEST" | "SANDBOX" | "APP_DEVELOPER";

/** The subscription, which decides the quota: 100 requests per 10 s on `free`, 190 on the others. */
export type Plan = "free" | "professional" | "enterprise";

/** An access token of a portal. Any made-up text will do: never put a real one into a sandbox. */
export interface AccessToken {
  readonly token: string;
  /**
   * Scopes that this token was not granted: paths that need them answer 403 `MISSING_SCOPES` and name them. `oauth` is
   * the one that account details need. One such as `crm.objects.deals.read` concerns the paths that name `deals`, one
   * such as `crm.schemas.custom.read` schemas alone, and any other text all associations and schemas. Reads still work
   * if each of those missing ends in `.write`.
   */
  readonly missingScopes: ReadonlyArray<string>;
  /** `true`: every request with it is answered 401 `EXPIRED_AUTHENTICATION`. */
  readonly expired: boolean;
}

/**
 * An OAuth app that is installed in a portal: `POST /oauth/v1/token` gives out access tokens for these. They have a
 * quota of their own, 110 requests per 10 s and no daily one. Any made-up texts will do.
 */
export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Unique among the portals. */
  readonly refreshToken: string;
  /** How long an access token lives, which its answer says as `expires_in`. */
  readonly expiresInSeconds: number;
}

/** What opens a portal, and should stand in no log and no state. */
export interface Credential {
  readonly kind: "access token" | "client secret" | "refresh token";
  readonly portalId: number;
  readonly secret: string;
}

/** A custom object type of one portal. Its fully qualified name is `p<portalId>_<name>`. */
export interface CustomObjectType {
  /** Such as `2-123`. */
  readonly objectTypeId: string;
  /** Such as `car`. */
  readonly name: string;
}

/**
 * An association type that the portal itself has, seen from both sides: one of `category` with `typeId` for `from` to
 * `to`, and one with `inverseTypeId` for `to` to `from`. Between records of one object type, a type that is its own
 * inverse is symmetric and there is one of it.
 */
export interface Label {
  /** Unique in the portal; only schemas tell it. */
  readonly name: string;
  /** The name of an object type, such as `contacts`, or a custom one's plain name, such as `car`. */
  readonly from: string;
  readonly to: string;
  /** `USER_DEFINED` for what people make; other categories can be seeded too. */
  readonly category: string;
  readonly typeId: number;
  /** The text people see, or `null` for a pair's own, unlabeled association (pairs with a custom object need one). */
  readonly label: string | null;
  readonly inverseTypeId: number;
  readonly inverseLabel: string | null;
  /** Whether records bear it, which matters to its deletion alone. @default false */
  readonly inUse?: boolean;
}

/** A limit that stands: a `from` record has at most `maxToObjectIds` records of the `to` type under this type. */
export interface StandingLimit {
  readonly from: string;
  readonly to: string;
  readonly category: string;
  readonly typeId: number;
  readonly maxToObjectIds: number;
}

/**
 * How many associated records of `to` records of `from` have, for those that limits tracking may name. It is told and
 * never changes by itself: associations of records are not made here.
 */
export interface RecordUsage {
  readonly from: string;
  readonly to: string;
  readonly records: ReadonlyArray<{
    readonly objectId: number;
    /** What people call the record. @default its object type and id, such as `Contact 101` */
    readonly label?: string;
    /** More than the pair's limit where that was lowered later: limits are not retroactive. */
    readonly associated: number;
  }>;
}

/** One HubSpot account. */
export interface PortalState {
  readonly portalId: number;
  readonly accountType: AccountType;
  readonly plan: Plan;
  readonly tokens: ReadonlyArray<AccessToken>;
  readonly oauth?: OAuthApp;
  readonly objectTypes: ReadonlyArray<CustomObjectType>;
  readonly labels: ReadonlyArray<Label>;
  /**
   * The id of the next association type that is made over the API, or the first free one after it. It is absent until
   * one is made: ids count from a number that each portal has of its own, and none is given twice.
   */
  readonly nextTypeId?: number;
  readonly limits: ReadonlyArray<StandingLimit>;
  /** One for each directed pair; absent where nothing is known of records. */
  readonly recordUsage?: ReadonlyArray<RecordUsage>;
}

/** All that a sandbox holds, as `GET /__sandbox/state` gives it. */
export interface SandboxState {
  readonly portals: ReadonlyArray<PortalState>;
  readonly switches: SandboxSwitches;
}

/** A token as one writes it: its text alone will do. */
export type AccessTokenInput = string | (Pick<AccessToken, "token"> & Partial<AccessToken>);

/** An OAuth app as one writes it. */
export interface OAuthAppInput extends Omit<OAuthApp, "expiresInSeconds"> {
  /** @default 1800 */
  readonly expiresInSeconds?: number;
}

/** A label as one writes it; object types in any spelling that HubSpot accepts. */
export interface LabelInput {
  readonly from: string;
  readonly to: string;
  readonly typeId: number;
  readonly label: string | null;
  /** @default USER_DEFINED */
  readonly category?: string;
  /** @default made from `label` and `typeId` */
  readonly name?: string;
  /** @default `typeId` where both sides are one object type and have one text, else `typeId + 1` */
  readonly inverseTypeId?: number;
  /** @default the same text as `label` */
  readonly inverseLabel?: string | null;
  /** Whether records bear it. @default false */
  readonly inUse?: boolean;
}

/** A portal as one writes it. */
export interface PortalInput {
  readonly portalId: number;
  /** @default STANDARD */
  readonly accountType?: AccountType;
  /** @default the sandbox's plan */
  readonly plan?: Plan;
  /** @default one token, `sandbox-token-<portalId>` */
  readonly tokens?: ReadonlyArray<AccessTokenInput>;
  /**
   * The app whose refresh token opens the portal.
   *
   * @default none: no refresh token is known
   * @example
   * ```ts
   * const app = { clientId: "my-client", clientSecret: "my-secret", refreshToken: "my-refresh-token" };
   * const sandbox = await startSandbox({ portals: [{ portalId: 111, oauth: app }] });
   * ```
   */
  readonly oauth?: OAuthAppInput;
  /** @default none */
  readonly objectTypes?: ReadonlyArray<CustomObjectType>;
  /** @default none */
  readonly labels?: ReadonlyArray<LabelInput>;
  /** @default a number made from `portalId` */
  readonly nextTypeId?: number;
  /** @default none */
  readonly limits?: ReadonlyArray<StandingLimit>;
  /** @default none: no record is at or near a limit */
  readonly recordUsage?: ReadonlyArray<RecordUsage>;
}

/** What `PUT /__sandbox/state` and a seed file hold. Every state is a valid input. */
export interface StateInput {
  readonly portals: ReadonlyArray<PortalInput>;
  /** @default the switches that the sandbox was started with */
  readonly switches?: SwitchesInput;
}
