/** A suite that plays the cases of a matrix in this process, in virtual time, and says how they ended. */
import { expect } from "chai";
import { createSandbox } from "../../../sandbox";
import { hooksIn } from "../../support/engine/inProcess";
import type { Missing, OnGround } from "../../support/faultMatrix/ground";
import type { Group } from "../../support/faultMatrix/groups";
import { newPlayer } from "../../support/faultMatrix/groups";
import { newProcess } from "../../support/provider/process";
import { testRuntime } from "../../support/provider/runtime";
import { virtualTime } from "../../support/provider/time";
import { wireTo, wireToNowhere } from "../../support/provider/wire";

const nowhere: Readonly<Record<Missing, ReturnType<typeof wireToNowhere>>> = {
  "nobody listens": wireToNowhere("nobodyThere", "ECONNREFUSED"),
  "no TLS": wireToNowhere("noTrust", "EPROTO"),
  "no such host": wireToNowhere("noSuchHost", "ENOTFOUND"),
};

const inThisProcess: OnGround = (_kind, portal, switches, work) => {
  const time = virtualTime();
  const sandbox = createSandbox({ portals: [portal], switches, clock: time.now });
  return work({
    sandbox,
    url: "https://sandbox.test",
    date: time.date,
    next: async ({ requestTimeoutSeconds = 30, missing }) => {
      const wire = missing === undefined ? wireTo(sandbox, time) : nowhere[missing];
      const settings = { previewChecks: false, requestTimeoutSeconds };
      return { hooks: hooksIn(newProcess(sandbox, settings, testRuntime(undefined, time), wire)) };
    },
  });
};

/** Declares the suite. `least` is how many cases it has at the least. */
export const faultMatrix = (name: string, groups: ReadonlyArray<Group>, least: number): void => {
  const { problemsOf, told } = newPlayer(inThisProcess);
  const cases = groups.flatMap((group) => group.cases);

  describe(name, () => {
    after(() => console.log(`${name.replace(/^the /, "")}: ${cases.length} cases: ${told()}`));

    for (const group of groups)
      it(`ends well: ${group.name} (${group.cases.length} cases)`, async () => {
        const problems = [];
        for (const example of group.cases) problems.push(...(await problemsOf(example)));
        expect(problems).to.deep.equal([]);
      });

    it(`has ${least} cases and more`, () => expect(cases.length).to.be.at.least(least));
  });
};
