import { addDays, type Day } from '../../../kernel/day.ts';

/** Editors are reminded so many days before a text ends (domain 7). */
export const EXPIRING_DAYS = 60;

export const QUESTION_STATES = [
  'live',
  'expiring',
  'ended',
  'upcoming',
  'replaced',
  'withdrawn',
  'draft',
] as const;

export type QuestionState = (typeof QUESTION_STATES)[number];

export interface Standing {
  published: boolean;
  enabled: boolean;
  /** Number of the entry that has taken its place; empty while none has. */
  replacedBy: string;
  /** Days, both included; empty when open. */
  validFrom: Day;
  validUntil: Day;
}

/** The one state that says most about an entry; the first that fits. */
export function questionState(entry: Standing, today: Day): QuestionState {
  if (!entry.published) return 'draft';
  if (!entry.enabled) return 'withdrawn';
  if (entry.replacedBy !== '') return 'replaced';
  if (entry.validUntil !== '' && entry.validUntil < today) return 'ended';
  if (entry.validFrom > today) return 'upcoming';
  const soon = entry.validUntil !== '' && entry.validUntil <= addDays(today, EXPIRING_DAYS);
  return soon ? 'expiring' : 'live';
}
