import { siteAddress } from "../manifest";

const example = "npm run release -- --url https://example.com/keel";

/**
 * Reads the address of the site from what was typed: `--url https://…` or `--url=https://…`. Throws, in words, if there
 * is none, more than one, anything else, or an address that Excel would refuse.
 */
export function addressIn(typed: readonly string[]): string {
  const given: string[] = [];
  for (let at = 0; at < typed.length; at += 1) {
    const word = typed[at] ?? "";
    if (word === "--url") {
      at += 1;
      given.push(typed[at] ?? "");
    } else if (word.startsWith("--url=")) {
      given.push(word.slice("--url=".length));
    } else {
      throw new Error(`"${word}" is not understood. Write: ${example}`);
    }
  }
  const [address] = given;
  if (address === undefined) throw new Error(`Say where the site will be: ${example}`);
  if (given.length > 1) throw new Error(`--url is there ${given.length} times. Write it once: ${example}`);
  return siteAddress(address, "--url");
}
