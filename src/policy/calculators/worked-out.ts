import type { Rich } from '../../chat/rich.ts';

/** A calculation in words: conclusion and every line of the arithmetic, then what it rests on. */
export interface WorkedOut {
  title: string;
  lines: readonly (Rich | string)[];
  /** Document or method; the source of the first fact when empty. */
  basis: string;
  office: string;
  /** Whose figure counts in the end. */
  final: string;
}
