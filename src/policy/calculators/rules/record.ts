import { exact } from './exact.ts';
import type { Subject } from './read-counts.ts';

/**
 * Documents and meetings at city level in the first half of 2022, the share of the year's plan, and how many percent
 * fewer than the year before (FW-04, HY-04); what is computed from them is no official figure (FW-05, HY-05).
 */
const RECORDS = {
  document: { done: 479, share: 48, fewer: 4, factIds: ['FW-04', 'FW-05'] },
  meeting: { done: 114, share: 44, fewer: 12, factIds: ['HY-04', 'HY-05'] },
} as const;

export type OnRecord = (typeof RECORDS)[keyof typeof RECORDS];

/** The half year that the figures on record tell of. */
export const RECORD_YEAR = 2022;

export function recordOf(subject: Subject | undefined): OnRecord | undefined {
  return subject === 'document' || subject === 'meeting' ? RECORDS[subject] : undefined;
}

/** Whether a count is the one on record. */
export function isOnRecord(subject: Subject | undefined, count: string | undefined): boolean {
  const record = recordOf(subject);
  return record !== undefined && count === String(record.done);
}

/** WX-05 (1,200 and some, in ten thousand yuan), BZ-01, BZ-07, PX-03, PX-04, KC-01, WQ-04. */
export const FIGURES = {
  townships: exact(19),
  funds: exact(12_000_000),
  posts: exact(599),
  recruited: exact(134),
  mainTerms: exact(10),
  mainClasses: exact(30),
  mainTrained: exact(1300),
  topicTerms: exact(10),
  topicTrained: exact(1500),
  groups: 17,
  leastPoints: 2,
  mostPoints: 3,
  excellent: exact(15),
  promoted: exact(10),
} as const;
