import { expect } from "chai";
import { virtualTime } from "../../../support/provider/time";

describe("virtual time", () => {
  it("ends waits in the order of their times, and lets each task go on until it waits again", async () => {
    const time = virtualTime();
    const start = time.now();
    const log: string[] = [];
    const note = (what: string): void => void log.push(`${time.now() - start} ${what}`);
    /** Goes on for as many turns of promises as it likes without any time passing. */
    const busy = async (turns: number): Promise<void> => {
      for (let i = 0; i < turns; i += 1) await Promise.resolve();
    };
    const one = async (name: string, waits: ReadonlyArray<number>, turns: number): Promise<void> => {
      for (const ms of waits) {
        await busy(turns);
        await time.wait(ms);
        note(name);
      }
    };
    await Promise.all([one("slow", [30, 30], 1_000), one("quick", [10, 10, 10], 0), one("between", [10, 25], 200)]);
    expect(log).to.deep.equal(["10 quick", "10 between", "20 quick", "30 slow", "30 quick", "35 between", "60 slow"]);
  });

  it("does not pass while any task goes on", async () => {
    const time = virtualTime();
    const start = time.now();
    let isOver = false;
    const waiting = time.wait(1).then(() => (isOver = true));
    for (let i = 0; i < 10_000; i += 1) await Promise.resolve();
    expect([isOver, time.now() - start]).to.deep.equal([false, 0]);
    await waiting;
    expect([isOver, time.now() - start]).to.deep.equal([true, 1]);
  });

  it("passes where a test says so, and never goes back", async () => {
    const time = virtualTime();
    const [start, date] = [time.now(), time.date().getTime()];
    const waiting = time.wait(5);
    time.pass(100);
    await waiting;
    expect([time.now() - start, time.date().getTime() - date]).to.deep.equal([100, 100]);
  });
});
