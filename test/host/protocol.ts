/**
 * The messages that the Excel client library exchanges with its host, as far as this host speaks them. They are internal
 * to the library and not documented: `protocol.test.ts` holds them to the library version that they were read from.
 */
export const libraryVersion = "1.1.110";

export interface Envelope {
  readonly id: number;
  readonly type: 1;
  /** Bit 64 asks Excel to wait until a cell is no longer being edited. */
  readonly flags: number;
  readonly message: { readonly body: Request };
}

export interface Request {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Something to do with an object, in order. */
export interface Action {
  readonly Id: number;
  readonly ActionType: (typeof actionTypes)[keyof typeof actionTypes];
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

/** How to get to an object from its parent. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: (typeof pathTypes)[keyof typeof pathTypes];
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** `ReferencedObjectPathIds` has, for each argument, the path of the object it stands for, or 0 for a plain value. */
export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly number[];
}

export const actionTypes = { instantiate: 1, load: 2, call: 3, set: 4, trace: 5 } as const;
export const pathTypes = { root: 1, method: 3, property: 4, indexer: 5, reference: 6 } as const;

/** What a load or a call answers: names in PascalCase; null for a missing object. */
export type Answer = unknown;

export interface Response {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Answer }[];
  readonly Error?: { readonly Code: string; readonly Message: string; readonly ActionIndex: number };
}

/** What Excel answers when it can't do something. It reaches the add-in as a genuine OfficeExtension.Error. */
export class HostError extends Error {
  override readonly name = "HostError";
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** This host has no answer yet. Write it, from Excel's documentation; never make do without. */
export class NotImplemented extends HostError {
  constructor(what: string) {
    super("NotImplemented", `The in-page host does not know ${what}.`);
  }
}

export const eventTypes = { changed: 10, activated: 11, selectionChanged: 14, calculated: 16 } as const;
