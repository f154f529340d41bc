import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { Written } from "../../../../cli/generate/write";
import { recordFile, writeProject } from "../../../../cli/generate/write";

const files = { "index.ts": "program 1\n", "import.json": "{}\n", "package.json": "{ 1 }\n" };
const next = { "index.ts": "program 2\n", "import.json": "{ 2 }\n", "package.json": "{ 2 }\n" };

describe("writing a project", () => {
  let folder: string;
  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), "project-")), "crm");
  });
  afterEach(() => rm(path.dirname(folder), { recursive: true }));

  const write = (what: Readonly<Record<string, string>>, force = false): Promise<Written> =>
    writeProject({ cwd: "/" }, folder, what, ["index.ts", "import.json"], force);
  const put = (name: string, text: string): Promise<void> => writeFile(path.join(folder, name), text);
  const text = (name: string): Promise<string> => readFile(path.join(folder, name), "utf8");
  const refusal = async (writing: Promise<unknown>): Promise<string> =>
    writing.then(
      () => "written",
      (error: unknown) => String(error).replace(folder, "DIR"),
    );

  it("makes the folder, and leaves nothing else in it", async () => {
    expect(await write(files)).to.deep.equal({ written: Object.keys(files), unchanged: [], kept: [] });
    expect((await readdir(folder)).sort()).to.deep.equal([...Object.keys(files), recordFile].sort());
  });

  it("again has nothing to do, and another time replaces what nobody has changed", async () => {
    await write(files);
    expect(await write(files)).to.deep.equal({ written: [], unchanged: Object.keys(files), kept: [] });
    expect((await write(next)).written).to.deep.equal(Object.keys(next));
    expect(await text("index.ts")).to.equal("program 2\n");
  });

  it("keeps a package.json that people went on with, for good", async () => {
    await write(files);
    await put("package.json", "theirs\n");
    for (const project of [next, files, next])
      expect((await write(project)).kept, project["index.ts"]).to.deep.equal(["package.json"]);
    expect(await text("package.json")).to.equal("theirs\n");
  });

  it("refuses a program that was changed, and writes nothing at all", async () => {
    await write(files);
    await put("index.ts", "theirs\n");
    expect(await refusal(write(next))).to.equal(
      "Trouble: DIR has files that would be overwritten, and index.ts is not as this command wrote it; nothing was written: choose another folder with --out, or overwrite with --force",
    );
    expect([await text("index.ts"), await text("import.json")]).to.deep.equal(["theirs\n", "{}\n"]);
  });

  it("takes a program that was changed to what it would write itself", async () => {
    await write(files);
    await put("index.ts", next["index.ts"]);
    expect(await write(next)).to.deep.equal({
      written: ["import.json", "package.json"],
      unchanged: ["index.ts"],
      kept: [],
    });
  });

  it("refuses files that it never wrote, whichever they are, unless it is told to overwrite", async () => {
    await write({});
    await put("package.json", "theirs\n");
    await put("index.ts", "theirs\n");
    expect(await refusal(write(files))).to.contain("and index.ts, package.json are not as this command wrote them");
    await write(files, true);
    expect([await text("index.ts"), await text("package.json")]).to.deep.equal([
      files["index.ts"],
      files["package.json"],
    ]);
  });

  it("does without a memory that cannot be read", async () => {
    await write(files);
    await put(recordFile, "no JSON");
    expect((await write(files)).unchanged).to.deep.equal(Object.keys(files));
    await put(recordFile, "{}");
    expect(await refusal(write(next))).to.contain("index.ts, import.json, package.json are not as");
  });
});
