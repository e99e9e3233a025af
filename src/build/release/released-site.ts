import { completeFunctionsJson } from "../functions-json";
import { developmentAddress, type Manifest } from "../manifest";
import { starterFile, starterWorkbook } from "../starter-workbook";

/** The files of a site by their path in it, with slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The built site as the released add-in of a manifest: the few files that name an address or the functions' namespace
 * are written anew, and all others, the bundles among them, are the bytes that were built and tested. Throws if
 * anything of the development add-in is left, or if the manifest leads to a file that isn't there.
 */
export async function releasedSite(built: Files, manifest: Manifest): Promise<Files> {
  const site = new Map([...built].sort(([one], [other]) => (one < other ? -1 : 1)));
  const text = (path: string): string => {
    const content = built.get(path);
    if (!content) throw new Error(`The built site has no ${path}. Run npm run build.`);
    return decoded(content);
  };
  site.set("manifest.xml", encoded(manifest.xml));
  site.set("functions.json", encoded(completeFunctionsJson(text("functions.json"), manifest.address)));
  site.set("taskpane.html", encoded(withNamespace(text("taskpane.html"), manifest.namespace)));
  site.set(starterFile, await starterWorkbook(manifest));
  const faults = [...leftOfDevelopment(site), ...leadsNowhere(site, manifest)];
  if (faults.length > 0) throw new Error(`The release would not work:\n${faults.join("\n")}`);
  return site;
}

/** The pane's page says by which namespace formulas are to be written. */
function withNamespace(page: string, namespace: string): string {
  const said = /data-namespace="[^"]*"/g;
  if (page.match(said)?.length !== 1) throw new Error("taskpane.html doesn't say its namespace once.");
  return page.replace(said, () => `data-namespace="${namespace}"`);
}

/** One sentence for each file that names this machine, or the functions of the development add-in. */
function leftOfDevelopment(site: Files): readonly string[] {
  return [...site].flatMap(([path, content]) => {
    if (!/\.(html|js|json|xml|css)$/.test(path)) return [];
    const found = new RegExp(`${developmentAddress}|KEELDEV`).exec(decoded(content))?.[0];
    return found === undefined ? [] : [`${path} still has ${found} in it.`];
  });
}

/** One sentence for each address of the manifest, and each help page of a function, that the site doesn't have. */
function leadsNowhere(site: Files, { xml, address }: Manifest): readonly string[] {
  const told = [...xml.matchAll(/DefaultValue="(https?:[^"]+)"/g)].map((match) => match[1]?.replaceAll("&amp;", "&"));
  const functions = decoded(site.get("functions.json") ?? new Uint8Array());
  const help = [...functions.matchAll(/"helpUrl": "([^"]+)"/g)].map((match) => match[1]);
  return [...told, ...help].flatMap((leadsTo = "") => {
    const path = leadsTo.startsWith(`${address}/`) ? leadsTo.slice(address.length + 1) : undefined;
    return path !== undefined && site.has(path) ? [] : [`${leadsTo} is not a page of the site.`];
  });
}

function decoded(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
