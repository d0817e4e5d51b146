import { ticked } from '../../chat/checklist.ts';
import { formProblems } from '../../chat/words.ts';
import { readForm } from '../../kernel/form.ts';
import { LENGTHS, listIn, periodProblems, refuseSensitive, targetsOffered } from '../keep/fields.ts';
import { EVERY, keepProblems } from '../keep/words.ts';
import type { Places } from '../places.ts';
import type { ResearchRow } from '../repo.ts';
import { researchWords as words } from './words.ts';

export const VISIT_FIELDS = ['organiser', 'topic', 'targets', 'startDay', 'endDay', 'unannounced'] as const;

/** What a person tells of a research visit, beside its number. */
export type VisitFields = Pick<ResearchRow, (typeof VISIT_FIELDS)[number]>;

/** What can be read of a form, and all that is wrong with it by itself. @throws AppError invalid for what must not be kept */
export function readVisit(
  form: Record<string, unknown>,
  organiser: string,
  places: Places,
): { number: string; fields: VisitFields; wrong: string[] } {
  const reading = readForm(
    [
      { kind: 'text', name: 'number', label: words.number, max: LENGTHS.number, required: true },
      { kind: 'text', name: 'topic', label: words.topic, max: LENGTHS.name, required: true },
      { kind: 'day', name: 'startDay', label: words.startDay, required: true },
      { kind: 'day', name: 'endDay', label: words.endDay, required: true },
    ],
    form,
  );
  const { number = '', topic = '', startDay = '', endDay = '' } = reading.values;
  refuseSensitive([number, topic]);
  const offered = targetsOffered(places, organiser);
  const chosen = listIn(form, 'targets');
  const targets = chosen.includes(EVERY) ? offered : chosen;
  const marks = ticked(form, { name: 'marks', options: [{ value: 'unannounced', text: '' }] });
  return {
    number,
    fields: { organiser, topic, targets, startDay, endDay, unannounced: marks.length > 0 },
    wrong: [
      ...(reading.ok ? [] : reading.problems.map((one) => formProblems([one]).replace(/。.*$/u, ''))),
      ...(targets.length === 0 ? [keepProblems.noTargets] : []),
      ...(targets.some((code) => !offered.includes(code)) ? [keepProblems.unknownTargets] : []),
      ...periodProblems(startDay, endDay),
    ],
  };
}
