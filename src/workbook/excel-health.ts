/** The version of the functions that are loaded into this page, which they leave in the global `keelFunctions`. */
export function loadedVersion(): string | undefined {
  const { keelFunctions } = globalThis as { keelFunctions?: unknown };
  if (typeof keelFunctions !== "object" || keelFunctions === null || !("version" in keelFunctions)) return undefined;
  const { version } = keelFunctions;
  return typeof version === "string" && version !== "" ? version : undefined;
}
