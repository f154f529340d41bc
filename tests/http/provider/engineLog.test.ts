/** Where no engine takes a warning, it goes to stderr; an engine that does is in the host's tests. */
import { expect } from "chai";
import { engineWarnings } from "../../../provider/engineLog";

/** What goes to stderr while this runs. */
const onStderr = async (run: () => Promise<void>): Promise<ReadonlyArray<string>> => {
  const written: string[] = [];
  const { write } = process.stderr;
  process.stderr.write = (text: unknown): boolean => {
    written.push(String(text));
    return true;
  };
  try {
    await run();
  } finally {
    process.stderr.write = write;
  }
  return written;
};

describe("a warning", () => {
  const cases: ReadonlyArray<readonly [string, string | undefined]> = [
    ["without an engine", undefined],
    ["for an engine that nobody reaches", "127.0.0.1:1"],
    ["for an engine whose address is none", "no address"],
  ];
  for (const [what, address] of cases) {
    it(`${what} goes to stderr, with the name of who speaks, each once`, async () => {
      const warn = engineWarnings(address);
      const written = await onStderr(async () => {
        await warn("first")();
        await warn("second")();
        await warn("first")();
      });
      expect(written).to.deep.equal(["hubspot-associations: first\n", "hubspot-associations: second\n"]);
    });
  }

  it("is not said before it is run", async () => {
    const warn = engineWarnings(undefined);
    expect(await onStderr(async () => void warn("first"))).to.deep.equal([]);
  });
});
