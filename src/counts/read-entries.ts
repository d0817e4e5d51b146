import { AppError } from '../kernel/errors.ts';
import { type FormField, readForm } from '../kernel/form.ts';
import { type Entry, type EntryPart, FIELDS } from './rules/indicator.ts';
import type { UnitMonth } from './unit-month.ts';
import { correctionReasons, fieldLabels, problemWords as words } from './words.ts';

/**
 * Reads the month's form: the listed indicators, and the reason where one is asked for.
 * @throws AppError invalid with all problems at once; the card stays, and with it what was typed.
 */
export function readEntries(
  view: UnitMonth,
  form: Record<string, unknown>,
  correcting: boolean,
): { entries: Entry[]; reason: string } {
  const listed = view.listed.map((one) => one.indicator);
  const asked = FIELDS.filter((field) => listed.includes(field.indicator));
  const fields: FormField[] = [
    ...asked.map(({ name, part }) => ({
      kind: 'count' as const,
      name,
      label: labelOf(name),
      required: part === 'amount',
    })),
    {
      kind: 'choice',
      name: 'reason',
      label: labelOf('reason'),
      options: Object.keys(correctionReasons),
      required: correcting,
    },
  ];
  const reading = readForm(fields, form);
  const values: Record<string, string | number | undefined> = reading.values;
  const read = (indicator: Entry['indicator'], part: EntryPart) => {
    const name = asked.find((field) => field.indicator === indicator && field.part === part)?.name ?? '';
    return values[name];
  };
  const problems = fields.flatMap(({ name }) => {
    const unreadable = reading.ok ? undefined : reading.problems.find((problem) => problem.name === name);
    if (unreadable) return [words.field(unreadable)];
    const part = asked.find((field) => field.name === name);
    const whole = part && read(part.indicator, 'amount');
    if (!part || whole === undefined || Number(values[name] ?? 0) <= Number(whole)) return [];
    return [words.partExceeds(labelOf(name), labelOf(part.indicator))];
  });
  if (problems.length > 0) throw new AppError('invalid', words.join(problems));
  const numberOf = (indicator: Entry['indicator'], part: EntryPart) => Number(read(indicator, part) ?? 0);
  const entries = listed.map((indicator) => ({
    indicator,
    amount: numberOf(indicator, 'amount'),
    unplanned: numberOf(indicator, 'unplanned'),
    direct: numberOf(indicator, 'direct'),
  }));
  return { entries, reason: String(values['reason'] ?? '') };
}

function labelOf(name: string): string {
  return fieldLabels[name] ?? name;
}
