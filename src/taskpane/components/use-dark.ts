import { useEffect, useState } from "react";
import type { Release } from "../../workbook/index";

export type ThemeChoice = "light" | "dark" | "system";

/** Calls back with each new theme, until it is released. */
export type FollowTheme = (listener: (theme: ThemeChoice) => void) => Release;

/** The theme as the host has it now. */
export function useTheme(first: ThemeChoice, follow: FollowTheme | undefined): ThemeChoice {
  const [theme, setTheme] = useState(first);
  useEffect(() => {
    const release = follow?.(setTheme);
    return () => void release?.();
  }, [follow]);
  return theme;
}

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
