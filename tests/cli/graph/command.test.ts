import { expect } from "chai";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { graphCommand } from "../../../cli/graph";
import { loadLayout } from "../../../cli/graph/svg";
import type { PortalContent } from "../../../cli/portal/content";
import type { Selection } from "../../../cli/portal/selection";
import { everything } from "../../../cli/portal/selection";
import { Trouble } from "../../../cli/trouble";
import { seedContent } from "../../support/seedContent";

interface Ended {
  readonly printed: string;
  readonly said: ReadonlyArray<string>;
  readonly asked: ReadonlyArray<Selection | undefined>;
}

const run = async (content: PortalContent, ...words: ReadonlyArray<string>): Promise<Ended> => {
  let printed = "";
  const said: string[] = [];
  const asked: Array<Selection | undefined> = [];
  const contentOf = (_: string | undefined, selection?: Selection): Promise<PortalContent> => {
    asked.push(selection);
    return Promise.resolve(content);
  };
  const output = {
    print: (text: string): Promise<void> => {
      printed += text;
      return Promise.resolve();
    },
    say: (text: string): void => void said.push(text),
  };
  const command = graphCommand(contentOf, output)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await command.parseAsync(["node", "graph", ...words]);
  return { printed, said, asked };
};

describe("graph: the command", () => {
  let demo: PortalContent;
  let folder: string;

  before(async () => {
    demo = await seedContent("demo");
    folder = await mkdtemp(path.join(tmpdir(), "graph-"));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it("prints Mermaid, and says nothing, where nothing else is asked for", async () => {
    const { printed, said } = await run(demo);
    expect(printed).to.contain("flowchart TB\n");
    expect(said).to.deep.equal([]);
  });

  it("the file's name tells the format, unless --format does", async () => {
    const begins = async (file: string, ...more: ReadonlyArray<string>): Promise<string> => {
      const out = path.join(folder, file);
      const { printed, said } = await run(demo, "--out", out, ...more);
      expect(printed).to.equal("");
      expect(said).to.deep.equal([`wrote portal 4242424 to ${out}: 8 object types, 25 pairs, 40 labels`]);
      return (await readFile(out, "utf8")).slice(0, 5);
    };
    expect(await begins("a.svg")).to.equal("<svg ");
    expect(await begins("a.GV")).to.equal("graph");
    expect(await begins("a.mmd")).to.equal("---\nc");
    expect(await begins("b.svg", "--format", "dot")).to.equal("graph");
  });

  it("--object asks for these alone, and shows one that has nothing", async () => {
    const { printed, said, asked } = await run(demo, "--object", "0-53", "--object", "users");
    expect(asked).to.deep.equal([{ ...everything, objects: ["invoices", "users"] }]);
    expect([...printed.matchAll(/^ {2}(\w+)\[/gm)].map(([, id]) => id)).to.deep.equal([
      "contacts",
      "companies",
      "deals",
      "invoices",
      "users",
      "custom_contract",
    ]);
    expect(said).to.deep.equal(["users has no labels and no limits in portal 4242424"]);
  });

  it("very many labels are counted, and said so; --labels and --no-labels decide without a word", async () => {
    const large = await seedContent("large");
    const { printed, said } = await run(large, "--format", "dot");
    expect(said).to.deep.equal([
      "1,008 labels are counted, not listed: --labels lists them, --object shows a part of the portal",
    ]);
    expect(printed).to.contain(">2 labels<").and.not.to.contain("Reviewer");
    expect((await run(large, "--format", "dot", "--labels")).printed).to.contain("Reviewer");
    const none = await run(demo, "--no-labels");
    expect(none.printed).not.to.contain("Champion");
    expect(none.said).to.deep.equal([]);
  });

  it("says where Mermaid would refuse to draw", async () => {
    const { said } = await run(await seedContent("large"), "--no-labels");
    expect(said).to.deep.equal([
      "This is more than Mermaid draws unless it is set up for it (50,000 characters, 500 lines): --object shows a part, and --format svg draws it all",
    ]);
  });

  it("says what was left out, a line each", async () => {
    const leftOut = [{ what: "limits of contacts to car", why: "the token lacks\na scope" }];
    expect((await run({ ...demo, leftOut })).said).to.deep.equal([
      "left out: limits of contacts to car: the token lacks a scope",
    ]);
  });

  it("SVG without Graphviz ends with what to install", async () => {
    const missing = Object.assign(new Error("Cannot find package '@hpcc-js/wasm-graphviz'"), {
      code: "ERR_MODULE_NOT_FOUND",
    });
    const error: unknown = await loadLayout(() => Promise.reject(missing)).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Trouble);
    expect(String(error)).to.contain("npm install @hpcc-js/wasm-graphviz");
  });

  it("a file that cannot be written is trouble that names it", async () => {
    const error: unknown = await run(demo, "--out", folder).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(Trouble);
    expect(String(error)).to.contain(folder);
  });
});
