/** What was asked of a sandbox, so that a test can count and compare it. Credentials never get here. */
import type { HubSpotRequest } from "./request";

/** One request to a HubSpot path. */
export interface JournalEntry {
  /** 1 for the first request since the start or the last reset, and so on. */
  readonly n: number;
  readonly method: string;
  /** Without its query, and below `/oauth` without the tokens that may stand in it. */
  readonly path: string;
  /** Absent where the token belongs to no portal. */
  readonly portalId?: number;
  /** The status that was sent; null where no answer was, or none yet. */
  readonly status: number | null;
  /** When it came, in milliseconds since the sandbox started. */
  readonly at: number;
  /** From the request's arrival to the end of the answer; null while it is under way. */
  readonly milliseconds: number | null;
  /**
   * The body, parsed where it is JSON, else as text. Absent where there was none, and where it may hold credentials: in
   * forms, and in everything that is sent to `/oauth`.
   */
  readonly requestBody?: unknown;
  /** The fault that was played, such as `reset`. */
  readonly fault?: string;
}

type Later = Partial<Pick<JournalEntry, "portalId" | "status" | "milliseconds" | "fault">>;

export interface Journal {
  /** Notes a request, and gives what adds to the note when more is known. */
  begin(request: HubSpotRequest): (later: Later) => void;
  /** The requests after the one with the number `since`, in the order of their arrival. */
  entries(since: number): ReadonlyArray<JournalEntry>;
  clear(): void;
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

const isForm = (contentType: string | undefined): boolean => /\bform\b/i.test(contentType ?? "");

/** What may be kept of a request. */
const withoutCredentials = ({
  method,
  path,
  contentType,
  body,
}: HubSpotRequest): Pick<JournalEntry, "method" | "path" | "requestBody"> => {
  const [, room, ...below] = path.split("/");
  if (room === "oauth") return { method, path: ["", room, ...below.slice(0, 2)].join("/") };
  return { method, path, ...(body === "" || isForm(contentType) ? {} : { requestBody: parsed(body) }) };
};

/** @param clock milliseconds, from any point in time */
export const createJournal = (clock: () => number): Journal => {
  const start = clock();
  let notes: Array<{ entry: JournalEntry }> = [];
  return {
    begin: (request) => {
      const note: { entry: JournalEntry } = {
        entry: {
          n: notes.length + 1,
          at: clock() - start,
          ...withoutCredentials(request),
          status: null,
          milliseconds: null,
        },
      };
      notes.push(note);
      return (later) => {
        note.entry = { ...note.entry, ...later };
      };
    },
    entries: (since) => notes.slice(since).map(({ entry }) => entry),
    clear: () => {
      notes = [];
    },
  };
};
