import { useEffect, useState } from "react";

export type ThemeChoice = "light" | "dark" | "system";

/** Whether to draw in dark colours; `system` follows the reader's setting as it changes. */
export function useDark(theme: ThemeChoice): boolean {
  const [systemDark, setSystemDark] = useState(() => darkSetting()?.matches ?? false);
  useEffect(() => {
    const setting = darkSetting();
    const follow = (): void => setSystemDark(setting?.matches ?? false);
    setting?.addEventListener("change", follow);
    return () => setting?.removeEventListener("change", follow);
  }, []);
  return theme === "dark" || (theme === "system" && systemDark);
}

function darkSetting(): MediaQueryList | undefined {
  return typeof window.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : undefined;
}
