import { expect, test } from "@jest/globals";
import { addressIn } from "../../../src/build/release/command-line";

test.each([
  [["--url", "https://example.com/keel"], "https://example.com/keel"],
  [["--url=https://example.com/keel/"], "https://example.com/keel"],
  [["--url", "https://KEEL.example.com"], "https://keel.example.com"],
])("reads where the site will be: %j", (typed, address) => {
  expect(addressIn(typed)).toBe(address);
});

test.each<[readonly string[], RegExp]>([
  [[], /^Say where the site will be: npm run release -- --url https/],
  [["--url"], /^--url must be an https address such as .+ It is ""\.$/],
  [["--url="], /^--url must be an https address/],
  [["--url", "http://example.com"], /^--url must be an https address .+ It is "http:\/\/example\.com"\.$/],
  [["--url", "https://localhost:3000"], /^--url must be an https address/],
  [["https://example.com"], /^"https:\/\/example\.com" is not understood\. Write: npm run release/],
  [["--url", "https://a.example", "--dry"], /^"--dry" is not understood/],
  [["--url", "https://a.example", "--url=https://b.example"], /^--url is there 2 times/],
])("says what is wrong with %j, and what to write", (typed, words) => {
  expect(() => addressIn(typed)).toThrow(words);
});
