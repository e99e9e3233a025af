import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { describe, expect, it, jest, test } from "@jest/globals";
import { Decimal as Whole } from "decimal.js";
import fc from "fast-check";
import ts from "typescript";

const decimalInUse = jest.requireActual<(source: string) => string>("../../src/build/decimal-in-use.js");

const root = join(__dirname, "../..");
const settings = { precision: 64, rounding: Whole.ROUND_HALF_UP } as const;
const whole = Whole.clone(settings);
const source = readFileSync(join(root, "node_modules/decimal.js/decimal.mjs"), "utf8");
const left = decimalInUse(source);
const inUse = (
  runInNewContext(
    `${left.replace("export var Decimal", "var Decimal").replace("export default Decimal;", "")}; Decimal`,
    {
      Symbol,
    },
  ) as typeof Whole
).clone(settings);

/** The names that an interface of `engine/decimal.ts` declares. */
function declared(name: string): readonly string[] {
  const path = join(root, "src/engine/decimal.ts");
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
  const found = file.statements.find((each) => ts.isInterfaceDeclaration(each) && each.name.text === name);
  if (!found || !ts.isInterfaceDeclaration(found)) throw new Error(`${path} declares no ${name}.`);
  return found.members.flatMap((member) => (member.name && ts.isIdentifier(member.name) ? [member.name.text] : []));
}

const number = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -40, max: 12 }))
  .map(([digits, exponent]) => `${digits.toString()}e${exponent}`);

describe("what the bundles have of decimal.js", () => {
  const methods = declared("Decimal");

  it("is declared", () => {
    expect(methods.length).toBeGreaterThan(20);
  });

  test.each(methods)("%s answers as in the package", (name) => {
    const answerOf = (Decimal: typeof Whole, one: string, other: string): string => {
      const asked = new Decimal(one) as unknown as Record<string, (given: unknown) => unknown>;
      const given = /^to(Decimal|Significant|Fixed)/.test(name) ? 7 : new Decimal(other);
      return String(asked[name]?.(given));
    };
    expect(typeof (inUse.prototype as unknown as Record<string, unknown>)[name]).toBe("function");
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(answerOf(inUse, one, other)).toBe(answerOf(whole, one, other));
      }),
    );
  });

  test.each(declared("DecimalConstructor"))("Decimal.%s is there", (name) => {
    const found = (inUse as unknown as Record<string, unknown>)[name];
    expect(typeof found).toBe(typeof (whole as unknown as Record<string, unknown>)[name]);
    expect(typeof found).not.toBe("undefined");
  });

  it("has no angles, logarithms or other bases", () => {
    for (const name of ["cos", "acosh", "ln", "exp", "pow", "toHex"]) expect(inUse.prototype).not.toHaveProperty(name);
    expect(() => new inUse("0x10")).toThrow("[DecimalError]");
  });

  it("stops the build where decimal.js has changed", () => {
    expect(() => decimalInUse(source.replace("P.cosine =", "P.kosine ="))).toThrow(/decimal\.js no longer has/);
  });
});
