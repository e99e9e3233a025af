import { Spinner } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";

/** A wait that is shorter is over before anybody wonders, in milliseconds. */
const SHORT = 400;

/** Says what is being waited for, once the wait is long enough to be noticed. */
export function Waiting({ label }: { readonly label: string }): ReactElement | null {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT);
    return () => clearTimeout(timer);
  }, []);
  return long ? <Spinner label={label} size="small" /> : null;
}
