import { formProblems } from '../../chat/words.ts';
import { AppError } from '../../kernel/errors.ts';
import { readForm } from '../../kernel/form.ts';
import { LENGTHS, refuseSensitive } from './fields.ts';
import { fieldNames } from './words.ts';

/** Why it is withdrawn, refused or changed. @throws AppError invalid when it is missing or must not be kept */
export function readReason(form: Record<string, unknown>): string {
  const reading = tryReason(form);
  if (!reading.ok) throw new AppError('invalid', formProblems(reading.problems));
  refuseSensitive([reading.values.reason]);
  return reading.values.reason.replaceAll('\n', '');
}

export function tryReason(form: Record<string, unknown>) {
  return readForm(
    [{ kind: 'text', name: 'reason', label: fieldNames.reason, max: LENGTHS.reason, required: true }],
    form,
  );
}
