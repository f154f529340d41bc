import { expect } from "chai";
import { sideBySide } from "../../../scripts/lib/sideBySide.mjs";

type Write = (text: string | Buffer) => void;

/** A task that writes and ends when it is told to. */
const puppet = (name: string) => {
  let end: (result: string) => void = () => {};
  let write: Write = () => {};
  const ended = new Promise<string>((resolve) => (end = resolve));
  let started = false;
  const task = (to: Write): Promise<string> => {
    write = to;
    started = true;
    return ended;
  };
  return { task, say: (text: string) => write(text), end: () => end(name), started: () => started };
};

describe("tasks side by side", () => {
  it("print as if they had run in order, the first one at once", async () => {
    const [a, b] = [puppet("a"), puppet("b")];
    const printed: Array<string> = [];
    const all = sideBySide(2, [a.task, b.task], (text) => void printed.push(text.toString()));
    b.say("b1");
    a.say("a1");
    expect(printed).to.deep.equal(["a1"]);
    b.end();
    await Promise.resolve();
    a.say("a2");
    a.end();
    expect(await all).to.deep.equal(["a", "b"]);
    expect(printed).to.deep.equal(["a1", "a2", "b1"]);
  });

  it("wait for a place", async () => {
    const [a, b, c] = [puppet("a"), puppet("b"), puppet("c")];
    const all = sideBySide(2, [a.task, b.task, c.task], () => {});
    expect([a, b, c].map(({ started }) => started())).to.deep.equal([true, true, false]);
    [a, b, c].forEach(({ end }) => end());
    expect(await all).to.deep.equal(["a", "b", "c"]);
    expect(c.started()).to.equal(true);
  });
});
