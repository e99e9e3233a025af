import { fanOf, type EvidenceProblem, type Fan, type Result, type SimulationRequest } from "../engine";
import { packed, type AskedFan, type ToldFan } from "./fan-messages";
import { inSlices, type Stop } from "./in-slices";

type Found = Result<Fan, EvidenceProblem>;

/**
 * Draws futures as `fanOf` does, in a worker, so that the page stays free; `progress` is told the part that is done (0 to
 * 1). Where there is no worker, or it fails, the page draws them itself, a slice at a time and with the same digits: a
 * fault of the drawing itself then shows there. Resolves with undefined where it was stopped.
 */
export async function fanBeside(
  request: SimulationRequest,
  stop: Stop,
  progress: (done: number) => void,
): Promise<Found | undefined> {
  const worker = startWorker();
  const told = worker && (await askWorker(worker, request, stop, progress));
  if (told) return told.found;
  return inSlices(fanOf(request), stop, progress);
}

/** What the worker told, with nothing found where it was stopped; undefined where it failed. */
function askWorker(
  worker: Worker,
  request: SimulationRequest,
  stop: Stop,
  progress: (done: number) => void,
): Promise<{ readonly found: Found | undefined } | undefined> {
  return new Promise((resolve) => {
    const end = (told: { readonly found: Found | undefined } | undefined): void => {
      clearInterval(watch);
      worker.terminate();
      resolve(told);
    };
    const watch = setInterval(() => {
      if (stop.isStopped) end({ found: undefined });
    }, BETWEEN_LOOKS);
    worker.onmessage = ({ data }: MessageEvent<ToldFan>) => {
      if (data.is === "drawn") end({ found: data.found });
      else progress(data.done);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(undefined);
    };
    worker.postMessage({ ...request, policy: packed(request.policy) } satisfies AskedFan);
  });
}

/** How long a worker that nobody waits for any longer may go on, in milliseconds. */
const BETWEEN_LOOKS = 50;

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL("./fan.worker.ts", import.meta.url), { name: "fan" });
  } catch {
    return undefined;
  }
}
