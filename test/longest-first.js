const { default: Sequencer } = require("@jest/test-sequencer");

/**
 * Starts the files of the browser before all others, unless jest knows from a run before how long each takes: a file of
 * few lines may open many pages, and one that began last would keep one worker busy while the others have nothing to do.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const isBrowser = ({ context }) => context.config.displayName?.name === "browser";
    return [...sorted.filter(isBrowser), ...sorted.filter((test) => !isBrowser(test))];
  }
};
