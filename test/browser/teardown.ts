import type { Running } from "./setup";

/** Ends what setup.ts started. */
export default async function tearDown(): Promise<void> {
  const { keelRunning } = globalThis as { keelRunning?: Running };
  keelRunning?.site.close();
  await keelRunning?.browser.close();
}
