/**
 * Makes text of a file's bytes: by its byte order mark where it has one (UTF-8, UTF-16), else as UTF-8 if that can be
 * read, else as Windows-1252, which Excel still writes as plain "CSV" in English and in western European languages.
 */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
