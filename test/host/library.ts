import { readFileSync } from "node:fs";
import { playGroups } from "./undo-groups";

/** The genuine Excel client library, loaded once for a test file. */
const path = require.resolve("@microsoft/office-js/dist/excel-web-16.00.js");

/** How the library and a host find each other. */
interface Bridge {
  onMessageFromHost: (text: string) => void;
  sendMessageToHost: (text: string) => void;
}

interface HostBridge {
  init: (bridge: Bridge) => void;
}

/**
 * What the library looks for in a browser page. It only looks: nothing of it is used afterwards, so that there is nothing
 * to be wrong about.
 */
function standInForPage(): void {
  const nothing = (): undefined => undefined;
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing };
  const place = {
    href: "https://localhost/",
    search: "",
    hash: "",
    protocol: "https:",
    host: "localhost",
    pathname: "/",
  };
  const page = {
    window: globalThis,
    self: globalThis,
    location: place,
    navigator: { userAgent: "", platform: "" },
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: nothing,
    document: {
      getElementById: () => null,
      getElementsByTagName: () => [],
      addEventListener: nothing,
      createElement: () => ({}),
      location: place,
      cookie: "",
      URL: place.href,
    },
  };
  for (const [name, value] of Object.entries(page)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

/** Loads the library, if that hasn't been done, and connects it with a host. The last host that is connected answers. */
export function connect(bridge: Bridge): void {
  if (typeof Excel === "undefined") {
    standInForPage();
    // The library is a script: only run as one, in the global scope, does it leave `Excel` there.
    (0, eval)(readFileSync(path, "utf8"));
    playGroups(Excel as unknown as Parameters<typeof playGroups>[0]);
  }
  (OfficeExtension as unknown as { HostBridge: HostBridge }).HostBridge.init(bridge);
}

/** Gives the library's `Office` the context that the rest of Office's script, which is not loaded, would give it. */
export function setContext(requirements: {
  readonly isSetSupported: (set: string, version?: string) => boolean;
}): void {
  const genuine: unknown = Object.getOwnPropertyDescriptor(Office, "context") ? Office : Object.getPrototypeOf(Office);
  const office: unknown = Object.create(genuine as object, { context: { value: { requirements } } });
  Object.assign(globalThis, { Office: office });
}
