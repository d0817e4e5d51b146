import { ticked } from '../../chat/checklist.ts';
import { addDays, dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { readForm } from '../../kernel/form.ts';
import { hasIdentityNumber } from '../../kernel/text.ts';
import type { Indicator } from '../rules/indicator.ts';
import { LENGTHS, MARKS } from './cards-forms.ts';
import type { ItemFields } from './fields.ts';
import { kindsOf } from './rules/kinds.ts';
import { isSecret } from './rules/lexicon-marks.ts';
import { readNumber } from './rules/lexicon-number.ts';
import { reachesTownships } from './rules/tally.ts';
import { fieldNames, itemAnswers, itemLabels, itemProblems as problems } from './words.ts';

/** Years back that somebody registers for; a slip of the year would move last decade's figures. */
const OLDEST_DAYS = 3 * 366;
const MOST_PARTS = 99;

/** @throws AppError invalid for what must not be kept: marks of secrecy, identity numbers (BR-34, BR-35) */
export function refuseSensitive(text: string): void {
  if (isSecret(text)) throw new AppError('invalid', itemAnswers.secret);
  if (hasIdentityNumber(text)) throw new AppError('invalid', itemAnswers.identity);
}

/** What is wrong with an item, in the order of the fields; the same for the form and for a file. */
export function problemsOf(
  indicator: Indicator,
  fields: ItemFields,
  now: number,
): { field: keyof ItemFields; text: string }[] {
  const { day: dayLabel } = itemLabels[indicator];
  const today = dayOf(now);
  const reached = reachesTownships(fields.reach);
  const wrong = (is: boolean, field: keyof ItemFields, text: string) => (is ? [{ field, text }] : []);
  const unreadable = indicator === 'document' && fields.number !== '' && !readNumber(fields.number);
  return [
    ...wrong(unreadable, 'number', problems.badNumber(fields.number)),
    ...wrong(fields.day > today, 'day', problems.future(dayLabel)),
    ...wrong(fields.day < addDays(today, -OLDEST_DAYS), 'day', problems.tooOld(dayLabel)),
    ...wrong(fields.parts < 1, 'parts', problems.noParts),
    // BR-24, for meetings on the spot and by video alike.
    ...wrong(indicator === 'meeting' && reached && !fields.basis, 'basis', problems.needsBasis),
  ];
}

/** @throws AppError invalid with all problems at once; the card stays, and with it what was typed. */
export function readItem(indicator: Indicator, form: Record<string, unknown>, now: number): ItemFields {
  const { fields, wrong } = readFields(indicator, form, now);
  if (wrong.length > 0) throw new AppError('invalid', problems.join(wrong));
  return fields;
}

/** What can be read of a form, and all that is wrong with it. @throws AppError invalid for what must not be kept */
export function readFields(
  indicator: Indicator,
  form: Record<string, unknown>,
  now: number,
): { fields: ItemFields; wrong: string[] } {
  const labels = itemLabels[indicator];
  const reading = readForm(
    [
      { kind: 'text', name: 'number', label: labels.number, max: LENGTHS.number },
      { kind: 'text', name: 'title', label: labels.title, max: LENGTHS.title, required: true },
      { kind: 'day', name: 'day', label: labels.day, required: true },
      { kind: 'choice', name: 'kind', label: fieldNames.kind, options: kindsOf(indicator), required: true },
      { kind: 'text', name: 'issuer', label: fieldNames.issuer, max: LENGTHS.issuer },
      { kind: 'count', name: 'parts', label: fieldNames.parts[indicator], max: MOST_PARTS },
      { kind: 'text', name: 'basis', label: fieldNames.basis, max: LENGTHS.basis },
    ],
    form,
  );
  const values = reading.values;
  refuseSensitive([values.number, values.title, values.issuer, values.basis].join(' '));
  const marks = new Set(
    ticked(form, { name: 'marks', options: MARKS[indicator].map((value) => ({ value, text: value })) }),
  );
  const fields: ItemFields = {
    number: indicator === 'meeting' ? '' : (values.number ?? ''),
    title: (values.title ?? '').replaceAll('\n', ''),
    day: values.day ?? dayOf(now),
    kind: values.kind ?? '',
    issuer: values.issuer ?? '',
    parts: values.parts ?? 1,
    basis: values.basis ?? '',
    unplanned: marks.has('unplanned'),
    emergency: marks.has('emergency'),
    reach: marks.has('village') ? 'village' : marks.has('township') ? 'township' : '',
    heads: marks.has('heads'),
  };
  const wrong = [
    ...(reading.ok ? [] : reading.problems.map(problems.field)),
    ...problemsOf(indicator, fields, now).map(({ text }) => text),
  ];
  return { fields, wrong };
}
