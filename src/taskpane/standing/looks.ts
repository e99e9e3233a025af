import { decisionsOf, survey, type Decisions, type Memory, type Survey, type Whereabouts } from "../../lists";
import { WorkbookFailure, type Workbook } from "../../workbook";
import { alike } from "./alike";
import { daySerial } from "./day";
import { atOnce, breath, inSlices, type Parts } from "./in-parts";
import { householdDecisions, householdStandingInParts } from "./household-standing";
import { isShort, standingInParts, type ListStanding } from "./list-standing";
import type { OrTrouble } from "./trouble";

export type SurveyState =
  { readonly state: "surveying" } | { readonly state: "failed"; readonly message: string } | Seen;

/** What was seen in the workbook, and how the list in sight stands on the day: both are of the same look. */
export interface Seen extends Survey {
  readonly state: "seen";
  /** Undefined where no list is in sight. */
  readonly standing: OrTrouble<ListStanding> | undefined;
  /** As Excel counts days. */
  readonly today: number;
}

/** Has a listener called after each look at the workbook, until what is returned is called. */
export type OnLook = (listener: () => void) => () => void;

type Sight = Survey["sight"];

/** How a list stands, as far as it is worked out. */
interface Working {
  readonly sight: Sight;
  readonly today: number;
  readonly parts: Parts<OrTrouble<ListStanding>>;
}

/** A look that takes longer is said to be under way, in milliseconds: what is drawn meanwhile is of the look before. */
const LONG = 500;

/** Looks at a workbook, one look at a time, and shows what it sees where that is something else than before. */
export class Looks {
  #memory: Omit<Memory, "last"> = { chosen: [] };
  #last: Whereabouts | undefined;
  #shown: SurveyState = { state: "surveying" };
  #working: Working | undefined;
  #asked = 0;
  #underWay = false;
  /** How long the last list took to be worked out, in milliseconds. */
  #took = 0;
  readonly #listeners = new Set<() => void>();

  /** `say` is told whether a look is under way that takes long. */
  constructor(
    private readonly show: (state: SurveyState) => void,
    private readonly say: (underWay: boolean) => void,
  ) {}

  /** Calls back after each look, also where it has shown nothing new. */
  readonly onLook: OnLook = (listener) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Says why there are no more looks by themselves. */
  failed(failure: unknown): void {
    this.#see({ state: "failed", message: messageOf(failure) });
  }

  /** What the next looks know before they begin. */
  remember(memory: Omit<Memory, "last">): void {
    this.#memory = memory;
  }

  /** Looks; a burst of events during a look is answered by one more look after it. */
  async look(workbook: Workbook): Promise<void> {
    this.#asked += 1;
    if (this.#underWay) return;
    this.#underWay = true;
    const long = setTimeout(() => this.say(true), LONG);
    for (let answered = 0; answered !== this.#asked;) {
      answered = this.#asked;
      const state = await this.#look(workbook, () => answered !== this.#asked);
      if (state) this.#see(state);
    }
    clearTimeout(long);
    this.say(false);
    this.#underWay = false;
  }

  #see(state: SurveyState): void {
    if (!same(state, this.#shown)) {
      this.#shown = state;
      this.show(state);
    }
    for (const listener of this.#listeners) listener();
  }

  /** What there is to see; undefined where `stop` says that it isn't wanted anymore. */
  async #look(workbook: Workbook, stop: () => boolean): Promise<SurveyState | undefined> {
    try {
      const seen = await survey(workbook, { ...this.#memory, ...(this.#last ? { last: this.#last } : {}) });
      const sight = this.#known(seen.sight);
      const today = daySerial(new Date());
      if (sight.found !== "list" && sight.found !== "household") {
        return { state: "seen", ...seen, sight, standing: undefined, today };
      }
      this.#last = sight.list;
      const begin = workOn(sight, today);
      const standing = begin ? await this.#standing(sight, today, begin, stop) : { answer: undefined };
      return standing && { state: "seen", ...seen, sight, standing: standing.answer, today };
    } catch (failure) {
      this.#working = undefined;
      return { state: "failed", message: messageOf(failure) };
    }
  }

  /**
   * What was seen before, if it is the same now: what is about a list is worked out from it and drawn anew only where it
   * has changed. With thousands of rows that would hold up every click.
   */
  #known(sight: Sight): Sight {
    if (this.#working && alike(this.#working.sight, sight)) return this.#working.sight;
    return this.#shown.state === "seen" && alike(this.#shown.sight, sight) ? this.#shown.sight : sight;
  }

  async #standing(
    sight: JudgedSight,
    today: number,
    begin: () => Parts<OrTrouble<ListStanding>>,
    stop: () => boolean,
  ): Promise<{ readonly answer: Seen["standing"] } | undefined> {
    const shown = this.#shown;
    if (shown.state === "seen" && shown.sight === sight && shown.today === today) return { answer: shown.standing };
    if (isShort(sight.list)) return { answer: atOnce(begin()) };
    if (this.#working?.sight !== sight || this.#working.today !== today) {
      this.#working = { sight, today, parts: begin() };
      // A part of it may take so long that the words would come when all is done.
      if (this.#took > LONG) {
        this.say(true);
        await breath();
      }
    }
    const began = performance.now();
    const done = await inSlices(this.#working.parts, stop);
    if (!done) return undefined;
    this.#took = performance.now() - began;
    this.#working = undefined;
    return done;
  }
}

/** What can be judged: a list fund by fund, a household by class. */
type JudgedSight = Extract<Sight, { found: "list" | "household" }>;

/** How to work out how what is in sight stands on a day; undefined for a household without targets. */
function workOn(sight: JudgedSight, today: number): (() => Parts<OrTrouble<ListStanding>>) | undefined {
  if (sight.found === "household") {
    const decisions = householdDecisions(sight);
    return decisions && (() => householdStandingInParts(sight.list, decisions, today));
  }
  const decisions: Decisions = { ...decisionsOf(sight.plan), ...(sight.returns && { returns: sight.returns }) };
  return () => standingInParts(sight.list, decisions, today);
}

function same(one: SurveyState, other: SurveyState): boolean {
  if (one.state !== "seen" || other.state !== "seen") return alike(one, other);
  // How a list stands follows from the list and the day.
  return (
    one.sight === other.sight &&
    one.today === other.today &&
    alike(
      [one.selected, one.unfinished, one.cells, one.outdated, one.outdatedHousehold, one.below],
      [other.selected, other.unfinished, other.cells, other.outdated, other.outdatedHousehold, other.below],
    )
  );
}

/** What the user is told when a workbook does not do what it was asked. */
export function messageOf(failure: unknown): string {
  if (failure instanceof WorkbookFailure) return failure.message;
  return "Keel could not read this workbook. Try again; if it stays, close and reopen Keel.";
}
