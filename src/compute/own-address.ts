/**
 * Tells functions.js where it stands, so that it finds beside itself what it loads on first use, in whichever page it is.
 * Unlike webpack's own way it stops nowhere: where nobody says where the script came from, all else works.
 */
declare global {
  /** Webpack's name for where a bundle loads further files from. */
  var __webpack_public_path__: string;
}

const script = typeof document === "undefined" ? null : (document.currentScript ?? named());
if (script && "src" in script && typeof script.src === "string" && script.src !== "") {
  __webpack_public_path__ = new URL(".", script.src).href;
}

/** A script that is a module isn't the current one. */
function named(): HTMLScriptElement | null {
  return document.querySelector('script[src$="functions.js"]');
}

export {};
