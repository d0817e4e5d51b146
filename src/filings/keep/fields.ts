import { ticked } from '../../chat/checklist.ts';
import { formProblems } from '../../chat/words.ts';
import { type Day, daysBetween, isDay } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { readForm } from '../../kernel/form.ts';
import { hasIdentityNumber } from '../../kernel/text.ts';
import { personalNumberIn } from '../../people/rules/personal-number.ts';
import type { Places } from '../places.ts';
import type { FilingRow } from '../repo.ts';
import { type FilingKind, KINDS } from '../rules/filing.ts';
import { isSecret } from './lexicon.ts';
import { EVERY, fieldNames, keepAnswers, keepProblems as problems } from './words.ts';

/** What a person or a file tells of a filing. */
export type FilingFields = Pick<
  FilingRow,
  | 'number'
  | 'name'
  | 'organiser'
  | 'kind'
  | 'targets'
  | 'startDay'
  | 'endDay'
  | 'approval'
  | 'basis'
  | 'records'
  | 'unplanned'
>;

export const LENGTHS = { number: 40, name: 80, approval: 40, basis: 80, reason: 80 } as const;

export const MARKS = ['unplanned', 'records'] as const;

/** @throws AppError invalid for what must not be kept: marks of secrecy, identity and telephone numbers (BR-34, BR-35) */
export function refuseSensitive(texts: readonly (string | undefined)[]): void {
  const text = texts.filter(Boolean).join(' ');
  if (isSecret(text)) throw new AppError('invalid', keepAnswers.secret);
  if (hasIdentityNumber(text) || personalNumberIn(text)) throw new AppError('invalid', keepAnswers.personal);
}

/** What can be read of a form, and all that is wrong with it by itself. */
export function readFiling(
  form: Record<string, unknown>,
  organiser: string,
  places: Places,
): { fields: FilingFields; wrong: string[] } {
  const reading = readForm(
    [
      { kind: 'text', name: 'number', label: fieldNames.number, max: LENGTHS.number, required: true },
      { kind: 'text', name: 'name', label: fieldNames.name, max: LENGTHS.name, required: true },
      { kind: 'choice', name: 'kind', label: fieldNames.kind, options: KINDS, required: true },
      { kind: 'day', name: 'startDay', label: fieldNames.startDay, required: true },
      { kind: 'day', name: 'endDay', label: fieldNames.endDay, required: true },
      { kind: 'text', name: 'approval', label: fieldNames.approval, max: LENGTHS.approval },
      { kind: 'text', name: 'basis', label: fieldNames.basis, max: LENGTHS.basis },
    ],
    form,
  );
  const { values } = reading;
  refuseSensitive([values.number, values.name, values.approval, values.basis]);
  const offered = targetsOffered(places, organiser);
  const chosen = listIn(form, 'targets');
  const targets = chosen.includes(EVERY) ? offered : chosen;
  const marks = new Set(
    ticked(form, { name: 'marks', options: MARKS.map((value) => ({ value, text: value })) }),
  );
  const fields: FilingFields = {
    number: values.number ?? '',
    name: (values.name ?? '').replaceAll('\n', ''),
    organiser,
    kind: (values.kind ?? 'check') as FilingKind,
    targets,
    startDay: values.startDay ?? '',
    endDay: values.endDay ?? '',
    approval: values.approval ?? '',
    basis: (values.basis ?? '').replaceAll('\n', ''),
    records: marks.has('records'),
    unplanned: marks.has('unplanned'),
  };
  return {
    fields,
    wrong: [
      ...(reading.ok ? [] : reading.problems.map((one) => formProblems([one]).replace(/。.*$/u, ''))),
      ...(targets.length === 0 ? [problems.noTargets] : []),
      ...(targets.some((code) => !offered.includes(code)) ? [problems.unknownTargets] : []),
      ...periodProblems(fields.startDay, fields.endDay),
    ],
  };
}

/** Longer than any inspection; a slip of the year would occupy a township for good. */
const LONGEST = 366;

export function periodProblems(start: Day, end: Day): string[] {
  if (!isDay(start) || !isDay(end)) return [];
  if (end < start) return [problems.endsBefore];
  return daysBetween(start, end) > LONGEST ? [problems.tooLong] : [];
}

/** Townships that the organiser's level can go to, in their fixed order. */
export function targetsOffered(places: Places, organiser: string): string[] {
  const county = places.find(organiser)?.county ?? '';
  return places.townships.filter((unit) => !county || unit.county === county).map(({ code }) => code);
}

/** A multiple choice as the platform sends it: a list, one value, or a list in one text. */
export function listIn(form: Record<string, unknown>, name: string): string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  const parts: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(parts.filter((part): part is string => typeof part === 'string' && part !== ''))];
}

export function fieldsOf(row: FilingRow): FilingFields {
  const { number, name, organiser, kind, targets, startDay, endDay, approval, basis, records, unplanned } =
    row;
  return { number, name, organiser, kind, targets, startDay, endDay, approval, basis, records, unplanned };
}

/** Names of the fields in which two states differ: what the audit keeps of a change. */
export function changedFields(before: FilingFields, after: FilingFields): string[] {
  return (Object.keys(after) as (keyof FilingFields)[]).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
}
