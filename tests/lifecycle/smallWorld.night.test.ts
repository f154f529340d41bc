/**
 * All histories of two commands of the small world, or of as many as PULUMI_HUBSPOT_ASSOCIATIONS_DEPTH says. One of the
 * commands, the first or the last one, meets a mishap at each of its requests, reads that lag and every order; the others
 * are calm, since two mishaps in a row would take many nights.
 */
import { expect } from "chai";
import { beginnings } from "../support/smallWorld/alphabet";
import type { Breadth } from "../support/smallWorld/enumeration";
import { everything, explore, own, troubles } from "../support/smallWorld/enumeration";
import { inSandbox } from "../support/smallWorld/hubSpot";
import { knownViolations } from "../support/smallWorld/knownViolations";
import { alphabet, size, told, unknownAmong } from "../support/smallWorld/report";
import { depth } from "../support/seeds";

const calmOnes = Array.from({ length: depth - 1 }, () => own);

describe("the small world at night", () => {
  before(() => console.log(alphabet()));

  const plays = (name: string, depths: ReadonlyArray<Breadth>): void => {
    it(`keeps the laws in all histories of ${depth} commands, ${name}, but for what is known`, async function () {
      this.timeout(0);
      const explored = await explore(inSandbox, beginnings, depths);
      console.log(`${size(explored)}\n${told(explored.broken)}`);
      expect(told(unknownAmong(explored.broken, knownViolations))).to.equal("");
    });
  };

  plays("the first one of any kind", [everything, ...calmOnes]);
  plays("the last one in trouble", [...calmOnes, troubles]);
});
