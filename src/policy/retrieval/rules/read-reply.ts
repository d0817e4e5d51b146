import { z } from 'zod';
import { normaliseText } from '../../../kernel/text.ts';
import { screen } from '../../guard/rules/screen.ts';
import { FIGURES } from './lexicon-model.ts';

export type PickReading =
  | { outcome: 'picked'; id: string }
  | { outcome: 'none' | 'not_offered' | 'unreadable' };

export type RephrasingReading =
  | { outcome: 'rephrased'; question: string }
  | { outcome: 'unreadable' | 'too_long' | 'figures' | 'screened' };

/** A question in one line; a longer one is an answer or a story. */
const LONGEST = 60;

const pick = z.strictObject({ id: z.string() });
const rephrasing = z.strictObject({ question: z.string() });

/** Which of the offered entries a model means; whatever else it says counts as nothing. */
export function readPick(reply: string, offered: readonly string[]): PickReading {
  const read = pick.safeParse(objectIn(reply));
  if (!read.success) return { outcome: 'unreadable' };
  const { id } = read.data;
  if (id === 'none') return { outcome: 'none' };
  return offered.includes(id) ? { outcome: 'picked', id } : { outcome: 'not_offered' };
}

/** The question in other words; void with a figure of its own (BR-37), or when it is one that would be declined. */
export function readRephrasing(reply: string, asked: string): RephrasingReading {
  const read = rephrasing.safeParse(objectIn(reply));
  const question = read.success ? normaliseText(read.data.question).replaceAll('\n', ' ') : '';
  if (question === '') return { outcome: 'unreadable' };
  if (Array.from(question).length > LONGEST) return { outcome: 'too_long' };
  const known = figuresIn(asked);
  if (figuresIn(question).some((figure) => !known.includes(figure))) return { outcome: 'figures' };
  return screen(question) ? { outcome: 'screened' } : { outcome: 'rephrased', question };
}

function figuresIn(text: string): string[] {
  return text.normalize('NFKC').match(FIGURES) ?? [];
}

/** The JSON that the whole reply is, with or without a code fence. */
function objectIn(reply: string): unknown {
  try {
    return JSON.parse(reply.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1'));
  } catch {
    return undefined;
  }
}
