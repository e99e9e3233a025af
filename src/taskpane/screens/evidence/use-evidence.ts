import { useCallback, useEffect, useState } from "react";
import { evidencePictures, type EvidencePictures } from "../../../operations";
import type { Problem, Read } from "../../../ranges";
import { messageOf } from "../../standing/looks";

/** What a picture is drawn of, or why there is none. */
export type Asked<Picture> =
  | { readonly state: "asking" }
  | { readonly state: "told"; readonly picture: Picture }
  | { readonly state: "refused"; readonly problem: Problem }
  /** What works it out did not arrive, or Keel's own fault. */
  | { readonly state: "failed"; readonly message: string | undefined; readonly again: () => void };

type Known<Picture> = { readonly of: unknown } & (
  | { readonly is: "read"; readonly read: Read<Picture> }
  | { readonly is: "failed"; readonly message: string | undefined }
);

/**
 * Asks what a picture is drawn of; anew whenever `ask` changes, which is made by `useCallback`. What works it out is
 * loaded when it is first asked.
 */
export function useEvidence<Picture>(ask: (pictures: EvidencePictures) => Promise<Read<Picture>>): Asked<Picture> {
  const [known, setKnown] = useState<Known<Picture>>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    const tell = (now: Known<Picture>): void => {
      if (!left) setKnown(now);
    };
    void evidencePictures().then(
      (pictures) =>
        ask(pictures).then(
          (read) => tell({ of: ask, is: "read", read }),
          (failure: unknown) => tell({ of: ask, is: "failed", message: messageOf(failure) }),
        ),
      () => tell({ of: ask, is: "failed", message: undefined }),
    );
    return () => {
      left = true;
    };
  }, [ask, attempt]);
  const again = useCallback(() => {
    setKnown(undefined);
    setAttempt((number) => number + 1);
  }, []);
  if (known?.of !== ask) return { state: "asking" };
  if (known.is === "failed") return { state: "failed", message: known.message, again };
  return known.read.ok
    ? { state: "told", picture: known.read.value }
    : { state: "refused", problem: known.read.problem };
}
