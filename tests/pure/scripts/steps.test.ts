import { expect } from "chai";
import { stepsFor } from "../../../scripts/lib/steps.mjs";

const names = (args: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  stepsFor(args).map((group) => group.map(({ name }) => name));

describe("the steps of npm test", () => {
  it("are all of them where none is named", () => {
    expect(names([])).to.deep.equal([
      ["types", "lint", "formatting", "pure", "cli", "http"],
      ["lifecycle"],
      ["host"],
      ["engine"],
      ["leaks"],
    ]);
  });

  it("are those that are named", () => {
    expect(names(["pure", "lint"])).to.deep.equal([["lint", "pure"]]);
  });

  it("end with the search for leaks where tests have used credentials", () => {
    expect([names(["engine", "lint"]), names(["host"])]).to.deep.equal([
      [["lint"], ["engine"], ["leaks"]],
      [["host"], ["leaks"]],
    ]);
  });

  it("demand that something was searched for, but of some tests alone", () => {
    const last = (...args: ReadonlyArray<string>) => stepsFor(args).flat().at(-1)?.args.slice(2);
    expect([last(), last("host"), last("host", "--grep", "x"), last("engine", "tests/engine/a.test.ts")]).to.deep.equal(
      [
        ["tests/leaks.ts"],
        ["tests/leaks.ts"],
        ["tests/leaks.ts", "--may-be-nothing"],
        ["tests/leaks.ts", "--may-be-nothing"],
      ],
    );
  });

  it("hand the rest of the command line to mocha, and a named file takes the place of the level", () => {
    const [whole] = stepsFor(["pure", "--grep", "comes back"]).flat();
    expect(whole?.args.slice(1)).to.deep.equal([
      ...["--spec", "tests/pure/**/*.test.ts", "--ignore", "tests/**/*.night.test.ts"],
      ...["--grep", "comes back"],
    ]);
    const [file] = stepsFor(["pure", "tests/pure/a.test.ts"]).flat();
    expect(file?.args.slice(1)).to.deep.equal(["tests/pure/a.test.ts"]);
  });

  it("are the files of the night and all properties at night, without a time-out", () => {
    const [night] = stepsFor(["pure"], "night").flat();
    expect(night?.args.slice(1)).to.deep.equal([
      ...["--timeout", "0", "--spec", "tests/pure/**/*.night.test.ts", "--spec", "tests/pure/properties/**/*.test.ts"],
    ]);
  });

  it("need the Pulumi CLI for the engine alone", () => {
    const needing = stepsFor([])
      .flat()
      .filter(({ engine }) => engine);
    expect(needing.map(({ name }) => name)).to.deep.equal(["engine"]);
  });
});
