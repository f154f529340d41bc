/**
 * States that earlier releases have written, with the hooks and the SDK of this one: whatever may have changed since, the
 * program that wrote a state means the same, nothing is made again, and a destroy leaves what the program says.
 */
import { expect } from "chai";
import type { FaultRule } from "../../sandbox";
import { earlierStates, seen } from "../support/earlierStates";
import type { EarlierStack } from "./support/earlierStack";
import { earlierStack, stateOf } from "./support/earlierStack";

/** The requests that the preview of an earlier state may make: none, since the same program again asks nothing. */
const mayAsk: ReadonlyArray<string> = [];

const requests = ({ sandbox }: EarlierStack): ReadonlyArray<string> =>
  sandbox.requests().map(({ method, path }) => `${method} ${path}`);

const writes = (stack: EarlierStack): ReadonlyArray<string> =>
  requests(stack).filter((request) => !request.startsWith("GET "));

const unchanged = { changes: [], failures: [] };

for (const earlier of earlierStates) {
  const { name, faults } = earlier;

  // What a token may not do it may do one day.
  const tokens: ReadonlyArray<{ readonly who: string; readonly rules: ReadonlyArray<FaultRule> }> = [
    { who: "the token it had", rules: faults },
    ...(faults.length === 0 ? [] : [{ who: "a token of more scopes", rules: [] }]),
  ];

  describe(`the state "${name}" of an earlier release`, () => {
    const begin = async (rules: ReadonlyArray<FaultRule>): Promise<EarlierStack> => {
      const stack = await earlierStack(earlier);
      stack.sandbox.faults(rules);
      return stack;
    };
    const isManaged = stateOf(earlier).map((held) => `${held.name} ${held.id}`);

    it("has all that its program registers, and nothing else", async () => {
      const { program } = await begin(faults);
      expect(program.map((one) => one.name).sort()).to.deep.equal(
        stateOf(earlier)
          .map((held) => held.name)
          .sort(),
      );
    });

    for (const { who, rules } of tokens) {
      it(`previews without a change, and an up sends nothing, with ${who}`, async () => {
        const stack = await begin(rules);
        const { engine, program, run } = stack;
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
        expect(requests(stack).filter((request) => !mayAsk.includes(request))).to.deep.equal([]);
        expect(await engine.up(run(), program)).to.deep.equal([]);
        expect(writes(stack)).to.deep.equal([]);
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
      });

      it(`previews without a change after a refresh, and then leaves what the program says, with ${who}`, async () => {
        const stack = await begin(rules);
        const { engine, program, run, sandbox } = stack;
        expect(await engine.refresh(run())).to.deep.equal([]);
        expect(
          engine
            .state()
            .map((held) => `${held.name} ${held.id}`)
            .sort(),
        ).to.deep.equal([...isManaged].sort());
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
        expect(writes(stack)).to.deep.equal([]);

        expect(await engine.destroy(run())).to.deep.equal([]);
        expect(seen(sandbox.state())).to.deep.equal(earlier.left());
      });
    }
  });
}
