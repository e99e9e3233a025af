/** The address that manifest.xml at the root is written with: where `npm run start:excel` serves the add-in. */
export const developmentAddress = "https://localhost:3000";

/** What sets the development add-in apart, so that Excel keeps it and the released one side by side. */
const development = {
  id: "1a41d226-cbb7-4743-9c4e-e3793a6f1059",
  label: "Keel (development)",
  namespace: "KEELDEV",
} as const;

export interface Manifest {
  readonly xml: string;
  /** Where the add-in's pages are, without a closing slash. */
  readonly address: string;
  /** What stands before the dot in a formula: KEEL.DRIFT. */
  readonly namespace: string;
}

/**
 * The manifest for what is being built: with an address, the released add-in served there; without one, the development
 * add-in on this machine.
 */
export function manifestFor(root: string, address: string | undefined): Manifest {
  return address ? productionManifest(root, address) : developmentManifest(root);
}

/** The released add-in, served from `address`, which `siteAddress` must take; its refusal names KEEL_ADDRESS. */
export function productionManifest(root: string, address: string): Manifest {
  const base = siteAddress(address, "KEEL_ADDRESS");
  const inXml = base.replaceAll("&", "&amp;");
  return { xml: root.replaceAll(developmentAddress, () => inXml), address: base, namespace: "KEEL" };
}

/**
 * Reads the address of a released add-in's site: https, with or without a path and a closing slash. Throws for any
 * other, since Excel would refuse it with less of a reason; `given` is where it was given, to be named then.
 */
export function siteAddress(address: string, given: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const local = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
  if (
    !url ||
    url.protocol !== "https:" ||
    local.test(url.hostname) ||
    /[?#]/.test(address) ||
    url.username ||
    url.password
  ) {
    throw new Error(`${given} must be an https address such as https://example.com/keel. It is "${address}".`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

/** The development add-in: its own Id, labels and namespace. */
export function developmentManifest(root: string): Manifest {
  const changes: readonly (readonly [pattern: RegExp, replacement: string])[] = [
    [/<Id>[^<]*<\/Id>/, `<Id>${development.id}</Id>`],
    [/(<DisplayName DefaultValue=")[^"]*/, `$1${development.label}`],
    [/(id="Group\.Label" DefaultValue=")[^"]*/, `$1${development.label}`],
    [/(id="Functions\.Namespace" DefaultValue=")[^"]*/, `$1${development.namespace}`],
  ];
  const xml = changes.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`manifest.xml has nothing like ${pattern.source}.`);
    return text.replace(pattern, replacement);
  }, root);
  return { xml, address: developmentAddress, namespace: development.namespace };
}
