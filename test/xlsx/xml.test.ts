import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { UnreadableWorkbook } from "../../src/xlsx";
import { plainText, storedText } from "../../src/xlsx/stored-text";
import { escaped, parse } from "../../src/xlsx/xml";

test("elements, attributes of every form, text and references", () => {
  const tree = parse(
    `\uFEFF<?xml version="1.0"?>\r\n<!-- <no> --><a:one xmlns:a="x" r:id='rId"1' big="1 > 0 &amp; &#x1F600;&#65;">x&lt;&unknown;<two/>` +
      `<![CDATA[<3>]]> y\r\n<a:two z = "2" ></a:two></a:one>`,
  );
  expect(tree).toEqual({
    name: "one",
    attributes: { "r:id": 'rId"1', big: "1 > 0 & 😀A" },
    text: "x<&unknown;<3> y\n",
    children: [
      { name: "two", attributes: {}, text: "", children: [] },
      { name: "two", attributes: { z: "2" }, text: "", children: [] },
    ],
  });
});

test.each(["", "text", "<a>", "<a></b>", "<a", "<a b=c></a>", "<a b='<'></a>", "<!DOCTYPE a><a/>", "<a><b></a></b>"])(
  "%p is refused",
  (xml) => {
    expect(() => parse(xml)).toThrow(UnreadableWorkbook);
  },
);

test("any text comes back from an element, an attribute and a cell", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 50 }),
      fc.string({ unit: fc.constantFrom("_", "x", "0", "5", "F", "4", "\n", "\r", "\t", " ", "&", "<", '"') }),
      (one, other) => {
        for (const text of [one, other, one + other]) {
          expect(plainText(storedText(text))).toBe(text);
          const stored = storedText(text);
          const tree = parse(`<a b="${escaped(stored)}">${escaped(stored)}</a>`);
          expect([tree.text, tree.attributes["b"]]).toEqual([stored, stored]);
        }
      },
    ),
  );
});
