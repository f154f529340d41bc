/**
 * One program for several portals, on which the same custom object and the same labels have ids of their own: what a
 * program says stays as it is, and what it means is each portal's.
 */
import { expect } from "chai";
import type { PortalInput } from "../../sandbox";
import type { Host, Properties } from "./harness";
import type { Scene } from "./support/scene";
import { configurationFor, scenes } from "./support/scene";
import {
  checked,
  declared,
  messageOf,
  ofLabel,
  succeeded,
  text,
  unlabeled,
  withoutCorrelationId,
  withoutTimes,
  withoutHomes,
} from "./support/values";

const pair = "contacts/car";
const label = (words: string, maxToObjectIds: number): Properties => ({ label: words, maxToObjectIds });
const limits = [unlabeled(5), label("Driver", 2)];

interface Ids {
  readonly car: string;
  readonly own: number;
  readonly driver: number;
  /** How the portal writes the label. */
  readonly words?: string;
}

/** A portal with cars and drivers, by the token of its own. */
const portalWith = (portalId: number, { car, own, driver, words = "Driver" }: Ids): PortalInput => ({
  portalId,
  tokens: [`token-of-portal-${portalId}-5b7d`],
  objectTypes: [
    { objectTypeId: "2-77", name: "boat" },
    { objectTypeId: car, name: "car" },
  ],
  labels: [
    { from: "contacts", to: "car", typeId: own, inverseTypeId: own + 1, label: null, inverseLabel: null },
    {
      from: "contacts",
      to: "car",
      typeId: driver,
      inverseTypeId: driver + 1,
      label: words,
      inverseLabel: "Driven by",
    },
  ],
});

const first: Ids = { car: "2-123", own: 50, driver: 52 };
const second: Ids = { car: "2-987", own: 8, driver: 10 };
const third: Ids = { car: "2-55", own: 31, driver: 33, words: "DRIVER" };

const asked = (from: number, { requests }: Scene): ReadonlyArray<string> => requests().slice(from);

/** What stands in a portal, by the ids of its types, such as `{ "contacts/car 50": 5 }`. */
const standing = ({ sandbox }: Scene, portalId: number): Readonly<Record<string, number>> =>
  Object.fromEntries(
    sandbox
      .state()
      .portals.filter((portal) => portal.portalId === portalId)
      .flatMap((portal) =>
        portal.limits.map(({ from, to, typeId, maxToObjectIds }) => [`${from}/${to} ${typeId}`, maxToObjectIds]),
      ),
  );

const reasonsOf = async (host: Host, news: Properties): Promise<ReadonlyArray<string>> =>
  succeeded(await host.check({}, news)).failures.map(({ reason }) => withoutCorrelationId(reason));

describe("one program for portals with other ids", () => {
  const begin = scenes();
  const portals = [
    [111, first],
    [222, second],
    [333, third],
  ] as const;

  const scene = async (): Promise<Scene> => {
    const [home, ...others] = portals.map(([portalId, ids]) => portalWith(portalId, ids));
    return begin({ ...(home === undefined ? {} : { portal: home }), others });
  };

  const hostOn = (of: Scene, portalId: number, more: Properties = {}): Promise<Host> =>
    of.nextHost({
      config: { ...configurationFor({ url: of.sandbox.url, token: `token-of-portal-${portalId}-5b7d` }), ...more },
    });

  for (const [portalId, { car, own, driver }] of portals) {
    it(`is the same in the outputs, and means the types of portal ${portalId}`, async () => {
      const all = await scene();
      const host = await hostOn(all, portalId);
      const { inputs, failures } = succeeded(await host.check({}, declared(pair, limits)));
      expect(withoutHomes([inputs, failures])).to.deep.equal([{ ...checked(pair, limits), ...text }, []]);
      const { id, properties } = succeeded(await host.create(inputs));
      expect(withoutHomes([id, withoutTimes(properties)])).to.deep.equal([
        pair,
        {
          ...checked(pair, limits),
          resolved: [
            { category: "USER_DEFINED", typeId: own },
            { category: "USER_DEFINED", typeId: driver },
          ],
          results: [
            { category: "USER_DEFINED", typeId: own, userEnforcedMaxToObjectIds: 5 },
            { category: "USER_DEFINED", typeId: driver, userEnforcedMaxToObjectIds: 2 },
          ],
          others: [],
          previous: [],
          portalId,
          fromObjectTypeId: "0-1",
          toObjectTypeId: car,
          status: "COMPLETE",
          ...text,
        },
      ]);
      expect(portals.map(([each]) => standing(all, each))).to.deep.equal(
        portals.map(([each]) => (each === portalId ? { [`${pair} ${own}`]: 5, [`${pair} ${driver}`]: 2 } : {})),
      );
      expect(host.logged().map(({ message }) => message)).to.deep.equal(
        portalId === 333
          ? ['contacts/car: limits[1].label: "Driver" is taken to mean "DRIVER", as the portal writes it']
          : [],
      );
    });
  }

  it("moves from one to the next with its Provider", async () => {
    const all = await scene();
    const first = await hostOn(all, 111);
    const before = succeeded(await first.check({}, declared(pair, limits))).inputs;
    const made = succeeded(await first.create(before));
    const host = await hostOn(all, 222, { "hubspot:provider": "the other one" });
    const { inputs } = succeeded(await host.check(before, declared(pair, limits)));
    expect(succeeded(await host.diff(pair, made.properties, inputs)).replaces).to.deep.equal(["portalId"]);
    expect(succeeded(await host.create(inputs)).properties["toObjectTypeId"]).to.equal("2-987");
    expect(standing(all, 222)).to.deep.equal({ "contacts/car 8": 5, "contacts/car 10": 2 });
  });
});

describe("a custom object and its labels", () => {
  const begin = scenes();
  const portal = portalWith(111, first);
  const scene = (more: Partial<PortalInput> = {}): Promise<Scene> => begin({ portal: { ...portal, ...more } });

  const table: ReadonlyArray<readonly [string, Properties, ...ReadonlyArray<string>]> = [
    [
      "an object that the portal does not have, with the nearest",
      declared("contacts/carr", limits),
      'toObjectType: "carr" is none of HubSpot\'s object types, and the portal has no custom object of that name; did you mean "car"? Its custom objects are boat, car',
    ],
    [
      "two objects that the portal does not have",
      declared("plane/train", limits),
      'fromObjectType: "plane" is none of HubSpot\'s object types, and the portal has no custom object of that name; its custom objects are boat, car',
      'toObjectType: "train" is none of HubSpot\'s object types, and the portal has no custom object of that name; its custom objects are boat, car',
    ],
    [
      "a label that the pair does not have, with those that it has",
      declared(pair, [unlabeled(5), label("Drivr", 2)]),
      'limits[1].label: the portal has no label "Drivr" from contacts to car; this pair has "Driver"',
    ],
    [
      "a label of a pair that has none",
      declared("contacts/boat", [label("Driver", 2)]),
      'limits[0].label: the portal has no label "Driver" from contacts to boat; it has none there, so make the label first',
    ],
    [
      "the unlabeled association of a pair that has no label yet",
      declared("contacts/boat", [unlabeled(5)]),
      "limits[0].unlabeled: the portal has no unlabeled association from contacts to boat yet; HubSpot makes it along with the first label of the pair",
    ],
    [
      "one label by its text and by its id",
      declared(pair, [label("Driver", 2), ofLabel(52, 2)]),
      "limits[1]: USER_DEFINED 52 stands in limits[0] already; remove one of the two",
    ],
    [
      "a label above the pair's own association, which is named by its id",
      declared(pair, [label("Driver", 6), ofLabel(50, 5)]),
      'limits[0].maxToObjectIds: 6 for "Driver" (USER_DEFINED 52) is more than the 5 that limits[1] allows for the pair as a whole; lower it, or raise limits[1]',
    ],
  ];
  for (const [what, news, ...messages] of table) {
    it(`are told in a preview, and by a create that was not previewed: ${what}`, async () => {
      const { host, nextHost, writes } = await scene();
      expect(await reasonsOf(host, news)).to.deep.equal(messages);
      expect(messageOf(await (await nextHost()).create(news))).to.equal(messages.join("\n"));
      expect([writes(), host.logged()]).to.deep.equal([[], []]);
    });
  }

  it("are told where the label is one of the other direction, which a preview names", async () => {
    const { host, writes } = await scene();
    const message = 'limits[0].label: the portal has no label "driven by" from contacts to car; this pair has "Driver"';
    expect(await reasonsOf(host, declared(pair, [label("driven by", 2)]))).to.deep.equal([
      `${message}; "Driven by" is of the other direction, car to contacts`,
    ]);
    expect(messageOf(await host.create(checked(pair, [label("driven by", 2)])))).to.equal(message);
    expect(writes()).to.deep.equal([]);
  });

  it("are told where a text means two labels of the portal", async () => {
    const { host, nextHost, writes } = await scene({
      labels: [
        ...(portal.labels ?? []),
        { from: "contacts", to: "car", typeId: 60, inverseTypeId: 61, label: "Keeper", inverseLabel: "Kept by" },
        { from: "contacts", to: "car", typeId: 62, inverseTypeId: 63, label: "keeper", inverseLabel: "kept by" },
      ],
    });
    const message = (i: number): string =>
      `limits[${i}].label: this means USER_DEFINED 60 and USER_DEFINED 62 from contacts to car; write { category, typeId, maxToObjectIds } to say which`;
    expect(await reasonsOf(host, declared(pair, [label("KEEPER", 1)]))).to.deep.equal([message(0)]);
    expect(await reasonsOf(await nextHost(), declared(pair, [label("Keeper", 1)]))).to.deep.equal([]);
    expect(await reasonsOf(await nextHost(), declared(pair, [ofLabel(62, 1)]))).to.deep.equal([]);
    expect(messageOf(await host.create(checked(pair, [label("KEEPER", 1)])))).to.equal(message(0));
    expect(writes()).to.deep.equal([]);
  });
});

describe("what a custom object costs", () => {
  const begin = scenes();
  const back = "car/contacts";
  const inverse = [unlabeled(7), label("Driven by", 3)];

  it("are the schemas once, and the labels once for each pair, in a preview as in an update", async () => {
    const all = await begin({ portal: portalWith(111, first) });
    const { host, nextHost } = all;
    for (const news of [declared(pair, limits), declared(back, inverse)]) {
      expect(await reasonsOf(host, news)).to.deep.equal([]);
    }
    const reads = ["GET account", "GET schemas", "GET contacts/2-123/labels", "GET all", "GET 2-123/contacts/labels"];
    expect(asked(0, all)).to.deep.equal(reads);

    const update = await nextHost();
    succeeded(await update.create(checked(pair, limits)));
    succeeded(await update.create(checked(back, inverse)));
    expect(asked(5, all)).to.deep.equal([
      ...reads.slice(0, 4),
      "POST contacts/2-123/batch/update",
      ...reads.slice(4),
      "POST 2-123/contacts/batch/update",
    ]);
  });

  it("is nothing in a refresh and a destroy, for the state has the ids", async () => {
    const all = await begin({ portal: portalWith(111, first) });
    const { host, nextHost, limits: stand } = all;
    const { id, properties } = succeeded(await host.create(checked(pair, limits)));
    let from = asked(0, all).length;
    const next = async (): Promise<Host> => {
      from = asked(0, all).length;
      return nextHost();
    };
    const refreshed = succeeded(await (await next()).read(id, properties));
    const { __home: home } = properties;
    expect([refreshed.properties, refreshed.inputs]).to.deep.equal([
      properties,
      { ...checked(pair, limits), ...text, __home: home },
    ]);
    expect(asked(from, all)).to.deep.equal(["GET account", "GET all"]);

    const unchanged = await next();
    const { inputs, failures } = succeeded(await unchanged.check(refreshed.inputs ?? {}, declared(pair, limits)));
    expect(failures).to.deep.equal([]);
    expect(succeeded(await unchanged.diff(id, properties, inputs)).changes).to.equal("DIFF_NONE");
    expect(asked(from, all)).to.deep.equal([]);

    const destroying = await next();
    expect(await destroying.delete(id, properties)).to.equal(undefined);
    expect([asked(from, all), stand()]).to.deep.equal([
      ["GET account", "GET all", "POST contacts/2-123/batch/purge"],
      {},
    ]);
  });
});

describe("a token that may not read schemas", () => {
  const begin = scenes();
  const scene = async (): Promise<Scene> => {
    const all = await begin({ portal: portalWith(111, first) });
    const fault = {
      status: 403,
      body: {
        status: "error",
        category: "MISSING_SCOPES",
        message: "This app hasn't been granted all required scopes to make this call.",
        errors: [{ context: { requiredGranularScopes: ["crm.schemas.custom.read"] } }],
      },
    };
    all.sandbox.faults([{ match: { path: "/crm-object-schemas/" }, times: 100, fault }]);
    return all;
  };

  for (const [spelling, ...schemas] of [["p111_car", "GET schemas"], ["2-123"]]) {
    it(`reads and writes limits of ${spelling} all the same`, async () => {
      const all = await scene();
      const named = `contacts/${spelling}`;
      expect(await reasonsOf(all.host, declared(named, limits))).to.deep.equal([]);
      const { id, properties } = succeeded(await all.host.create(checked(named, limits)));
      expect(all.limits()).to.deep.equal({
        "contacts/car USER_DEFINED 50": 5,
        "contacts/car USER_DEFINED 52": 2,
      });
      expect(asked(0, all)).to.deep.equal([
        "GET account",
        ...schemas,
        `GET ${named}/labels`,
        "GET all",
        ...schemas,
        `POST ${named}/batch/update`,
      ]);
      const host = await all.nextHost();
      expect(succeeded(await host.read(id, properties)).properties).to.deep.equal(properties);
      expect(await host.delete(id, properties)).to.equal(undefined);
      expect(all.limits()).to.deep.equal({});
    });
  }

  it("says what to do where only a schema tells which object is meant", async () => {
    const all = await scene();
    const message =
      'toObjectType: "car" cannot be found among the portal\'s custom objects, because the access token needs the scope crm.schemas.custom.read (403); add the scope to the service key or app in HubSpot, or write "p111_car" or the object\'s id';
    expect(await reasonsOf(all.host, declared(pair, limits))).to.deep.equal([message]);
    expect(messageOf(await all.host.create(checked(pair, limits)))).to.equal(message);
    expect(all.writes()).to.deep.equal([]);
  });
});
