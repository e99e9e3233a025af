import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { evidencePictures, type EvidenceQuestion, type FutureMoney, type FuturePicture } from "../../../operations";
import { messageOf } from "../../standing/looks";
import type { Asked } from "./use-evidence";

/** A future that is drawn, or why there is none. */
export interface AskedFuture {
  /** What has come of it; undefined while it is drawn, or nothing can be asked. */
  readonly settled: Exclude<Asked<FuturePicture>, { readonly state: "asking" }> | undefined;
  /** What was drawn last, to be seen until there is something new. */
  readonly before: FuturePicture | undefined;
  /** The part that is done, 0 to 1, once it has taken long enough to be wondered about. */
  readonly progress: number | undefined;
  readonly isCancelled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** So many milliseconds go by before anybody wonders. */
const LONG = 500;

interface Ask {
  readonly question: EvidenceQuestion;
  readonly money: FutureMoney;
}

type Known =
  | { readonly of: Ask; readonly is: "cancelled" }
  | ({ readonly of: Ask; readonly is: "settled" } & { readonly settled: NonNullable<AskedFuture["settled"]> });

/** Draws futures, anew whenever what is asked changes: what was being drawn until then is stopped. */
export function useFuture(question: EvidenceQuestion, money: FutureMoney | undefined): AskedFuture {
  const ask = useMemo(() => money && { question, money }, [question, money]);
  const [known, setKnown] = useState<Known>();
  const [before, setBefore] = useState<FuturePicture>();
  const [done, setDone] = useState<{ readonly of: Ask; readonly part: number }>();
  const [longAsk, setLongAsk] = useState<Ask>();
  const [attempt, setAttempt] = useState(0);
  const running = useRef({ isStopped: false });

  const again = useCallback(() => {
    setKnown(undefined);
    setAttempt((number) => number + 1);
  }, []);
  useEffect(() => {
    if (!ask) return undefined;
    const stop = { isStopped: false };
    running.current = stop;
    const timer = setTimeout(() => setLongAsk(ask), LONG);
    const settle = (settled: NonNullable<AskedFuture["settled"]>): void => {
      clearTimeout(timer);
      if (stop.isStopped) return;
      setLongAsk(undefined);
      setBefore(settled.state === "told" ? settled.picture : undefined);
      setKnown({ of: ask, is: "settled", settled });
    };
    const progress = (part: number): void => {
      if (!stop.isStopped) setDone({ of: ask, part });
    };
    void evidencePictures().then(
      ({ futurePicture }) =>
        futurePicture(ask.question, ask.money, { stop, progress }).then(
          (read) => {
            if (read)
              settle(read.ok ? { state: "told", picture: read.value } : { state: "refused", problem: read.problem });
          },
          (failure: unknown) => settle({ state: "failed", message: messageOf(failure), again }),
        ),
      () => settle({ state: "failed", message: undefined, again }),
    );
    return () => {
      stop.isStopped = true;
      clearTimeout(timer);
    };
  }, [ask, attempt, again]);

  const cancel = useCallback(() => {
    running.current.isStopped = true;
    setLongAsk(undefined);
    setBefore(undefined);
    if (ask) setKnown({ of: ask, is: "cancelled" });
  }, [ask]);
  const now = known !== undefined && known.of === ask ? known : undefined;
  return {
    settled: now?.is === "settled" ? now.settled : undefined,
    before: ask && now === undefined ? before : undefined,
    progress: longAsk === ask && ask && now === undefined ? (done?.of === ask ? done.part : 0) : undefined,
    isCancelled: now?.is === "cancelled",
    cancel,
    again,
  };
}
