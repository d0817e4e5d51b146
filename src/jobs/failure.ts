import { AppError, CalendarGap, PlatformError } from '../kernel/errors.ts';
import { framesOf, rootCause } from '../kernel/fault.ts';

export interface Failure {
  /** Stable name; never the error's text, which may quote data. */
  reason: string;
  /** Where it happened, for the log. */
  frames: string[];
  /** Milliseconds until the next attempt; undefined when there is none. */
  wait: number | undefined;
  /** False for what no number of attempts can cure and time will: a missing holiday notice. */
  counts: boolean;
}

const MINUTE_MS = 60_000;

const WAITS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS];

export function failureOf(error: unknown, attempts: number): Failure {
  const root = rootCause(error);
  const frames = framesOf(root);
  if (root instanceof CalendarGap)
    return { reason: `calendar_gap_${root.year}`, frames, wait: 60 * MINUTE_MS, counts: false };
  return { reason: nameOf(root), frames, wait: WAITS[attempts], counts: true };
}

function nameOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (error instanceof PlatformError) return `platform_${error.kind}`;
  return error instanceof Error ? error.name : 'unknown';
}
