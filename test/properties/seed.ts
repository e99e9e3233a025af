import * as fc from "fast-check";

/**
 * Draws the same inputs in every run, so that a run says something about the change and not about chance. To look
 * further: `KEEL_SEED=12345 npx jest test/properties`, with any number.
 */
fc.configureGlobal({ seed: Number(process.env["KEEL_SEED"] ?? 20_261_122) });
