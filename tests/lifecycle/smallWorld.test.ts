/**
 * The small world: all short histories of two portals, a custom object and some programs keep the laws of the provider,
 * but for those violations that are known. A history that breaks a law is printed as a test. Most are played in the
 * sandbox, and some on the strict HubSpot, too, which must come to the same.
 */
import { expect } from "chai";
import type { History } from "../support/smallWorld/alphabet";
import { beginnings } from "../support/smallWorld/alphabet";
import type { Breadth, Judge } from "../support/smallWorld/enumeration";
import { calm, drift, explore, own, troubles } from "../support/smallWorld/enumeration";
import type { HubSpotName } from "../support/smallWorld/hubSpots";
import { hubSpots } from "../support/smallWorld/hubSpots";
import { knownViolations } from "../support/smallWorld/knownViolations";
import { brokenAmong, judged, laws, violations } from "../support/smallWorld/laws";
import { comparing } from "../support/smallWorld/outcome";
import { alphabet, asTest, shows, size, told, unknownAmong } from "../support/smallWorld/report";

/** The laws that a run would have found broken if each had been inverted. */
const noticed = new Set<number>();

const judge: Judge = (seen) => {
  const all = judged(seen);
  for (const law of laws.keys()) if (brokenAmong(all, law).some((each) => each.law === law)) noticed.add(law);
  return brokenAmong(all);
};

const played = async (
  hubSpot: HubSpotName,
  from: ReadonlyArray<History>,
  depths: ReadonlyArray<Breadth>,
  judge: Judge,
): Promise<void> => {
  const explored = await explore(hubSpots[hubSpot], from, depths, judge);
  console.log(`      ${size(explored)}`);
  expect(told(unknownAmong(explored.broken, knownViolations), hubSpot)).to.equal("");
};

const plays = (name: string, from: ReadonlyArray<History>, depths: ReadonlyArray<Breadth>): void => {
  it(`keeps the laws in all histories of ${name}, but for what is known`, () =>
    played("inSandbox", from, depths, judge));
};

/** The beginnings with a program or another one, where other people have limits. */
const among = (...programs: ReadonlyArray<string>): ReadonlyArray<History> =>
  beginnings.filter(
    ({ found, commands: [up] }) => found === "lived" && programs.includes(up?.do === "up" ? up.program : "nothing"),
  );

describe("the small world", () => {
  before(() => console.log(alphabet()));

  plays(
    "one calm command",
    among("nothing", "a limit on 2-123", "a label on car", "a label among 2-123", "both on car", "all of car"),
    [calm],
  );

  plays("two calm commands with one token", among("a limit on 2-123", "both on car"), [own, own]);

  plays("one calm command after what somebody did", among("all of car"), [drift, own]);

  plays("one command that meets trouble", among("a limit on 2-123", "both on car", "all of car"), [troubles]);

  it("keeps the laws on the strict HubSpot in one calm command, and the sandbox comes to the same", async () => {
    const all: string[] = [];
    const judge = comparing("inSandbox", (difference) => all.push(difference));
    await played("inStrict", among("nothing", "a label on car", "both on car"), [calm], judge);
    expect(all.join("\n\n")).to.equal("");
  });

  it("keeps the laws on the strict HubSpot in one command that meets trouble", () =>
    played("inStrict", among("both on car"), [troubles], violations));

  it("would fail if any one of its laws were inverted", () => {
    expect([...noticed].sort((a, b) => a - b)).to.deep.equal([...laws.keys()]);
  });

  for (const known of knownViolations)
    it(`still finds that law ${known.law} is broken: ${known.what}`, async () => {
      for (const [name, make] of Object.entries(hubSpots))
        expect(await shows(make, known), `it is mended ${name}: take it from the known ones`).to.equal(true);
    });

  it("prints a history as a test that can be pasted", () => {
    const history: History = { found: "plain", commands: [{ do: "up", program: "a limit on car", as: "111" }] };
    expect(asTest({ law: 3, what: "another spelling fails", history }, "inSandbox")).to.equal(
      `it("keeps law 3, and so not: another spelling fails", async () => {
  expect(await brokenBy(inSandbox, { found: "plain", commands: [{"do":"up","program":"a limit on car","as":"111"}] })).to.deep.equal([]);
});`,
    );
  });
});
