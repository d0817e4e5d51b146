import { AppError } from '../../kernel/errors.ts';
import { readForm } from '../../kernel/form.ts';
import { hasIdentityNumber, maskNumbers } from '../../kernel/text.ts';
import { ALL_GAPS, type Chosen, NOTE } from './cards.ts';
import type { Part } from './read-part.ts';
import { needsNote } from './rules/compare.ts';
import type { Kind } from './rules/difference.ts';
import { EXPLANATIONS } from './rules/explanation.ts';
import { fieldName } from './rules/field-name.ts';
import { unitAnswers as words } from './words.ts';

/**
 * What was chosen, by key of the difference, and the line that goes with it.
 * @throws AppError invalid; the card stays, and with it what was chosen
 */
export function readClaims(part: Part, form: Record<string, unknown>): { chosen: Chosen; note: string } {
  const asked = part.comparison.differences.filter((one) => !one.byRule);
  const choice = (name: string, kind: Kind) => ({
    kind: 'choice' as const,
    name,
    label: '',
    options: EXPLANATIONS[kind].map(({ code }) => code),
  });
  const reading = readForm(
    [choice(ALL_GAPS, 'gap'), ...asked.map(({ key, kind }) => choice(fieldName(key), kind))],
    form,
  );
  if (!reading.ok) throw new AppError('invalid', words.notOffered);
  const line = readForm([{ kind: 'text', name: NOTE.name, label: '', max: NOTE.max }], form);
  if (!line.ok) throw new AppError('invalid', words.noteTooLong);
  const typed = line.values.note ?? '';
  if (hasIdentityNumber(typed)) throw new AppError('invalid', words.noteIdentity);
  const values: Record<string, string | undefined> = reading.values;
  const chosen = asked.flatMap(({ key, kind, standing }) => {
    const together = kind === 'gap' && standing === 'open' ? values[ALL_GAPS] : undefined;
    const value = values[fieldName(key)] ?? together;
    return value === undefined ? [] : [[key, value] as const];
  });
  const bare = asked.some(({ key, kind }) => {
    const value = values[fieldName(key)] ?? '';
    return needsNote(kind, value) && part.claims.get(key)?.explanation !== value;
  });
  if (bare && typed === '') throw new AppError('invalid', words.needsNote);
  return { chosen: new Map(chosen), note: maskNumbers(typed) };
}
