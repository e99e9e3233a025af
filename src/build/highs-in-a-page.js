/**
 * A loader for webpack. HiGHS asks whether it runs in Node, takes Node's modules if so, and asks for the address of its
 * own file, which in a bundle would be one of the machine that built it. In a page there is none of that.
 */
const instead = new Map([
  ["globalThis.process", "undefined"],
  ['import("node:module")', "{}"],
  ["import.meta.url", '""'],
]);

module.exports = function highsInAPage(source) {
  let text = source;
  for (const [asked, answer] of instead) {
    if (!text.includes(asked)) throw new Error(`HiGHS no longer asks for ${asked}: look at what it does instead.`);
    text = text.replaceAll(asked, answer);
  }
  return text;
};
