/**
 * The small world: all short histories of two portals, a custom object and some programs keep the laws of the provider,
 * but for those violations that are known. A history that breaks a law is printed as a test.
 */
import { expect } from "chai";
import type { History } from "../support/smallWorld/alphabet";
import { beginnings } from "../support/smallWorld/alphabet";
import type { Breadth, Explored } from "../support/smallWorld/enumeration";
import { calm, explore, own, troubles } from "../support/smallWorld/enumeration";
import { inSandbox } from "../support/smallWorld/hubSpot";
import { knownViolations } from "../support/smallWorld/knownViolations";
import { laws, violations } from "../support/smallWorld/laws";
import { alphabet, asTest, shows, size, told, unknownAmong } from "../support/smallWorld/report";

const plays = (
  name: string,
  from: ReadonlyArray<History>,
  depths: ReadonlyArray<Breadth>,
  judge?: Parameters<typeof explore>[3],
): void => {
  it(`keeps the laws in all histories of ${name}, but for what is known`, async () => {
    const explored: Explored = await explore(inSandbox, from, depths, judge);
    console.log(`      ${size(explored)}`);
    expect(told(unknownAmong(explored.broken, knownViolations))).to.equal("");
  });
};

const lived = beginnings.filter(({ found }) => found === "lived");

/** The beginnings with a program or another one, where other people have limits. */
const among = (...programs: ReadonlyArray<string>): ReadonlyArray<History> =>
  lived.filter(({ commands: [up] }) => programs.includes(up?.do === "up" ? up.program : "nothing"));

describe("the small world", () => {
  before(() => console.log(alphabet()));

  /** The laws that a run would have broken if each had been inverted. */
  const noticed = new Set<number>();

  plays("one calm command", lived, [calm], (seen) => {
    for (const law of laws.keys()) if (violations(seen, law).some((each) => each.law === law)) noticed.add(law);
    return violations(seen);
  });

  it("would fail if any one of its laws were inverted", () => {
    expect([...noticed].sort((a, b) => a - b)).to.deep.equal([...laws.keys()]);
  });

  plays("two calm commands with one token", among("a limit on 2-123", "a label on 2-123", "both on car"), [own, own]);

  plays("one command that meets trouble", among("nothing", "both on car", "all of car"), [troubles]);

  for (const known of knownViolations)
    it(`still finds that law ${known.law} is broken: ${known.what}`, async () => {
      expect(await shows(inSandbox, known), "it is mended: take it from the known ones").to.equal(true);
    });

  it("prints a history as a test that can be pasted", () => {
    const history: History = { found: "plain", commands: [{ do: "up", program: "a limit on car", as: "111" }] };
    expect(asTest({ law: 3, what: "another spelling fails", history })).to.equal(
      `it("keeps law 3, and so not: another spelling fails", async () => {
  expect(await brokenBy(inSandbox, { found: "plain", commands: [{"do":"up","program":"a limit on car","as":"111"}] })).to.deep.equal([]);
});`,
    );
  });
});
