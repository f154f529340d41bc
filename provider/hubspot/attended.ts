/** Nothing leaves once the engine is gone that wanted it: what a later command has done since would be undone. */
import * as E from "fp-ts/Either";
import type { Runtime } from "../runtime";
import type { Send } from "./send";

export const attended =
  ({ engineAlive }: Pick<Runtime, "engineAlive">) =>
  (send: Send): Send =>
  (request) =>
  async () =>
    (await engineAlive())
      ? send(request)()
      : E.left({
          _tag: "Unanswered",
          call: request.call,
          why: "Pulumi has ended meanwhile",
          mayHaveTakenEffect: false,
        });
