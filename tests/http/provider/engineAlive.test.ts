import { expect } from "chai";
import * as E from "fp-ts/Either";
import { createServer } from "node:net";
import type { Server } from "node:net";
import { engineAlive } from "../../../provider/engineAlive";
import { attended } from "../../../provider/hubspot/attended";

describe("the engine", () => {
  let server: Server;
  let address: string;
  let time: number;
  const stop = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  const now = (): number => time;

  beforeEach(async () => {
    time = 0;
    server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const listening = server.address();
    address = `127.0.0.1:${typeof listening === "object" && listening !== null ? listening.port : 0}`;
  });
  afterEach(stop);

  it("is there while somebody listens, and asked no more than once a second", async () => {
    let asked = 0;
    server.on("connection", () => asked++);
    const alive = engineAlive(address, now);
    for (const at of [0, 999, 1_000, 1_500]) {
      time = at;
      expect(await alive()).to.equal(true);
    }
    expect(asked).to.equal(2);
  });

  it("is gone when nobody listens any more", async () => {
    const alive = engineAlive(address, now);
    expect(await alive()).to.equal(true);
    await stop();
    time = 1_000;
    expect([await alive(), await alive()]).to.deep.equal([false, false]);
  });

  it("that was never seen, or has no address, is not missed", async () => {
    await stop();
    for (const each of [address, undefined, "nonsense", ""]) expect(await engineAlive(each, now)()).to.equal(true);
  });
});

describe("a request of an engine that is gone", () => {
  const call = { method: "POST", path: "/x", doing: "setting limits" } as const;

  it("does not leave", async () => {
    const never = () => () => Promise.reject(new Error("sent"));
    expect(await attended({ engineAlive: () => Promise.resolve(false) })(never)({ call })()).to.deep.equal(
      E.left({ _tag: "Unanswered", call, why: "Pulumi has ended meanwhile", mayHaveTakenEffect: false }),
    );
  });
});
