import {
  actionTypes,
  HostError,
  NotImplemented,
  pathTypes,
  type Action,
  type Answer,
  type ArgumentInfo,
  type ObjectPath,
  type Request,
  type Response,
} from "./protocol";
import { isGrouped, notUndoable } from "./undo-groups";

/** An object of Excel's, in the words of the protocol: names of properties and methods in PascalCase. */
export interface HostObject {
  /** What it is called in messages about what is missing. */
  readonly kind: string;
  /** What tells it apart: its Id, or a `_ReferenceId` by which it is found again after the next sync. */
  readonly identity?: Readonly<Record<string, string>>;
  /** Properties that can be loaded. */
  readonly reads?: Readonly<Record<string, () => Answer>>;
  /** Properties that can be set. */
  readonly sets?: Readonly<Record<string, (value: unknown) => void>>;
  /** Properties and methods that lead to another object; null for a missing one. */
  readonly opens?: Readonly<Record<string, (...given: Argument[]) => HostObject | null>>;
  /** Methods that do something. */
  readonly calls?: Readonly<Record<string, (...given: Argument[]) => Answer>>;
  /** For a collection: its items, and one of them by its name or id. */
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: string) => HostObject;
}

/** What a method is given: a plain value, or an object that the request has a path to. */
export type Argument = HostObject | string | number | boolean | null | undefined | readonly unknown[] | object;

/** A text that a method was given. */
export function text(given: Argument): string {
  if (typeof given !== "string") throw new NotImplemented(`${JSON.stringify(given)} where a text belongs`);
  return given;
}

/** Carries out one request, in order, and stops at the first error. What was done before it stays done, as in Excel. */
export function execute(request: Request, root: HostObject, referenced: (referenceId: string) => HostObject): Response {
  const paths = new ResolvedPaths(request, root, referenced);
  const results: { ActionId: number; Value: Answer }[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: carryOut(action, paths) });
    } catch (cause) {
      if (!(cause instanceof HostError)) throw cause;
      return { Results: [], Error: { Code: cause.code, Message: cause.message, ActionIndex: index } };
    }
  }
  return { Results: results };
}

function carryOut(action: Action, paths: ResolvedPaths): Answer {
  if (action.ActionType === actionTypes.trace) return null;
  const object = paths.object(action.ObjectPathId);
  switch (action.ActionType) {
    case actionTypes.instantiate:
      return object && (object.identity ?? {});
    case actionTypes.load:
      return object && loaded(object, action.QueryInfo?.Select ?? []);
    case actionTypes.call: {
      // The library keeps and drops references by itself, also for what turns out to be missing.
      if (!object && action.Name.startsWith("_")) return null;
      if (!object) throw new HostError("InvalidObjectPath", `${action.Name} was called on an object that is missing.`);
      checkUndoable(object, action.Name);
      return known(object.calls, action.Name, object)(...paths.arguments(action.ArgumentInfo)) ?? null;
    }
    case actionTypes.set: {
      if (!object) throw new HostError("InvalidObjectPath", `${action.Name} was set on an object that is missing.`);
      checkUndoable(object, action.Name);
      known(object.sets, action.Name, object)(action.ArgumentInfo?.Arguments?.[0]);
      return null;
    }
    default:
      throw new NotImplemented(`actions of the type ${String(action.ActionType)}`);
  }
}

/** Excel makes no undo step of what it can't take back. */
function checkUndoable({ kind }: HostObject, name: string): void {
  if (!isGrouped() || !notUndoable.has(`${kind}.${name}`)) return;
  throw new HostError("UndoNotSupported", `${kind}.${name} can't be a part of one undo step.`);
}

/** The objects that a request speaks of. Each path is followed once: a method in it must not be called twice. */
class ResolvedPaths {
  readonly #found = new Map<number, HostObject | null>();

  constructor(
    readonly request: Request,
    readonly root: HostObject,
    readonly referenced: (referenceId: string) => HostObject,
  ) {}

  object(id: number): HostObject | null {
    const known = this.#found.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[id];
    if (!path) throw new Error(`The request has no path ${id}.`);
    const object = this.#follow(path);
    this.#found.set(id, object);
    return object;
  }

  arguments({ Arguments = [], ReferencedObjectPathIds = [] }: ArgumentInfo = {}): Argument[] {
    return Arguments.map((plain, index) => {
      const id = ReferencedObjectPathIds[index];
      return id ? this.object(id) : (plain as Argument);
    });
  }

  #follow(path: ObjectPath): HostObject | null {
    if (path.ObjectPathType === pathTypes.root) return this.root;
    if (path.ObjectPathType === pathTypes.reference) return this.referenced(path.Name);
    const parent = this.object(path.ParentObjectPathId ?? 0);
    // What belongs to a missing object is missing too.
    if (!parent) return null;
    if (path.ObjectPathType === pathTypes.indexer) {
      if (!parent.item) throw new NotImplemented(`items of ${parent.kind}`);
      return parent.item(String(path.ArgumentInfo?.Arguments?.[0]));
    }
    checkUndoable(parent, path.Name);
    return known(parent.opens, path.Name, parent)(...this.arguments(path.ArgumentInfo));
  }
}

/** Answers a load: `values`, `worksheet/name`; for a collection the properties of its items. */
function loaded(object: HostObject, select: readonly string[]): Answer {
  if (object.items) {
    return { _Items: object.items().map((item) => ({ ...item.identity, ...properties(item, select) })) };
  }
  return { ...object.identity, ...properties(object, select) };
}

function properties(object: HostObject, select: readonly string[]): Record<string, Answer> {
  const nested = new Map<string, string[]>();
  const answer: Record<string, Answer> = {};
  for (const property of select) {
    const [head = "", ...rest] = property.split("/");
    const name = head.charAt(0).toUpperCase() + head.slice(1);
    if (rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), rest.join("/")]);
    else answer[name] = known(object.reads, name, object)();
  }
  for (const [name, inner] of nested) {
    const child = known(object.opens, name, object)();
    answer[name] = child && loaded(child, inner);
  }
  return answer;
}

function known<T>(members: Readonly<Record<string, T>> | undefined, name: string, { kind }: HostObject): T {
  const member = members?.[name];
  if (member === undefined) throw new NotImplemented(`${kind}.${name}`);
  return member;
}
