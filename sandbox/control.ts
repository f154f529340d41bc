/** The paths outside HubSpot's that look into a sandbox and set it up: `/__sandbox/…`. No token is asked for. */
import type { FaultRule } from "./faults";
import type { JournalEntry } from "./journal";
import type { SandboxState, StateInput } from "./model";
import type { Reply } from "./reply";
import type { Address } from "./request";

/** What can be done to a running sandbox, over HTTP and in its own process alike. */
export interface Control {
  /** The requests to HubSpot paths after the one with the number `since`, oldest first. @default all */
  requests(since?: number): ReadonlyArray<JournalEntry>;
  state(): SandboxState;
  /** Puts another state in place. Throws an `Error` that names all that is wrong with it. */
  setState(state: StateInput): void;
  /** Puts these faults in the place of all others; `[]` ends them. Throws an `Error` that names all that is wrong. */
  faults(rules: ReadonlyArray<FaultRule>): void;
  /** Answers the requests that the fault `hold` holds back now, and gives their number. */
  release(): number;
  /** Back to the state at the start: no faults, an empty journal, a fresh quota. */
  reset(): void;
}

/** The same, for input that nobody has looked at yet. */
export interface UntypedControl extends Omit<Control, "setState" | "faults"> {
  setState(state: unknown): void;
  faults(rules: unknown): void;
}

export const controlRoot = "/__sandbox/";

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error("The body is no JSON");
  }
};

const respond = (control: UntypedControl, method: string, { path, query }: Address, body: string): Reply => {
  switch (`${method} ${path.slice(controlRoot.length)}`) {
    case "GET requests":
      return { status: 200, body: { requests: control.requests(Number(query.get("since") ?? 0)) } };
    case "GET state":
      return { status: 200, body: control.state() };
    case "PUT state":
      control.setState(jsonOf(body));
      return { status: 200, body: control.state() };
    case "POST faults":
      control.faults(jsonOf(body));
      return { status: 204 };
    case "POST release":
      return { status: 200, body: { released: control.release() } };
    case "POST reset":
      control.reset();
      return { status: 204 };
    default:
      return {
        status: 404,
        body: {
          error: `There is no ${method} ${path}`,
          known: ["GET requests?since=N", "GET state", "PUT state", "POST faults", "POST release", "POST reset"].map(
            (known) => known.replace(" ", ` ${controlRoot}`),
          ),
        },
      };
  }
};

/** Answers a request to `/__sandbox/…`. Wrong input is a 400 with `{"error"}`. */
export const answerControl = (control: UntypedControl, method: string, address: Address, body: string): Reply => {
  try {
    return respond(control, method, address, body);
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
};
