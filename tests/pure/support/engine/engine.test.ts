/** The order in which the model of the engine calls hooks, and what it saves: its rules, one by one. */
import { expect } from "chai";
import { newEngine } from "../../../support/engine/engine";
import type { Hooks, Properties } from "../../../support/engine/hooks";
import type { Registered, Run } from "../../../support/engine/run";
import { reasonsOf, trace } from "../../../support/engine/run";
import { virtualTime } from "../../../support/provider/time";

/** A provider whose resources say in their inputs what is to happen: `fails`, `partial`, `lasts`, `key` replaces. */
const hooks = (time = virtualTime()): Hooks => {
  const work = async ({ lasts = 10, fails, partial }: Properties, id: string) => {
    await time.wait(Number(lasts));
    if (fails === true) return { error: "it fails", code: "UNKNOWN" };
    const properties = { done: id };
    return partial === true
      ? { error: "", code: "UNKNOWN", partial: { id, properties, reasons: ["a part of it"] } }
      : { id, properties };
  };
  return {
    check: async (_olds, news) => ({ inputs: news, failures: [] }),
    diff: async (id, _olds, { key = "1", changes, deletesFirst }) => ({
      changes: changes === true ? "DIFF_SOME" : "DIFF_NONE",
      replaces: id === String(key) ? [] : ["key"],
      deleteBeforeReplace: deletesFirst === true,
    }),
    create: (inputs) => work(inputs, String(inputs["key"] ?? "1")),
    update: (id, _olds, news) => work(news, id),
    read: async (id, properties) => ({ id, properties, inputs: { read: true } }),
    delete: async () => (await time.wait(10), undefined),
  };
};

const resource = (name: string, inputs: Properties = {}, dependsOn: ReadonlyArray<string> = []): Registered => ({
  name,
  kind: "any",
  inputs,
  dependsOn,
});

describe("the model of the engine", () => {
  const run = (more: Partial<Run> = {}): Run => {
    const own = hooks();
    return { hooks: () => own, ...more };
  };
  /** The calls of an up. */
  const calls = async (engine: ReturnType<typeof newEngine>, program: ReadonlyArray<Registered>, parallel?: number) => {
    const { run: traced, lines } = trace(run(parallel === undefined ? {} : { parallel }));
    const reasons = reasonsOf(await engine.up(traced, program));
    return [...lines(), ...reasons];
  };
  const abc = [resource("a"), resource("b", {}, ["a"]), resource("c")];

  it("checks one after another in the order of the program, and what depends on another once that is done", async () => {
    expect(await calls(newEngine(), abc)).to.deep.equal([
      ...["check a", "create a", "check c", "create c"],
      ...["check b", "create b"],
    ]);
  });

  it("registers what is ready before what waits for another, with one step at a time too", async () => {
    expect(await calls(newEngine(), abc, 1)).to.deep.equal([
      ...["check a", "create a", "check c", "create c"],
      ...["check b", "create b"],
    ]);
  });

  it("calls nothing more for what has no difference, keeps its outputs, and takes its checked inputs", async () => {
    const engine = newEngine();
    await calls(engine, [resource("a", { first: true })]);
    expect(await calls(engine, [resource("a", { second: true })])).to.deep.equal(["check a", "diff a"]);
    const [{ inputs, outputs } = { inputs: {}, outputs: {} }] = engine.state();
    expect([inputs, outputs]).to.deep.equal([{ second: true }, { done: "1" }]);
  });

  it("creates before it deletes, and checks a second time; deletes come last, dependents first", async () => {
    const engine = newEngine();
    await calls(engine, abc);
    expect(await calls(engine, [resource("c", { key: "2" })])).to.deep.equal([
      ...["check c", "diff c", "check c", "create c"],
      ...["delete b", "delete c", "delete a"],
    ]);
    expect(engine.state().map(({ name, id }) => [name, id])).to.deep.equal([["c", "2"]]);
  });

  it("deletes before it creates where the diff says deleteBeforeReplace", async () => {
    const engine = newEngine();
    await calls(engine, [resource("a")]);
    expect(await calls(engine, [resource("a", { key: "2", deletesFirst: true })])).to.deep.equal([
      ...["check a", "diff a", "check a", "delete a", "create a"],
    ]);
  });

  it("keeps the new outputs and the old inputs of a partial failure, and updates it next, unless a refresh came between", async () => {
    const engine = newEngine();
    await calls(engine, [resource("a", { first: true })]);
    const partly = [resource("a", { changes: true, partial: true })];
    expect(await calls(engine, partly)).to.deep.equal(["check a", "diff a", "update a", "a part of it"]);
    expect(engine.state().map(({ inputs, isPartial }) => [inputs, isPartial])).to.deep.equal([[{ first: true }, true]]);
    const marked = newEngine(engine.state());
    expect(await calls(marked, [resource("a")])).to.deep.equal(["check a", "diff a", "update a"]);
    const { run: traced, lines } = trace(run());
    await engine.refresh(traced);
    expect(lines()).to.deep.equal(["read a", "diff a"]);
    expect(await calls(engine, [resource("a")])).to.deep.equal(["check a", "diff a"]);
  });

  it("begins nothing after a failure, and saves what is at work", async () => {
    const engine = newEngine();
    const program = [resource("a", { lasts: 50 }), resource("b", { fails: true }), resource("c", {}, ["a"])];
    expect(await calls(engine, program)).to.deep.equal([...["check a", "create a", "check b", "create b"], "it fails"]);
    expect(engine.state().map(({ name }) => name)).to.deep.equal(["a"]);
  });

  it("has as many steps at work as it may, and checks the next one meanwhile", async () => {
    const four = ["a", "b", "c", "d"].map((name) => resource(name));
    expect(await calls(newEngine(), four, 2)).to.deep.equal([
      ...["check a", "create a", "check b", "create b", "check c"],
      ...["create c", "check d", "create d"],
    ]);
  });

  it("only checks and compares in a preview, and destroys without checks", async () => {
    const engine = newEngine();
    await calls(engine, abc);
    const preview = trace(run());
    const { changes } = await engine.preview(preview.run, [resource("a", { changes: true }), resource("d")]);
    expect(preview.lines()).to.deep.equal(["check a", "diff a", "check d"]);
    expect(changes).to.deep.equal(["update a", "create d", "delete c", "delete b"]);
    const destroy = trace(run());
    await engine.destroy(destroy.run);
    expect(destroy.lines()).to.deep.equal(["delete c", "delete b", "delete a"]);
  });

  it("saves no result of a hook that ends after the process has", async () => {
    const engine = newEngine();
    let results = 0;
    await engine.up(run({ ended: () => (results += 1) < 2, isAlive: () => results < 2 }), abc);
    expect(engine.state().map(({ name }) => name)).to.deep.equal(["a"]);
  });
});
