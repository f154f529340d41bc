/**
 * All histories of two commands of the small world, or of as many as PULUMI_HUBSPOT_ASSOCIATIONS_DEPTH says. One of the
 * commands, the first or the last one, meets a mishap at each of its requests, reads that lag and every order; the others
 * are calm, since two mishaps in a row would take many nights. Both HubSpots play them.
 */
import { expect } from "chai";
import { beginnings } from "../support/smallWorld/alphabet";
import type { Breadth } from "../support/smallWorld/enumeration";
import { everything, explore, own, troubles } from "../support/smallWorld/enumeration";
import type { HubSpotName } from "../support/smallWorld/hubSpots";
import { hubSpots } from "../support/smallWorld/hubSpots";
import { knownViolations } from "../support/smallWorld/knownViolations";
import { comparing } from "../support/smallWorld/outcome";
import { alphabet, size, told, unknownAmong } from "../support/smallWorld/report";
import { depth } from "../support/seeds";

const calmOnes = Array.from({ length: depth - 1 }, () => own);

describe("the small world at night", () => {
  before(() => console.log(alphabet()));

  const plays = (hubSpot: HubSpotName, name: string, depths: ReadonlyArray<Breadth>): void => {
    it(`keeps the laws ${hubSpot} in all histories of ${depth} commands, ${name}, but for what is known`, async function () {
      this.timeout(0);
      const explored = await explore(hubSpots[hubSpot], beginnings, depths);
      console.log(`${size(explored)}\n${told(explored.broken, hubSpot)}`);
      expect(told(unknownAmong(explored.broken, knownViolations), hubSpot)).to.equal("");
    });
  };

  for (const hubSpot of ["inSandbox", "inStrict"] as const) {
    plays(hubSpot, "the first one of any kind", [everything, ...calmOnes]);
    plays(hubSpot, "the last one in trouble", [...calmOnes, troubles]);
  }

  it("comes to the same on both HubSpots in all histories of one command", async function () {
    this.timeout(0);
    const all: string[] = [];
    const judge = comparing("inSandbox", (difference) => all.push(difference));
    const explored = await explore(hubSpots.inStrict, beginnings, [everything], judge);
    console.log(size(explored));
    expect(all.slice(0, 20).join("\n\n")).to.equal("");
  });
});
