import { expect } from "chai";
import * as E from "fp-ts/Either";
import { calls } from "../../../../provider/hubspot/calls";
import type { Reply, Request, Send } from "../../../../provider/hubspot/send";
import { isApiVersion, paths } from "../../../../provider/hubspot/paths";

const pair = { from: "contacts", to: "p1_car" };
const own = { category: "HUBSPOT_DEFINED", typeId: 279 };

/** A portal that answers every request with this, and keeps what was asked. */
const answering = (status: number, body: string): { readonly send: Send; readonly requests: Request[] } => {
  const requests: Request[] = [];
  const reply: Reply = { status, header: () => null, text: body };
  return {
    requests,
    send: (request) => async () => {
      requests.push(request);
      return E.right(reply);
    },
  };
};

describe("HubSpot's paths", () => {
  it("of v4", () => {
    const at = paths("v4");
    expect([
      at.account,
      at.allLimits,
      at.limits(pair),
      at.updateLimits(pair),
      at.purgeLimits(pair),
      at.labels(pair),
      at.label(pair, 36),
      at.schemas,
      at.schema("0-1"),
    ]).to.deep.equal([
      "/account-info/v3/details",
      "/crm/associations/v4/definitions/configurations/all",
      "/crm/associations/v4/definitions/configurations/contacts/p1_car",
      "/crm/associations/v4/definitions/configurations/contacts/p1_car/batch/update",
      "/crm/associations/v4/definitions/configurations/contacts/p1_car/batch/purge",
      "/crm/associations/v4/contacts/p1_car/labels",
      "/crm/associations/v4/contacts/p1_car/labels/36",
      "/crm-object-schemas/v3/schemas",
      "/crm-object-schemas/v3/schemas/0-1",
    ]);
  });

  it("of a dated version", () => {
    const at = paths("2026-03");
    expect([at.account, at.allLimits, at.labels(pair), at.label(pair, 36), at.schema("p1_car")]).to.deep.equal([
      "/account-info/2026-03/details",
      "/crm/associations/2026-03/definitions/configurations/all",
      "/crm/associations/2026-03/contacts/p1_car/labels",
      "/crm/associations/2026-03/contacts/p1_car/labels/36",
      "/crm-object-schemas/2026-03/schemas/p1_car",
    ]);
  });

  it("keep whatever is in a name within its part of the path", () => {
    expect(paths("v4").limits({ from: "../a?b#c", to: "d/e" })).to.equal(
      "/crm/associations/v4/definitions/configurations/..%2Fa%3Fb%23c/d%2Fe",
    );
  });

  it("exist for v4 and for the dated versions, two a year", () => {
    expect(["v4", "2025-09", "2026-03", "2026-09", "2031-03"].map(isApiVersion)).to.deep.equal(Array(5).fill(true));
    expect(["v3", "", "2025-03", "2026-01", "2026-3", "2026-03-01", "x2026-03"].map(isApiVersion)).to.deep.equal(
      Array(7).fill(false),
    );
  });
});

describe("HubSpot's calls", () => {
  it("send just what HubSpot takes", async () => {
    const { send, requests } = answering(200, '{"results":[],"portalId":1}');
    const hubspot = calls("v4", send);
    const limit = { ...own, maxToObjectIds: 5, label: "not HubSpot's" };
    await hubspot.account();
    await hubspot.allLimits();
    await hubspot.limitsOf(pair)();
    await hubspot.labelsOf(pair)();
    await hubspot.updateLimits(pair, [limit])();
    await hubspot.purgeLimits(pair, [limit])();
    const at = paths("v4");
    expect(requests).to.deep.equal([
      { call: { method: "GET", path: at.account, doing: "asking which portal the token belongs to" } },
      { call: { method: "GET", path: at.allLimits, doing: "reading the portal's limits" } },
      { call: { method: "GET", path: at.limits(pair), doing: "reading the limits of contacts to p1_car" } },
      { call: { method: "GET", path: at.labels(pair), doing: "reading the association types of contacts to p1_car" } },
      {
        call: { method: "POST", path: at.updateLimits(pair), doing: "setting limits of contacts to p1_car" },
        json: { inputs: [{ ...own, maxToObjectIds: 5 }] },
      },
      {
        call: { method: "POST", path: at.purgeLimits(pair), doing: "removing limits of contacts to p1_car" },
        json: { inputs: [own] },
      },
    ]);
  });

  it("send both texts of a label, since HubSpot overwrites both", async () => {
    const { send, requests } = answering(200, '{"results":[],"associations":[]}');
    const hubspot = calls("v4", send);
    const texts = { label: "Driver", inverseLabel: "Driven by" };
    await hubspot.createLabel(pair, { name: "driver", ...texts })();
    await hubspot.updateLabel(pair, { typeId: 36, ...texts })();
    await hubspot.deleteLabel(pair, 36)();
    await hubspot.customObjects();
    await hubspot.associationsOf("0-1")();
    const at = paths("v4");
    expect(requests).to.deep.equal([
      {
        call: { method: "POST", path: at.labels(pair), doing: 'making the label "Driver" of contacts to p1_car' },
        json: { name: "driver", ...texts },
      },
      {
        call: {
          method: "PUT",
          path: at.labels(pair),
          doing: 'changing the label 36 of contacts to p1_car to "Driver"',
        },
        json: { associationTypeId: 36, ...texts },
      },
      {
        call: { method: "DELETE", path: at.label(pair, 36), doing: "deleting the label 36 of contacts to p1_car" },
      },
      { call: { method: "GET", path: at.schemas, doing: "reading the portal's custom objects" } },
      { call: { method: "GET", path: at.schema("0-1"), doing: "reading the schema of 0-1" } },
    ]);
  });

  it("read what schemas tell, with fields that HubSpot leaves out", async () => {
    const schemas =
      '{"results":[{"objectTypeId":"2-1","fullyQualifiedName":"p1_car","name":"car","labels":{},"archived":false}]}';
    expect(await calls("v4", answering(200, schemas).send).customObjects()).to.deep.equal(
      E.right([{ objectTypeId: "2-1", fullyQualifiedName: "p1_car", name: "car" }]),
    );
    const ids = { fromObjectTypeId: "0-1", toObjectTypeId: "0-2" };
    const associations = JSON.stringify({
      associations: [
        { ...ids, id: "36", name: "driver" },
        { ...ids, id: "37", name: null },
      ],
    });
    expect(await calls("v4", answering(200, associations).send).associationsOf("0-1")()).to.deep.equal(
      E.right([
        { ...ids, typeId: 36, name: "driver" },
        { ...ids, typeId: 37 },
      ]),
    );
  });

  it("send nothing before they are run", () => {
    const { send, requests } = answering(200, "{}");
    calls("v4", send).updateLimits(pair, []);
    expect(requests).to.deep.equal([]);
  });

  it("take a purge's empty answer, with or without blanks, and its body where there is one", async () => {
    const purged = (status: number, body: string) =>
      calls("v4", answering(status, body).send).purgeLimits(pair, [own])();
    expect(await purged(204, "")).to.deep.equal(E.right({ results: [] }));
    expect(await purged(200, " \n")).to.deep.equal(E.right({ results: [] }));
    expect(await purged(200, '{"status":"COMPLETE","results":[]}')).to.deep.equal(
      E.right({ status: "COMPLETE", results: [] }),
    );
    expect(E.isLeft(await purged(200, "<html>"))).to.equal(true);
  });

  it("take only an empty answer for a label that was changed or deleted: what says more leaves open what was done", async () => {
    const told = async (status: number, body: string) => {
      const hubspot = calls("v4", answering(status, body).send);
      const change = { typeId: 36, label: "Driver", inverseLabel: "Driven by" };
      return [await hubspot.updateLabel(pair, change)(), await hubspot.deleteLabel(pair, 36)()].map((answer) =>
        E.isRight(answer) ? "done" : [answer.left._tag, answer.left.mayHaveTakenEffect],
      );
    };
    expect(await told(204, "")).to.deep.equal(["done", "done"]);
    expect(await told(200, " \n")).to.deep.equal(["done", "done"]);
    for (const body of ["<html>", "{", "null", "{}"]) {
      expect(await told(200, body), body).to.deep.equal([
        ["Unreadable", true],
        ["Unreadable", true],
      ]);
    }
  });

  it("take an update's empty answer for no answer: it may have taken effect", async () => {
    expect(await calls("v4", answering(204, "").send).updateLimits(pair, [])()).to.deep.equal(
      E.left({
        _tag: "Unreadable",
        call: { method: "POST", path: paths("v4").updateLimits(pair), doing: "setting limits of contacts to p1_car" },
        status: 204,
        problem: "its body is empty",
        mayHaveTakenEffect: true,
      }),
    );
  });
});
