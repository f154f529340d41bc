/**
 * Answers without the credentials of this process, in their headers and bodies, should somebody have sent them back. An
 * access token that an answer gives is one of them from that moment on.
 */
import { pipe } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as TE from "fp-ts/TaskEither";
import type { Runtime } from "../runtime";
import type { Secret } from "../secret";
import { decoded } from "./classify";
import { decodeGrant } from "./codecs";
import type { Reply, Request, Send } from "./send";

export const masked =
  ({ mask }: Pick<Runtime, "mask">) =>
  (send: Send): Send =>
  (request) =>
    pipe(
      send(request),
      TE.map((reply) => {
        const given = givenBy(request, reply);
        if (O.isSome(given)) mask.hide([given.value]);
        return {
          status: reply.status,
          header: (name) => {
            const value = reply.header(name);
            return value === null ? null : mask.over(value);
          },
          // A token that is given a second time must be readable.
          text: O.isSome(given) ? reply.text : mask.over(reply.text),
        };
      }),
    );

/** The access token in the answer to a form; nothing else is sent as one. */
const givenBy = ({ form, call }: Request, reply: Reply): O.Option<Secret> =>
  form === undefined || reply.status >= 300
    ? O.none
    : pipe(
        O.fromEither(decoded(call, decodeGrant)(reply)),
        O.map(({ token }) => token),
      );
