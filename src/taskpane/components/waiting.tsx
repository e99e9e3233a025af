import { Spinner } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";

/** A wait that is shorter is over before anybody wonders, in milliseconds. */
const SHORT = 400;

/**
 * Says what is being waited for, once the wait is long enough to be noticed; `atOnce` for one that is known to be long, in
 * which the page may not come to say it later.
 */
export function Waiting({
  label,
  atOnce = false,
}: {
  readonly label: string;
  readonly atOnce?: boolean;
}): ReactElement | null {
  const [long, setLong] = useState(atOnce);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT);
    return () => clearTimeout(timer);
  }, []);
  return long ? <Spinner label={label} size="small" /> : null;
}
