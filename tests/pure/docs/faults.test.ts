/** The table of faults is true: each row names a test that there is. */
import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";

const repository = path.resolve(__dirname, "../../..");
const text = (file: string): string => readFileSync(path.join(repository, file), "utf8");

interface Row {
  readonly fault: string;
  readonly file: string;
  readonly test: string;
}

const rows: ReadonlyArray<Row> = text("docs/faults.md")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (-|what breaks)/.test(line))
  .map((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, file = "", test = ""] = /^`(tests\/\S+)`: (.+)$/.exec(cells[4] ?? "") ?? [];
    return { fault: cells[1] ?? "", file, test };
  });

describe("the table of faults", () => {
  it("has a row for each kind of trouble", () => expect(rows.length).to.be.at.least(30));

  for (const { fault, file, test } of rows) {
    it(`${fault}: is shown by a test`, () => {
      expect(file, "its file").not.to.equal("");
      expect(text(file)).to.contain(test);
    });
  }
});
