/** What `test/host/library.ts` does in Node, for a page that has loaded the genuine Excel client library by itself. */
interface HostBridge {
  init: (bridge: object) => void;
}

export function connect(bridge: object): void {
  (OfficeExtension as unknown as { HostBridge: HostBridge }).HostBridge.init(bridge);
}

/** Gives the page the part of Office's script that the Excel library leaves to it. */
export function setContext(requirements: {
  readonly isSetSupported: (set: string, version?: string) => boolean;
}): void {
  const officeTheme = { isDarkTheme: matchMedia("(prefers-color-scheme: dark)").matches };
  Object.assign(globalThis, {
    Office: {
      onReady: (ready?: (info: object) => void) => {
        const info = { host: "Excel", platform: "OfficeOnline" };
        ready?.(info);
        return Promise.resolve(info);
      },
      context: { requirements, officeTheme },
      actions: { associate: () => undefined },
      addin: { showAsTaskpane: () => Promise.resolve() },
      EventType: {},
    },
    CustomFunctions: { associate: () => undefined, Error, ErrorCode: {} },
  });
}
