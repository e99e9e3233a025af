import { describe, expect, test } from "@jest/globals";
import { tooNew } from "../../src/build/oldest-browser";
import { fromDist } from "../dist";

test.each(["functions.js", "commands.js", "taskpane.js", "watchdog.js"])("Safari 15.4 can read %s", (name) => {
  expect(tooNew(fromDist(name))).toEqual([]);
});

describe("what Safari 15.4 can't read", () => {
  test.each([
    ["/(?<=a)b/", /looks behind/],
    ["/(?<!a)b/u", /looks behind/],
    ['new RegExp("(?<!" + a + ")b")', /looks behind/],
    ["new RegExp(`(?<=${a})b`)", /looks behind/],
    ["/[\\p{L}--[a]]/v", /flag v/],
    ["class A { static { b() } }", /static block/],
    ["a.toSorted()", /toSorted/],
    ["Object.groupBy(a, b)", /groupBy/],
    ["Promise.withResolvers()", /withResolvers/],
  ])("is found: %s", (script, words) => {
    expect(tooNew(script).join()).toMatch(words);
  });

  test.each([
    "/(?<year>a)(?=b)(?!c)/",
    "class A { #b = 1; static c = 2 }",
    "a.at(-1)",
    "Object.hasOwn(a, b)",
    "a?.b ?? c",
  ])("is not what it can: %s", (script) => {
    expect(tooNew(script)).toEqual([]);
  });
});
