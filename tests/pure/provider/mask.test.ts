import { expect } from "chai";
import fc from "fast-check";
import { newMask } from "../../../provider/mask";
import { secret } from "../../../provider/secret";
import { formsOf } from "../../support/leaks/forms";

const maskOf = (...texts: ReadonlyArray<string>): ((text: string) => string) => {
  const mask = newMask();
  mask.hide(texts.map(secret));
  return mask.over;
};

/** What HubSpot's credentials are made of, and some more. */
const credential = fc.string({
  unit: fc.constantFrom(...'abcXYZ019-_.~+/=&?"<%'),
  minLength: 12,
  maxLength: 60,
});

/** What depends on what stands before it or was done to it first, and what only a whole JSON body shows. */
const notLookedFor = /^(base64.*|hex|JSON-escaped (as Go does|twice))$/;

describe("a text under the mask", () => {
  it("has no credential in it, in each form that a header, a form or a body gives them", () => {
    const odd = "a/b+c=d e";
    const encoded = [encodeURIComponent(odd), "a%2fb%2bc%3dd%20e", "a%2Fb%2Bc%3Dd+e", "a\\/b+c=d e"];
    const binary = ["base64", "base64url", "hex"] as const;
    const forms = [odd, ...encoded, ...binary.map((encoding) => Buffer.from(odd).toString(encoding))];
    expect(maskOf(odd, "pat-na1")(`${forms.join(", ")}, pat-na1pat-na1`)).to.equal(
      `${forms.map(() => "[secret]").join(", ")}, [secret][secret]`,
    );
    expect(maskOf(odd)("nothing")).to.equal("nothing");
  });

  it("loses them however JSON writes them", () => {
    const over = maskOf('a"b\\c&d');
    const bodies = [JSON.stringify({ it: 'a"b\\c&d' }), '{"it":"\\u0061\\"b\\\\c\\u0026d"}'];
    expect(bodies.map(over)).to.deep.equal(['{"it":"[secret]"}', '{"it":"[secret]"}']);
    expect(over('half {"a": "\\')).to.equal('half {"a": "\\');
  });

  it("loses the whole of one that begins as another one does", () => {
    expect(maskOf("pat-na1", "pat-na1-more", "na1-more")("pat-na1-more pat-na1")).to.equal("[secret] [secret]");
  });

  it("stays as it is where nothing is known, or what is known is too short to be a credential", () => {
    expect([newMask().over("a b"), maskOf("a", "")("a b")]).to.deep.equal(["a b", "a b"]);
  });

  it("shows no form of any credential, whatever stands around it", () => {
    fc.assert(
      fc.property(fc.array(credential, { minLength: 1, maxLength: 3 }), fc.string(), (texts, around) => {
        const over = maskOf(...texts);
        for (const text of texts) {
          for (const { form, texts: written } of formsOf(text)) {
            if (notLookedFor.test(form)) continue;
            for (const each of written) expect(over(`${around}${each}${around}`), form).not.to.contain(each);
          }
        }
      }),
    );
  });
});
