import { afterEach, describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { fanBeside } from "../../src/compute";
import { packed, unpacked, type AskedFan, type ToldFan } from "../../src/compute/fan-messages";
import { Decimal, fanOf, type Policy, type SimulationRequest } from "../../src/engine";
import { policyOf, seriesOf, targetsOf } from "../engine/evidence/asking";

const request: SimulationRequest = {
  series: seriesOf(
    [
      [0.2, 0.02],
      [-0.3, 0.05],
      [0.25, 0.01],
    ],
    12,
  ),
  ...{ targets: targetsOf(60, 40), policy: policyOf("annual and 5/25; cost 0.1%; fee 5; min $20") },
  ...{ rows: 60, paths: 800, seed: 20_261_201, start: 10_000, contribution: 25 },
};

/** What the page itself would draw. */
function drawn(asked: SimulationRequest): unknown {
  const work = fanOf(asked);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** A browser's worker as the page sees it: what it is asked and tells are copies, and come later. */
class PaperWorker {
  static readonly started: PaperWorker[] = [];
  isTerminated = false;
  onmessage: ((event: { readonly data: ToldFan }) => void) | undefined;
  onerror: ((event: { preventDefault(): void }) => void) | undefined;

  constructor() {
    PaperWorker.started.push(this);
  }

  postMessage(asked: AskedFan): void {
    const copy = structuredClone(asked);
    setTimeout(() => this.work(copy));
  }

  tell(told: ToldFan): void {
    if (!this.isTerminated) this.onmessage?.({ data: structuredClone(told) });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  protected work(asked: AskedFan): void {
    this.tell({ is: "drawing", done: 0.5 });
    this.tell({ is: "drawn", found: drawn({ ...asked, policy: unpacked(asked.policy) }) as never });
  }
}

class FailingWorker extends PaperWorker {
  protected override work(): void {
    this.onerror?.({ preventDefault: () => undefined });
  }
}

class RefusedWorker extends PaperWorker {
  constructor() {
    super();
    PaperWorker.started.length = 0;
    throw new Error("SecurityError");
  }
}

class SilentWorker extends PaperWorker {
  protected override work(): void {
    this.tell({ is: "drawing", done: 0.25 });
  }
}

function withWorker(worker: unknown): void {
  Object.assign(globalThis, { Worker: worker });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "Worker");
  PaperWorker.started.length = 0;
});

const wanted = { isStopped: false };

describe("a fan that is drawn beside the page", () => {
  it.each([
    ["without workers", undefined],
    ["where the page may start none", RefusedWorker],
    ["where the worker doesn't arrive", FailingWorker],
    ["by a worker", PaperWorker],
  ] as const)("has the same digits %s", async (_, worker) => {
    if (worker) withWorker(worker);
    const told: number[] = [];
    const found = await fanBeside(request, wanted, (done) => told.push(done));
    expect(found).toEqual(drawn(request));
    expect(found).toMatchObject({ ok: true });
    expect(told.length).toBeGreaterThan(0);
    expect(PaperWorker.started.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it("ends the worker that nobody waits for any longer", async () => {
    withWorker(SilentWorker);
    const stop = { isStopped: false };
    const found = fanBeside(request, stop, () => (stop.isStopped = true));
    expect(await found).toBeUndefined();
    expect(PaperWorker.started.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it("stops on the page as well", async () => {
    const stop = { isStopped: false };
    const long = { ...request, rows: 1200, paths: 10_000 };
    const start = performance.now();
    expect(await fanBeside(long, stop, () => (stop.isStopped = true))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("brings refusals back as they are", async () => {
    withWorker(PaperWorker);
    const refused = await fanBeside({ ...request, policy: policyOf("no sells"), contribution: -5 }, wanted, () => 0);
    expect(refused).toEqual({ ok: false, problem: { code: "no sells, but money out", asked: 500 } });
  });
});

describe("a policy in a message", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 40n }), fc.integer({ min: 1, max: 45 }))
    .map(([digits, places]) => new Decimal(digits.toString()).dividedBy(new Decimal(`1e${places}`)));
  const texts = [
    "annual and 5/25; to halfway",
    "quarterly or 20% relative; to 1pp; min $500",
    "annual; monthly when volatility > 20%",
    "drift 3%; gains up to $3,000; income 24%; after tax",
    "tracking error 2%; no sells; multiples of $25",
    "last 2026-01-05; keep $100; unassigned hold",
    "",
  ];

  it("arrives with every digit", () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), decimal, decimal, (text, cost, width) => {
        const policy: Policy = { ...policyOf(text), cost, band: { kind: "points", width } };
        const arrived = unpacked(structuredClone(packed(policy)));
        expect(arrived).toEqual(policy);
        expect(arrived.cost?.minus(cost).isZero()).toBe(true);
        expect(JSON.stringify(arrived)).toBe(JSON.stringify(policy));
      }),
    );
  });

  it.each(texts)("is the same policy after its way: %s", (text) => {
    const policy = policyOf(text);
    expect(unpacked(structuredClone(packed(policy)))).toEqual(policy);
  });
});
