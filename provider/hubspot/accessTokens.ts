/**
 * The access token that requests bear: the one that is configured, or those that OAuth gives for a refresh token, asked
 * for when first needed and again before they expire, once for however many requests wait for it.
 */
import * as E from "fp-ts/Either";
import { pipe } from "fp-ts/function";
import * as TE from "fp-ts/TaskEither";
import type { Credentials, OAuth } from "../credentials";
import type { Runtime } from "../runtime";
import type { Secret } from "../secret";
import { secret } from "../secret";
import { decoded } from "./classify";
import type { Grant } from "./codecs";
import { decodeGrant } from "./codecs";
import type { Call, HubSpotError } from "./error";
import { tokenPath } from "./paths";
import type { Send } from "./send";

export interface AccessTokens {
  /** A token to send a request with; `grant` is the way to ask for one. */
  readonly current: (grant: Send) => TE.TaskEither<HubSpotError, Secret>;
  /** Another one in the place of a token that the portal calls expired; none where only one is configured. */
  readonly renewed: ((grant: Send, expired: Secret) => TE.TaskEither<HubSpotError, Secret>) | undefined;
}

export const accessTokens = (credentials: Credentials, runtime: Runtime): AccessTokens =>
  credentials._tag === "AccessToken"
    ? { current: () => TE.right(credentials.accessToken), renewed: undefined }
    : granted(credentials, runtime);

interface Granted {
  readonly token: Secret;
  readonly renewAt: number;
  readonly expiresAt: number;
}

/** A token is renewed a minute before it expires, or when nine tenths of a shorter life are over. */
const renewBeforeMs = 60_000;

const granted = (credentials: OAuth, runtime: Runtime): AccessTokens => {
  let latest: Granted | undefined;
  let refused: HubSpotError | undefined;
  let underWay: Promise<E.Either<HubSpotError, Granted>> | undefined;

  const ask = async (grant: Send): Promise<E.Either<HubSpotError, Granted>> => {
    // A life is counted from before the question: the answer may have taken its time.
    const asked = runtime.now();
    const result = await pipe(
      accessToken(credentials, grant),
      TE.map(({ token, expiresInSeconds }): Granted => {
        const life = expiresInSeconds * 1000;
        return { token, renewAt: asked + life - Math.min(renewBeforeMs, life / 10), expiresAt: asked + life };
      }),
    )();
    underWay = undefined;
    if (E.isRight(result)) latest = result.right;
    else if (result.left._tag === "NotGranted") refused = result.left;
    return result;
  };

  const unless =
    (isUseless: (known: Granted) => boolean, grant: Send, stillServes: (known: Granted) => boolean) => async () => {
      if (refused !== undefined) return E.left(refused);
      if (latest !== undefined && !isUseless(latest)) return E.right(latest.token);
      const result = await (underWay ??= ask(grant));
      if (E.isRight(result)) return E.right(result.right.token);
      return latest !== undefined && stillServes(latest) ? E.right(latest.token) : result;
    };

  return {
    // A renewal that fails for now does not matter as long as the old token is good.
    current: (grant) =>
      unless(
        ({ renewAt }) => runtime.now() >= renewAt,
        grant,
        ({ expiresAt }) => runtime.now() < expiresAt,
      ),
    renewed: (grant, expired) =>
      unless(
        ({ token }) => token === expired,
        grant,
        () => false,
      ),
  };
};

const call: Call = { method: "POST", path: tokenPath, doing: "asking for an access token" };

/** Asks OAuth. What it says no to is not cured by asking again. */
const accessToken = (
  { clientId, clientSecret, refreshToken }: OAuth,
  grant: Send,
): TE.TaskEither<HubSpotError, Grant> =>
  pipe(
    grant({
      call,
      form: secret(
        new URLSearchParams({
          grant_type: "refresh_token",
          client_id: clientId.reveal(),
          client_secret: clientSecret.reveal(),
          refresh_token: refreshToken.reveal(),
        }).toString(),
      ),
    }),
    TE.chainEitherK(decoded(call, decodeGrant)),
    TE.mapLeft(notGranted),
  );

const notGranted = (error: HubSpotError): HubSpotError => {
  const status = error._tag === "Unauthorized" ? 401 : error._tag === "Refused" ? error.status : undefined;
  if (status === undefined || ![400, 401, 403].includes(status)) return { ...error, mayHaveTakenEffect: false };
  const { message, correlationId } = error;
  return {
    _tag: "NotGranted",
    call,
    status,
    mayHaveTakenEffect: false,
    ...(message === undefined ? {} : { message }),
    ...(correlationId === undefined ? {} : { correlationId }),
  };
};

/** Every request bears a token; one that the portal calls expired is replaced, and the request sent once more. */
export const bearing =
  (tokens: AccessTokens, grant: Send) =>
  (send: Send): Send =>
  (request) =>
    pipe(
      tokens.current(grant),
      TE.chain((token) =>
        pipe(
          send({ ...request, bearer: token }),
          TE.orElse((error) =>
            tokens.renewed === undefined || !isExpired(error)
              ? TE.left(error)
              : pipe(
                  tokens.renewed(grant, token),
                  TE.chain((next) => send({ ...request, bearer: next })),
                ),
          ),
        ),
      ),
    );

const isExpired = (error: HubSpotError): boolean =>
  error._tag === "Unauthorized" && error.category === "EXPIRED_AUTHENTICATION";
