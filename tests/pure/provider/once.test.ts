import { expect } from "chai";
import * as E from "fp-ts/Either";
import type { TaskEither } from "fp-ts/TaskEither";
import { once, queue, shared } from "../../../provider/once";

/** A task whose runs are counted and end when the test says so. */
const controlled = <A>() => {
  const ends: Array<(result: E.Either<string, A>) => void> = [];
  const task: TaskEither<string, A> = () => new Promise((resolve) => ends.push(resolve));
  const end = (i: number, result: E.Either<string, A>): void => ends[i]?.(result);
  return { task, end, started: () => ends.length };
};

/** Lets everything go on that can. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("once", () => {
  it("asks once for everybody, together or later", async () => {
    const { task, end, started } = controlled<number>();
    const asked = once(task);
    const together = [asked(), asked()];
    end(0, E.right(1));
    expect(await Promise.all([...together, asked()])).to.deep.equal([E.right(1), E.right(1), E.right(1)]);
    expect(started()).to.equal(1);
  });

  it("remembers that it failed", async () => {
    const { task, end, started } = controlled<number>();
    const asked = once(task);
    const first = asked();
    end(0, E.left("no"));
    expect([await first, await asked()]).to.deep.equal([E.left("no"), E.left("no")]);
    expect(started()).to.equal(1);
  });

  it("asks nothing before somebody wants to know", async () => {
    const { task, started } = controlled<number>();
    once(task);
    await settled();
    expect(started()).to.equal(0);
  });
});

describe("shared", () => {
  it("asks once for everybody, together or later", async () => {
    const { task, end, started } = controlled<number>();
    const value = shared<string, number>();
    const together = [value.by(task)(), value.by(task)()];
    await settled();
    end(0, E.right(1));
    expect(await Promise.all([...together, value.by(task)()])).to.deep.equal([E.right(1), E.right(1), E.right(1)]);
    expect(started()).to.equal(1);
  });

  it("keeps the first success, whichever way it was got", async () => {
    const value = shared<string, number>();
    expect(await value.by(async () => E.right(1))()).to.deep.equal(E.right(1));
    expect(await value.by(async () => E.right(2))()).to.deep.equal(E.right(1));
  });

  it("does not keep a failure: the next one asks in its own way", async () => {
    const value = shared<string, number>();
    expect(await value.by(async () => E.left("no"))()).to.deep.equal(E.left("no"));
    expect(await value.by(async () => E.right(2))()).to.deep.equal(E.right(2));
  });

  it("does not give one asker's failure to another who waited for it: that one asks in its own way", async () => {
    const value = shared<string, number>();
    const hasty = controlled<number>();
    const patient = controlled<number>();
    const answers = [value.by(hasty.task)(), value.by(patient.task)(), value.by(patient.task)()];
    await settled();
    hasty.end(0, E.left("out of time"));
    await settled();
    patient.end(0, E.right(2));
    expect(await Promise.all(answers)).to.deep.equal([E.left("out of time"), E.right(2), E.right(2)]);
    expect([hasty.started(), patient.started()]).to.deep.equal([1, 1]);
  });

  it("asks again after it was told to forget, and those who wait get what they asked for", async () => {
    const { task, end, started } = controlled<number>();
    const value = shared<string, number>();
    const before = value.by(task)();
    await settled();
    value.forget();
    const after = value.by(task)();
    await settled();
    end(1, E.right(2));
    end(0, E.right(1));
    expect(await Promise.all([before, after])).to.deep.equal([E.right(1), E.right(2)]);
    expect(await value.by(task)()).to.deep.equal(E.right(2));
    expect(started()).to.equal(2);
  });

  it("that was told to forget does not lose what came since, when the forgotten one fails", async () => {
    const { task, end, started } = controlled<number>();
    const value = shared<string, number>();
    const before = value.by(task)();
    await settled();
    value.forget();
    const after = value.by(task)();
    await settled();
    end(1, E.right(2));
    end(0, E.left("late"));
    expect(await Promise.all([before, after])).to.deep.equal([E.left("late"), E.right(2)]);
    expect(await value.by(task)()).to.deep.equal(E.right(2));
    expect(started()).to.equal(2);
  });
});

describe("queue", () => {
  const log: string[] = [];
  beforeEach(() => log.splice(0));
  const job =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      log.push(`${name} begins`);
      await settled();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };

  it("runs tasks of one key one after another, in the order they came", async () => {
    const inTurn = queue();
    expect(await Promise.all([inTurn("k", job("a"))(), inTurn("k", job("b"))()])).to.deep.equal(["a", "b"]);
    expect(log).to.deep.equal(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("runs tasks of different keys beside each other", async () => {
    const inTurn = queue();
    await Promise.all([inTurn("k", job("a"))(), inTurn("l", job("b"))()]);
    expect(log).to.deep.equal(["a begins", "b begins", "a ends", "b ends"]);
  });

  it("goes on after a task that failed", async () => {
    const inTurn = queue();
    const failing = inTurn("k", job("a", true))();
    const next = inTurn("k", job("b"))();
    expect(await failing.catch(() => "failed")).to.equal("failed");
    expect(await next).to.equal("b");
    expect(log).to.deep.equal(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("begins nothing before it is asked to", async () => {
    queue()("k", job("a"));
    await settled();
    expect(log).to.deep.equal([]);
  });
});
