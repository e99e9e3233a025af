/** What a server says each kind of the site's files is, by the ending of their names. */
export const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".css": "text/css; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".txt": "text/plain; charset=utf-8",
  // Browsers compile it while it comes only if it is called this.
  ".wasm": "application/wasm",
};

/**
 * What a server says beside that with every file of the site. Excel on the web reads the functions from a frame at
 * another address, which the first allows (office-js issue 3970; Microsoft, "Publish an Office Add-in", Deploy custom
 * functions). With the second a new release is seen at once where nothing else keeps the old one.
 */
export const siteHeaders: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Cache-Control": "no-cache",
};
