import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { isAbandoned, locked } from "../../../scripts/lib/lock.mjs";

const nobody = (): boolean => false;
const only =
  (...alive: ReadonlyArray<number>) =>
  (pid: number): boolean =>
    alive.includes(pid);

describe("a lock", () => {
  let base = "";
  beforeEach(async () => {
    base = await mkdtemp(path.join(tmpdir(), "lock-"));
  });
  afterEach(() => rm(base, { recursive: true, force: true }));

  const owner = { id: "x", host: "here", pid: 10, workers: [11] };

  it("is abandoned when its owner and what the owner started are dead", () => {
    const seen = { host: "here", silentFor: 1_000 };
    expect(isAbandoned(owner, { ...seen, isAlive: nobody })).to.equal(true);
    expect(isAbandoned(owner, { ...seen, isAlive: only(10) })).to.equal(false);
    expect(isAbandoned(owner, { ...seen, isAlive: only(11) })).to.equal(false);
  });

  it("is abandoned after a long silence, since process ids are given out again", () => {
    expect(isAbandoned(owner, { host: "here", silentFor: 601_000, isAlive: only(10) })).to.equal(true);
    expect(isAbandoned(owner, { host: "there", silentFor: 30_000, isAlive: nobody })).to.equal(false);
    expect(isAbandoned(owner, { host: "there", silentFor: 61_000, isAlive: nobody })).to.equal(true);
  });

  it("lets one work at a time, and says whom the next one waits for", async () => {
    const folder = path.join(base, "lock");
    const said: Array<string> = [];
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => locked(folder, (line) => said.push(line), work)));
    expect(most).to.equal(1);
    expect(said[0]).to.contain(`Waiting for another set-up (process ${process.pid}`);
    expect(await readdir(base)).to.deep.equal([]);
  });

  it("is given back when the work fails", async () => {
    const folder = path.join(base, "lock");
    const failed = await locked(
      folder,
      () => {},
      () => Promise.reject(new Error("no")),
    ).catch((e: unknown) => e);
    expect(failed).to.be.an("error").with.property("message", "no");
    expect(await readdir(base)).to.deep.equal([]);
  });

  it("of a process that was killed is taken over at once, by one of those who wait", async () => {
    const folder = path.join(base, "lock");
    const dead = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
    await mkdir(folder);
    const left = { id: "dead", host: hostname(), pid: dead, workers: [] };
    await writeFile(path.join(folder, "owner.json"), JSON.stringify(left));
    const waiters = Array.from({ length: 12 });
    let inside = 0;
    const work = async (): Promise<number> => {
      const others = inside++;
      await new Promise(setImmediate);
      inside--;
      return others;
    };
    expect(await Promise.all(waiters.map(() => locked(folder, () => {}, work)))).to.deep.equal(waiters.map(() => 0));
    expect(await readdir(base)).to.deep.equal([]);
  });
});
