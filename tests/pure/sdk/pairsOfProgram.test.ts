/** A directed pair belongs to one resource of a program and Provider; a second one is told before it is registered. */
import { createRequire } from "node:module";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { objectTypes } from "../../../data";
import { AssociationConfiguration, AssociationModel, Provider } from "../../../sdk";
import type { Registered } from "./helper";
import { startProgram, valueOf } from "./helper";

const limits = [{ unlabeled: true as const, maxToObjectIds: 5 }];

const declare = (name: string, pair: string, opts?: pulumi.CustomResourceOptions): AssociationConfiguration => {
  const [fromObjectType = "", toObjectType = ""] = pair.split("/");
  return new AssociationConfiguration(name, { fromObjectType, toObjectType, limits }, opts);
};

const taken = (name: string, owner: string, pair: string): string =>
  `AssociationConfiguration "${name}": the pair ${pair} belongs to AssociationConfiguration "${owner}" already. Put all ` +
  `limits of ${pair} into one of them, or give one another provider.`;

/** Runs a program in a stack of its own, and gives what was registered in it. */
const run = async (program: () => unknown): Promise<ReadonlyArray<Registered>> => {
  const registered = await startProgram();
  await pulumi.runtime.runInPulumiStack(async () => {
    await program();
    // What was declared reaches the engine in later turns.
    await new Promise((resolve) => setImmediate(resolve));
    return {};
  });
  return registered;
};

const namesOf = (registered: ReadonlyArray<Registered>): ReadonlyArray<string> =>
  registered.filter(({ type }) => type.endsWith(":AssociationConfiguration")).map(({ name }) => name);

/** All of these may be declared beside each other. */
const stand = async (program: () => ReadonlyArray<AssociationConfiguration>): Promise<void> => {
  let all: ReadonlyArray<AssociationConfiguration> = [];
  const registered = await run(async () => {
    all = program();
    await Promise.all(all.map(({ urn }) => valueOf(urn)));
  });
  expect(namesOf(registered)).to.have.length(all.length);
};

const provider = (name: string): Provider => new Provider(name, { accessToken: `token-of-${name}` });

class Part extends pulumi.ComponentResource {
  readonly configuration: AssociationConfiguration;
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("test:index:Part", name, {}, opts);
    this.configuration = declare(`${name}-limits`, "contacts/companies", { parent: this });
  }
}

const by = (name: string, chosen: pulumi.ProviderResource): pulumi.ResourceTransformation => {
  return ({ props, opts, ...args }) =>
    args.name.startsWith(name) ? { props, opts: pulumi.mergeOptions(opts, { provider: chosen }) } : undefined;
};

describe("a second resource on a directed pair", () => {
  it("is an error with the names of both and the way out, and is not registered", async () => {
    const registered = await run(async () => {
      const first = declare("first", "contacts/companies");
      expect(() => declare("second", "contacts/companies")).to.throw(
        pulumi.RunError,
        taken("second", "first", "contacts/companies"),
      );
      await valueOf(first.urn);
    });
    expect(namesOf(registered)).to.deep.equal(["first"]);
  });

  it("is seen in every spelling of HubSpot's own object types", async () => {
    await run(() => {
      for (const { objectTypeId, name, singular } of objectTypes) {
        declare(name, `${name}/contacts`);
        for (const spelling of [objectTypeId, name, singular, name.toUpperCase(), ` ${singular} `])
          expect(() => declare("again", `${spelling}/Contact`)).to.throw(taken("again", name, `${name}/contacts`));
      }
    });
  });

  it("is seen where a custom object is written alike, but for spaces and capitals", async () => {
    await run(() => {
      declare("car", "car/contacts");
      declare("id", "2-123/contacts");
      expect(() => declare("again", " CAR /contact")).to.throw(taken("again", "car", "CAR/contacts"));
    });
  });

  it("is seen where it comes from a model, or comes after one", async () => {
    const associations = [{ fromObjectType: "contacts", toObjectType: "companies", maxFromObjectIds: 5 }];
    await run(() => {
      declare("single", "companies/contacts");
      expect(() => new AssociationModel("crm", { associations })).to.throw(
        taken("crm/companies/contacts", "single", "companies/contacts"),
      );
    });
    await run(() => {
      new AssociationModel("crm", { associations });
      expect(() => declare("single", "company/contact")).to.throw(
        taken("single", "crm/companies/contacts", "companies/contacts"),
      );
    });
  });

  it("is seen under one Provider, however each of them came by it", async () => {
    await run(() => {
      const staging = provider("staging");
      declare("first", "contacts/companies", { provider: staging });
      const again = taken("part-limits", "first", "contacts/companies");
      for (const opts of [
        { provider: staging },
        { providers: [staging] },
        { providers: { "pulumi-nodejs": staging } },
        { transformations: [by("part", staging)] },
        { parent: new pulumi.ComponentResource("test:index:Outer", "outer", {}, { providers: [staging] }) },
      ])
        expect(() => new Part("part", opts)).to.throw(again);
      expect(() => new Part("other")).not.to.throw();
    });
  });
});

describe("resources", () => {
  it("may have the two directions of a pair", () =>
    stand(() => [declare("there", "contacts/companies"), declare("back", "companies/contacts")]));

  it("may have one pair, each under a Provider of its own", () =>
    stand(() => [
      declare("default", "contacts/companies"),
      ...["a", "b"].map((name) => declare(name, "contacts/companies", { provider: provider(name) })),
    ]));

  it("may have one pair in components with Providers of their own", () =>
    stand(() => [
      new Part("default").configuration,
      ...["a", "b"].map((name) => new Part(name, { provider: provider(name) }).configuration),
      ...["c", "d"].map((name) => new Part(name, { providers: [provider(name)] }).configuration),
      ...["e", "f"].map((name) => new Part(name, { providers: { "pulumi-nodejs": provider(name) } }).configuration),
    ]));

  it("may have one pair where transformations of their own, of their component or of the stack give them Providers", () =>
    stand(() => {
      const [own, component, stack] = [provider("own"), provider("component"), provider("stack")];
      pulumi.runtime.registerStackTransformation(by("ofStack", stack));
      return [
        declare("default", "contacts/companies"),
        declare("single", "contacts/companies", { transformations: [by("single", own)] }),
        new Part("ofComponent", { transformations: [by("ofComponent", component)] }).configuration,
        declare("ofStack", "contacts/companies"),
      ];
    }));

  it("may be children of each other, and inherit their transformations", () =>
    stand(() => {
      const outer = new Part("outer", { transformations: [by("outer", provider("staging"))] }).configuration;
      const inner = declare("inner", "companies/contacts", { parent: outer });
      expect(() => declare("again", "companies/contacts", { parent: outer })).to.throw(
        taken("again", "inner", "companies/contacts"),
      );
      return [outer, inner, declare("default", "companies/contacts")];
    }));

  it("may read a pair that another one has", () =>
    stand(() => [
      declare("declared", "contacts/companies"),
      AssociationConfiguration.get("read", "contacts/companies"),
      AssociationConfiguration.get("readAgain", "contacts/companies"),
    ]));

  it("may have object types that are known later", () =>
    stand(() => {
      const [from, to] = [pulumi.output("contacts"), Promise.resolve("companies")];
      return [
        new AssociationConfiguration("there", { fromObjectType: from, toObjectType: to, limits }),
        new AssociationConfiguration("back", { fromObjectType: to, toObjectType: from, limits }),
        new AssociationConfiguration("half", { fromObjectType: "deals", toObjectType: to, limits }),
      ];
    }));

  it("of programs that run at the same time know nothing of each other", async () => {
    const load = createRequire(__filename);
    const state: { withLocalStorage: <A>(inside: () => A) => A } = load("@pulumi/pulumi/runtime/state");
    const programs = ["a", "b", "c"].map((name) =>
      state.withLocalStorage(() =>
        run(async () => {
          await valueOf(declare(name, "contacts/companies").urn);
          await new Promise((resolve) => setTimeout(resolve, 1));
          expect(() => declare("again", "contacts/companies")).to.throw(taken("again", name, "contacts/companies"));
        }),
      ),
    );
    expect((await Promise.all(programs)).map(namesOf)).to.deep.equal([["a"], ["b"], ["c"]]);
  });

  it("of unit tests may have one pair, where Pulumi's mocks cannot tell one program from the next", async () => {
    const registered = await startProgram();
    const all = ["ofOneTest", "ofAnother"].map((name) => declare(name, "contacts/companies"));
    await Promise.all(all.map(({ urn }) => valueOf(urn)));
    expect(namesOf(registered)).to.have.members(["ofOneTest", "ofAnother"]);
  });
});
