/**
 * States that earlier releases have written, with the hooks and the SDK of this one: whatever may have changed since, the
 * program that wrote a state means the same, nothing is made again, and a destroy leaves what the program says.
 */
import { expect } from "chai";
import type { FaultRule } from "../../sandbox";
import { beyondPreview, earlierState, earlierStates, seen } from "../support/earlierStates";
import type { State } from "../support/engine/state";
import type { EarlierStack } from "./support/earlierStack";
import { earlierStack, respelled, stateOf } from "./support/earlierStack";

const writes = ({ sandbox }: EarlierStack): ReadonlyArray<string> =>
  sandbox.requests().flatMap(({ method, path }) => (method === "GET" ? [] : [`${method} ${path}`]));

/** The resources of a state, by their names and ids. */
const managed = (state: State): ReadonlyArray<string> => state.map(({ name, id }) => `${name} ${id}`).sort();

/** A token may be given scopes, and may lose them. */
const tokens: ReadonlyArray<{ readonly who: string; readonly rules: ReadonlyArray<FaultRule> }> = [
  { who: "a token that may read schemas", rules: [] },
  { who: "a token that may not read schemas", rules: earlierState("withoutSchemas").faults },
];

const unchanged = { changes: [], failures: [] };

for (const earlier of earlierStates) {
  describe(`the state "${earlier.name}" of an earlier release`, () => {
    const begin = async (rules: ReadonlyArray<FaultRule>): Promise<EarlierStack> => {
      const stack = await earlierStack(earlier);
      stack.sandbox.faults(rules);
      return stack;
    };

    it("has all that its program registers, and nothing else", async () => {
      const { program } = await begin([]);
      const names = (of: ReadonlyArray<{ readonly name: string }>): ReadonlyArray<string> => of.map(({ name }) => name);
      expect(names(program)).to.have.members(names(stateOf(earlier)));
    });

    for (const { who, rules } of tokens) {
      it(`previews without a change, and an up sends nothing, with ${who}`, async () => {
        const stack = await begin(rules);
        const { engine, program, run } = stack;
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
        expect(beyondPreview(stack.sandbox.requests())).to.deep.equal([]);
        expect(await engine.up(run(), program)).to.deep.equal([]);
        expect(writes(stack)).to.deep.equal([]);
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
      });

      it(`previews without a change after a refresh, and then leaves what the program says, with ${who}`, async () => {
        const stack = await begin(rules);
        const { engine, program, run, sandbox } = stack;
        expect(await engine.refresh(run())).to.deep.equal([]);
        expect(managed(engine.state())).to.deep.equal(managed(stateOf(earlier)));
        expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
        expect(writes(stack)).to.deep.equal([]);

        expect(await engine.destroy(run())).to.deep.equal([]);
        expect(seen(sandbox.state())).to.deep.equal(earlier.left());
      });

      it(`means the same in another spelling: nothing is replaced and nothing is sent, with ${who}`, async () => {
        const stack = await begin(rules);
        const { engine, run } = stack;
        const program = respelled(stack);
        const { changes, failures } = await engine.preview(run(), program);
        expect(changes.filter((change) => !change.startsWith("update "))).to.deep.equal([]);
        // Without schemas, it may stay open which object a name means: then it is refused, never guessed.
        if (rules.length === 0) expect(failures).to.deep.equal([]);

        expect((await engine.up(run(), program)).length > 0).to.equal(failures.length > 0);
        expect(writes(stack)).to.deep.equal([]);
        if (failures.length === 0) expect(await engine.preview(run(), program)).to.deep.equal(unchanged);
      });
    }
  });
}
