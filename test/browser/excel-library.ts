declare global {
  /** What has been saved with the workbook as its add-ins' settings. */
  var keelSettings: Readonly<Record<string, unknown>>;
}

/** What `test/host/library.ts` does in Node, for a page that has loaded the genuine Excel client library by itself. */
interface HostBridge {
  init: (bridge: object) => void;
}

export function connect(bridge: object): void {
  (OfficeExtension as unknown as { HostBridge: HostBridge }).HostBridge.init(bridge);
}

/** What Office calls the platforms that Excel names in the page's address. */
const platforms: Readonly<Record<string, string>> = { Win32: "PC", Mac: "Mac", Web: "OfficeOnline" };

/** What is kept with the workbook once it is saved: a change counts only then, as with Office's own settings. */
function settings(): object {
  const held = new Map<string, unknown>();
  globalThis.keelSettings = {};
  return {
    get: (name: string) => held.get(name) ?? null,
    set: (name: string, value: unknown) => void held.set(name, value),
    remove: (name: string) => void held.delete(name),
    saveAsync: (answer: (result: object) => void) => {
      globalThis.keelSettings = Object.fromEntries(held);
      answer({ status: "succeeded" });
    },
  };
}

/** Gives the page the part of Office's script that the Excel library leaves to it. */
export function setContext(requirements: {
  readonly isSetSupported: (set: string, version?: string) => boolean;
}): void {
  // Excel writes into the page's address where it runs.
  const [, told = "Web"] = /_host_Info=Excel\$(\w+)\$/.exec(decodeURIComponent(location.search)) ?? [];
  const platform = platforms[told];
  const officeTheme = { isDarkTheme: matchMedia("(prefers-color-scheme: dark)").matches };
  Object.assign(globalThis, {
    Office: {
      onReady: (ready?: (info: object) => void) => {
        const info = { host: "Excel", platform };
        ready?.(info);
        return Promise.resolve(info);
      },
      context: { requirements, officeTheme, platform, document: { settings: settings() } },
      actions: { associate: () => undefined },
      addin: { showAsTaskpane: () => Promise.resolve() },
      EventType: {},
    },
    CustomFunctions: { associate: () => undefined, Error, ErrorCode: {} },
  });
}
