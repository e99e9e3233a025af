import { failureFor, inExcel } from "./excel-run";
import type { Release } from "./host";

/** How long a burst of Excel's events is gathered, in milliseconds: a paste and its recalculation tell themselves apart. */
const pause = 100;

/** Adds handlers to Excel's events and returns what Excel gave for them. */
type Add = (
  context: Excel.RequestContext,
  happen: () => Promise<void>,
) => readonly OfficeExtension.EventHandlerResult<never>[];

/** Listens to Excel's events. The listener is called once for a burst, and never again once released. */
export async function listen(add: Add, listener: () => void): Promise<Release> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let listening = true;
  // The first event of a burst starts the clock, so that a stream of events can't put the call off for ever.
  const happen = (): Promise<void> => {
    if (listening) {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, pause);
    }
    return Promise.resolve();
  };
  const handlers = await inExcel(async (context) => {
    const added = add(context, happen);
    await context.sync();
    return added;
  });
  return async () => {
    if (!listening) return;
    listening = false;
    clearTimeout(timer);
    try {
      // Handlers are removed in the context that added them, all by one sync.
      for (const handler of handlers) handler.remove();
      await handlers[0]?.context.sync();
    } catch (cause) {
      throw failureFor(cause);
    }
  };
}
