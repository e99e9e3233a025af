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

/**
 * The released add-in, served from `address`: an https address, with or without a path and a closing slash.
 * Throws for any other address, since Excel would refuse it with less of a reason.
 */
export function productionManifest(root: string, address: string): Manifest {
  const { protocol, hostname, origin, pathname, search, hash } = new URL(address);
  if (protocol !== "https:" || hostname === "localhost" || search || hash) {
    throw new Error(`KEEL_ADDRESS must be an https address such as https://example.com/keel. It is "${address}".`);
  }
  const base = `${origin}${pathname.replace(/\/+$/, "")}`;
  return { xml: root.replaceAll(developmentAddress, base), address: base, namespace: "KEEL" };
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
