/**
 * A second HubSpot for tests, small and strict, read from HubSpot's documents and recordings alone: it shares facts with
 * the sandbox, and neither code nor behavior, so that what both would have to get wrong is less. What is not documented
 * it refuses loudly, and where HubSpot's behavior is not known it is as harsh as HubSpot may be.
 */
import { objectTypes } from "../../../data";
import type { Answer } from "./answer";
import { unauthorized, Undocumented } from "./answer";
import { createLabel } from "./labels";
import { updateLimits } from "./limits";
import { objectTypeId } from "./objectTypes";
import type { Contents, CustomObject, Limit, Pair, Portal } from "./portal";
import { withPlainAlong } from "./portal";
import { serve } from "./routes";

export type { Answer } from "./answer";
export type { Contents, CustomObject, Limit, OwnType } from "./portal";

export interface StrictRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization?: string | undefined;
  readonly contentType?: string | undefined;
  readonly body?: string | undefined;
}

export type StrictOutcome =
  | {
      readonly _tag: "Answered";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly milliseconds: number;
    }
  | { readonly _tag: "Lost"; readonly by: "reset"; readonly tookEffect: boolean };

/** What becomes of a request instead of what would have. */
export type Instead =
  | ({ readonly _tag: "Answer" } & Answer)
  | { readonly _tag: "Lost" }
  /** It shows what the portal held at another time: a read that lags behind. */
  | { readonly _tag: "Shows"; readonly contents: Contents };

/** What comes between; each may wait, so that time goes by. Nothing means that all goes its way. */
export interface Hooks {
  /** Before a request takes effect; with an answer instead, it takes none. */
  readonly before?: (request: StrictRequest) => Instead | undefined | Promise<Instead | undefined>;
  /** After it took effect. */
  readonly after?: (
    request: StrictRequest,
    answer: Answer,
  ) => Exclude<Instead, { _tag: "Shows" }> | undefined | Promise<Exclude<Instead, { _tag: "Shows" }> | undefined>;
}

export interface StrictHubSpot {
  readonly portalId: number;
  readonly token: string;
  /** Rejects what no document allows, and then all that comes after, so that nothing swallows it. */
  handle(request: StrictRequest): Promise<StrictOutcome>;
  /** Throws, too, where something undocumented was asked. */
  contents(): Contents;
  /** The next id that is free. */
  nextTypeId(): number;
  /** What others did to the portal. Ids that were given once are not given again, nor are those before `nextTypeId`. */
  setContents(contents: Contents & { readonly nextTypeId?: number }): void;
  /** Takes the place of earlier hooks; `{}` ends them. */
  setHooks(hooks: Hooks): void;
  /** All requests so far: `GET /account-info/v3/details 200`, or `lost` for the status. */
  requests(): ReadonlyArray<string>;
}

export interface StrictOptions {
  /** @default 111 */
  readonly portalId?: number;
  /** @default "strict-token" */
  readonly token?: string;
  /** @default none */
  readonly customObjects?: ReadonlyArray<CustomObject>;
  /** Made in this order, on pairs by any names that paths take. @default none */
  readonly labels?: ReadonlyArray<
    Pair & { readonly name: string; readonly label: string; readonly inverseLabel?: string }
  >;
  /** @default none */
  readonly limits?: ReadonlyArray<Limit>;
}

/** What a custom object is associated with from the start; HubSpot's list has nine, of which these are known. */
const activities = ["notes", "tasks", "emails", "calls", "meetings"];

const located = (portal: Portal, { from, to }: Pair): Pair => ({
  from: objectTypeId(portal, from) ?? from,
  to: objectTypeId(portal, to) ?? to,
});

const begin = (options: StrictOptions): Portal => {
  const { portalId = 111, customObjects = [], labels = [], limits = [] } = options;
  const empty: Portal = { portalId, nextTypeId: 1, customObjects, ownTypes: [], limits: [] };
  const ids = objectTypes.filter(({ name }) => activities.includes(name)).map((type) => type.objectTypeId);
  const pairs = customObjects.flatMap(({ objectTypeId: from }) => ids.map((to) => ({ from, to })));
  const withLabels = labels.reduce(
    (portal, { from, to, ...label }) => {
      const { answer, portal: after } = createLabel(portal, located(portal, { from, to }), label);
      if (answer.status !== 200) throw new Error(`no portal can have the label ${JSON.stringify(label)}`);
      return after;
    },
    pairs.reduce(withPlainAlong, empty),
  );
  return limits.reduce((portal, { from, to, ...input }) => {
    const { portal: after } = updateLimits(portal, located(portal, { from, to }), { inputs: [input] });
    if (after === portal) throw new Error(`no portal can have the limit ${JSON.stringify(input)}`);
    return after;
  }, withLabels);
};

const bodyOf = ({ body, contentType }: StrictRequest): unknown => {
  if (body === undefined) return undefined;
  if (contentType !== "application/json") throw new Undocumented(`the content type ${contentType}`);
  return JSON.parse(body);
};

const answered = ({ status, body }: Answer): StrictOutcome => ({
  _tag: "Answered",
  status,
  headers: body === undefined ? {} : { "content-type": "application/json" },
  body: body === undefined ? "" : JSON.stringify(body),
  milliseconds: 0,
});

export const strictHubSpot = (options: StrictOptions = {}): StrictHubSpot => {
  const { token = "strict-token" } = options;
  let portal = begin(options);
  let hooks: Hooks = {};
  let requests: ReadonlyArray<string> = [];
  let broken: { readonly because: unknown } | undefined;

  const expectWhole = (): void => {
    if (broken !== undefined) throw broken.because;
  };

  const answerTo = (request: StrictRequest, shown: Contents | undefined): Answer => {
    const { method, path, authorization } = request;
    if (authorization !== `Bearer ${token}`) return unauthorized(authorization === undefined);
    const { answer, portal: after } = serve({ ...portal, ...shown }, { method, path, body: bodyOf(request) });
    if (shown === undefined) portal = after;
    else if (method !== "GET") throw new Error("only a read can lag behind");
    return answer;
  };

  const course = async (request: StrictRequest): Promise<StrictOutcome> => {
    const first = await hooks.before?.(request);
    if (first?._tag === "Lost") return { ...first, by: "reset", tookEffect: false };
    if (first?._tag === "Answer") return answered(first);
    const answer = answerTo(request, first?.contents);
    const then = await hooks.after?.(request, answer);
    return then?._tag === "Lost" ? { ...then, by: "reset", tookEffect: true } : answered(then ?? answer);
  };

  return {
    portalId: portal.portalId,
    token,
    handle: async (request) => {
      expectWhole();
      try {
        const outcome = await course(request);
        const status = outcome._tag === "Lost" ? "lost" : outcome.status;
        requests = [...requests, `${request.method} ${request.path} ${status}`];
        return outcome;
      } catch (thrown) {
        broken = { because: thrown };
        throw thrown;
      }
    },
    contents: () => {
      expectWhole();
      const { customObjects, ownTypes, limits } = portal;
      return { customObjects, ownTypes, limits };
    },
    nextTypeId: () => portal.nextTypeId,
    setContents: ({ nextTypeId = 1, ...contents }) => {
      expectWhole();
      const ids = contents.ownTypes.flatMap(({ typeId, inverseTypeId }) => [typeId, inverseTypeId]);
      const next = Math.max(portal.nextTypeId, nextTypeId, ...ids.map((id) => id + 1));
      portal = { ...portal, ...contents, nextTypeId: next };
    },
    setHooks: (next) => {
      hooks = next;
    },
    requests: () => requests,
  };
};
