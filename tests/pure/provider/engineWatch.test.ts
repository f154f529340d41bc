import { expect } from "chai";
import { watchEngine } from "../../../provider/engineWatch";

/** Looks until the answers are used up, or the process is ended; how often it has looked, and whether it has ended. */
const played = (answers: ReadonlyArray<boolean>): Promise<readonly [asked: number, isEnded: boolean]> =>
  new Promise((resolve) => {
    let asked = 0;
    const stop = watchEngine(
      async () => {
        const answer = answers[asked];
        if (answer !== undefined) {
          asked += 1;
          return answer;
        }
        stop();
        resolve([asked, false]);
        return true;
      },
      () => resolve([asked, true]),
      0,
    );
  });

describe("a process", () => {
  it("ends once its engine was missed twice in a row", async () => {
    expect(await played([true, true, false, false, true])).to.deep.equal([4, true]);
    expect(await played([false, false])).to.deep.equal([2, true]);
  });

  it("stays while its engine is there, or was missed only now and then", async () => {
    expect(await played([true, true, true])).to.deep.equal([3, false]);
    expect(await played([true, false, true, false, true])).to.deep.equal([5, false]);
  });

  it("is not ended by a watch that was stopped", async () => {
    let gone = (): void => undefined;
    const asked = new Promise<boolean>((resolve) => (gone = () => resolve(false)));
    let isEnded = false;
    const stop = watchEngine(
      () => asked,
      () => (isEnded = true),
      0,
    );
    stop();
    gone();
    await new Promise((resolve) => setImmediate(resolve));
    expect(isEnded).to.equal(false);
  });
});
