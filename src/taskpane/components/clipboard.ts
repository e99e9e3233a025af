/** Puts text on the clipboard. False where the window has no clipboard or forbids it. */
export async function copied(text: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = "clipboard" in navigator ? navigator.clipboard : undefined;
  if (!clipboard) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
