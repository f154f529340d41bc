/** Tokens of the wrong portal, by mistake or by a rotation, and tokens that HubSpot no longer accepts. */
import { expect } from "chai";
import { configuration, ownLimit, pairs, unlabeled } from "./support/program";
import type { Step, Story, StoryOptions } from "./support/story";
import { failed, ok, standing, stories } from "./support/story";

const program = (max: number): string => configuration("a", "contacts/companies", [unlabeled(max)]);
const accessToken = (token: string): Readonly<Record<string, { readonly secret: string }>> => ({
  "hubspot:accessToken": { secret: token },
});
const ofBoth: StoryOptions = {
  portal: { tokens: ["token-of-111"] },
  others: [{ portalId: 222, tokens: ["token-of-222"] }],
};

/** All that a token may be used for before it is known to be the right one. */
const nothingButTheAccount = ({ told }: Step): void => {
  expect(told.requests.filter((request) => !request.endsWith("GET account"))).to.deep.equal([]);
};

/** What the state keeps of its configurations. */
const kept = async (story: Story): Promise<unknown> =>
  Object.values(await story.resources()).map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));

/** A message that names the portal of the token, and the one that is meant. */
const namesBoth = ({ output }: Step, actual: number, meant: number): void => {
  expect(output).to.match(new RegExp(`portal ${actual}\\b.*portal ${meant}\\b`));
};

describe("two stacks whose tokens are swapped", function () {
  this.timeout(600_000);
  const begin = stories();

  const swapped = async (): Promise<
    ReadonlyArray<{ readonly story: Story; readonly own: number; readonly other: number }>
  > => {
    const first = await begin({ ...ofBoth, program: program(5) });
    const second = await begin({ beside: first, program: program(7), config: accessToken("token-of-222") });
    for (const story of [first, second]) await ok(story.up());
    await first.stack.config(accessToken("token-of-222"));
    await second.stack.config(accessToken("token-of-111"));
    return [
      { story: first, own: 111, other: 222 },
      { story: second, own: 222, other: 111 },
    ];
  };

  const untouched = async (story: Story, commands: () => Promise<void>): Promise<void> => {
    const before = await kept(story);
    await commands();
    expect(await kept(story)).to.deep.equal(before);
    expect([story.limits(111), story.limits(222)]).to.deep.equal([
      { "contacts/companies 279": 5 },
      { "contacts/companies 279": 7 },
    ]);
  };

  const refused = async (run: Promise<Step>, own: number, other: number): Promise<void> => {
    const step = await failed(run);
    nothingButTheAccount(step);
    namesBoth(step, other, own);
  };

  it("read and write nothing, lose nothing, and say which portals they are about", async () => {
    for (const { story, own, other } of await swapped()) {
      const commands = async (): Promise<void> => {
        nothingButTheAccount(await ok(story.preview()));
        nothingButTheAccount(await ok(story.up()));
        await refused(story.refresh("--run-program"), own, other);
        await refused(story.destroy("--run-program"), own, other);
      };
      await untouched(story, commands);
    }
  });

  it("do no more where the program changes, and none without --run-program after that", async () => {
    for (const { story, own, other } of await swapped()) {
      const commands = async (): Promise<void> => {
        await story.program(program(9));
        nothingButTheAccount(await story.preview());
        for (const command of [() => story.up(), () => story.refresh(), () => story.destroy()])
          await refused(command(), own, other);
      };
      await untouched(story, commands);
    }
  });

  it("go on as if nothing had been, once the tokens are put right", async () => {
    const [first] = await swapped();
    if (first === undefined) throw new Error("There are two stacks");
    const { story } = first;
    await story.program(program(9));
    await failed(story.up());
    await story.stack.config(accessToken("token-of-111"));
    await ok(story.up());
    await ok(story.refresh());
    expect([story.limits(111), story.limits(222)]).to.deep.equal([
      { "contacts/companies 279": 9 },
      { "contacts/companies 279": 7 },
    ]);
  });
});

describe("a token that becomes another portal's half-way", () => {
  const begin = stories();
  const six = pairs(6);
  const sixOf = (max: number): string =>
    six.map((pair) => configuration(pair.replace("/", "-to-"), pair, [unlabeled(max)])).join("");
  const refused = { status: 400, body: { status: "error", message: "Not now", category: "VALIDATION_ERROR" } };

  /** Three of six stand in portal 111 when the token becomes portal 222's. */
  const halfWay = async (): Promise<Story> => {
    const story = await begin({ ...ofBoth, program: sixOf(5) });
    story.sandbox.faults([{ match: { method: "POST" }, after: 3, times: 3, fault: refused }]);
    await failed(story.up());
    // The engine begins nothing more after the first failure, so not all of them may have been played.
    story.sandbox.faults([]);
    expect(Object.keys(story.limits(111))).to.have.length(3);
    expect(Object.keys(await story.resources())).to.have.length(3);
    await story.stack.config(accessToken("token-of-222"));
    return story;
  };

  it("fails what the state knows, by its guard", async () => {
    const story = await halfWay();
    const [limits, before] = [story.limits(111), await kept(story)];
    // What the state knows changes, and what is new is no longer declared.
    const known = Object.values(await story.resources()).map(({ id = "" }) =>
      configuration(id.replace("/", "-to-"), id, [unlabeled(6)]),
    );
    await story.program(known.join(""));
    const up = await failed(story.up());
    nothingButTheAccount(up);
    namesBoth(up, 222, 111);
    expect(await kept(story)).to.deep.equal(before);
    expect([story.limits(111), story.limits(222)]).to.deep.equal([limits, {}]);
  });

  for (const [what, max] of [
    ["as it was", 5],
    ["with other numbers", 6],
  ] as const) {
    it(`writes nothing new to that portal either, when the program goes on ${what}`, async () => {
      const story = await halfWay();
      const [limits, before] = [story.limits(111), await kept(story)];
      await story.program(sixOf(max));
      for (const command of [() => story.preview(), () => story.run("up", "--yes")]) {
        const step = await command();
        expect(step.told.requests.filter((request) => request.includes("POST"))).to.deep.equal([]);
        expect(step.code, step.output).not.to.equal(0);
        namesBoth(step, 222, 111);
      }
      expect(await kept(story)).to.deep.equal(before);
      expect([story.limits(111), story.limits(222)]).to.deep.equal([limits, {}]);
    });
  }

  it("is put right by the right token: the next up brings the other three", async () => {
    const story = await halfWay();
    await story.stack.config(accessToken("token-of-111"));
    const { told } = await ok(story.up());
    expect(told.summary).to.deep.equal({ created: 3, unchanged: 4 });
    expect(story.limits(111)).to.deep.equal(Object.fromEntries(six.map((pair) => [ownLimit(pair), 5])));
  });
});

describe("a token that was rotated", () => {
  const begin = stories();
  const restored = standing({ "contacts/companies 279": 50 });

  /** After an up, the token that it used expires, and another one takes its place. */
  const rotated = async (options: StoryOptions, take: (story: Story) => Promise<void> | void): Promise<Story> => {
    const tokens = ["token-of-yesterday", "token-of-today"];
    const story = await begin({ program: program(5), portal: { tokens, limits: restored }, ...options });
    await ok(story.up());
    story.sandbox.setState({
      portals: [
        {
          portalId: 111,
          tokens: [{ token: "token-of-yesterday", expired: true }, "token-of-today"],
          limits: standing(story.limits()),
        },
      ],
    });
    await take(story);
    return story;
  };

  const inConfiguration = (): Promise<Story> =>
    rotated({}, (story) => story.stack.config(accessToken("token-of-today")));

  for (const what of ["refresh", "destroy"] as const) {
    it(`fails a ${what} without losing anything, and says where the token is from and how to go on`, async () => {
      const story = await inConfiguration();
      const before = await kept(story);
      for (const flags of [["--skip-preview"], []]) {
        const step = await failed(story.run(what, "--yes", ...flags));
        nothingButTheAccount(step);
        for (const part of ["401", "stack configuration", "hubspot:accessToken", "--run-program"])
          expect(step.output).to.contain(part);
        expect(step.output).not.to.match(/token-of-(yesterday|today)/);
      }
      expect(await kept(story)).to.deep.equal(before);
      expect(story.limits()).to.deep.equal({ "contacts/companies 279": 5 });
    });
  }

  it("lets a destroy with --run-program do what it would have done", async () => {
    const story = await inConfiguration();
    await failed(story.destroy());
    await ok(story.destroy("--run-program"));
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 50 });
    expect(await story.resources()).to.deep.equal({});
  });

  it("is taken from the environment of the moment, so that neither needs --run-program", async () => {
    const story = await rotated(
      { config: null, env: ({ url, token }) => ({ HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_BASE_URL: url }) },
      ({ stack }) => stack.env({ HUBSPOT_ACCESS_TOKEN: "token-of-today" }),
    );
    await ok(story.refresh());
    await ok(story.destroy());
    expect(story.limits()).to.deep.equal({ "contacts/companies 279": 50 });
  });
});
