import type { EvidenceQuestion } from "../../../operations";
import type { EvidenceSource } from "../../../sheets";
import type { ScreenProps } from "../screen";
import type { Subject } from "./subject";
import type { WaysOut } from "./told";

/** What each of the questions is given. */
export interface TopicProps extends ScreenProps {
  readonly subject: Subject;
  readonly question: EvidenceQuestion;
  /** What formulas are about. */
  readonly source: EvidenceSource;
  readonly isOwn: boolean;
  readonly otherwise: WaysOut;
}
