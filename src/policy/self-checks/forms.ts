import type { ChecklistField, Field } from '../../chat/card.ts';
import type { LocalFigure } from '../repo.ts';
import { BETWEEN_SITUATIONS, NEGATIVE_LIST, POSITIVE_LIST, SITUATION_MARK } from './lexicon.ts';
import { linesOf, optionsOf } from './local-lists.ts';
import { DOCUMENT_KINDS, DOCUMENT_SIGNS } from './rules/document.ts';
import { FIVE_SMALL, FIVE_SMALL_LIMITS } from './rules/five-small.ts';
import { MEETING_SIGNS } from './rules/meeting.ts';
import { readLists } from './rules/tolerance-lists.ts';
import { checkWords } from './words.ts';
import { documentKinds, documentSigns, documentWords } from './words-document.ts';
import { meetingSigns, meetingWords } from './words-meeting.ts';
import { fiveSmallWords, limits, smalls } from './words-small.ts';
import { distinctions, negative, positive, toleranceWords } from './words-tolerance.ts';

/** The lists of one self-check as they stand today: what is shown, and what a submitted form is read by. */
export interface Lists<Name extends string> {
  fields: Field[];
  /** The checklists among the fields. */
  lists: Record<Name, ChecklistField>;
  /** Everything that is shown to be ticked. */
  texts: string[];
  /** Codes of local figures that stand in it. */
  local: string[];
}

function made<Name extends string>(
  lists: Record<Name, ChecklistField>,
  { local = [], more = [] }: { local?: string[]; more?: Field[] } = {},
): Lists<Name> {
  const fields = Object.values<ChecklistField>(lists).filter(({ options }) => options.length > 0);
  const texts = fields.flatMap(({ options }) => options.map(({ text }) => text));
  return { fields: [...fields, ...more], lists, texts, local };
}

/** LOC-16 where it has been entered, side by side with the general list of what it does not say. */
export function toleranceForm(
  figures: readonly LocalFigure[],
): Lists<'positive' | 'negative' | 'distinctions'> {
  const own = readLists(
    figures.filter(({ code }) => code === 'LOC-16').map(({ values }) => values),
    {
      positive: POSITIVE_LIST,
      negative: NEGATIVE_LIST,
      between: BETWEEN_SITUATIONS,
      mark: SITUATION_MARK,
    },
  );
  const list = (name: 'positive' | 'negative', general: readonly string[]): ChecklistField => {
    const local = own[name].length > 0;
    return {
      kind: 'checklist',
      name,
      label: checkWords.listed(toleranceWords[name], local ? checkWords.local : checkWords.general),
      options: optionsOf(local ? own[name] : general),
    };
  };
  return made(
    {
      positive: list('positive', positive),
      negative: list('negative', negative),
      distinctions: {
        kind: 'checklist',
        name: 'distinctions',
        label: toleranceWords.distinctions,
        options: optionsOf(distinctions),
      },
    },
    { local: own.positive.length > 0 && own.negative.length > 0 ? ['LOC-16'] : [] },
  );
}

export function meetingForm(): Lists<'signs'> {
  return made({
    signs: {
      kind: 'checklist',
      name: 'signs',
      label: meetingWords.label,
      options: MEETING_SIGNS.map((value) => ({ value, text: meetingSigns[value] })),
    },
  });
}

export function documentForm(figures: readonly LocalFigure[]): Lists<'signs' | 'own'> {
  return made(
    {
      signs: {
        kind: 'checklist',
        name: 'signs',
        label: documentWords.label,
        options: DOCUMENT_SIGNS.map((value) => ({ value, text: documentSigns[value].tick })),
      },
      own: {
        kind: 'checklist',
        name: 'own',
        label: checkWords.listed(documentWords.localLabel, checkWords.local, documentWords.localTick),
        options: optionsOf(linesOf(figures, 'LOC-22')),
      },
    },
    {
      more: [
        {
          kind: 'select',
          name: 'kind',
          label: documentWords.kind,
          options: DOCUMENT_KINDS.map((value) => ({ value, text: documentKinds[value] })),
          value: 'special',
        },
        {
          kind: 'input',
          name: 'count',
          label: documentWords.count,
          hint: documentWords.countHint,
          maxLength: 20,
        },
      ],
    },
  );
}

export function fiveSmallForm(figures: readonly LocalFigure[]): Lists<'there' | 'limits' | 'own'> {
  return made({
    there: {
      kind: 'checklist',
      name: 'there',
      label: fiveSmallWords.there,
      options: FIVE_SMALL.map((value) => ({ value, text: smalls[value] })),
    },
    limits: {
      kind: 'checklist',
      name: 'limits',
      label: fiveSmallWords.limits,
      options: FIVE_SMALL_LIMITS.map((value) => ({ value, text: limits[value].tick })),
    },
    own: {
      kind: 'checklist',
      name: 'own',
      label: checkWords.listed(fiveSmallWords.localLabel, checkWords.local, fiveSmallWords.localTick),
      options: optionsOf(linesOf(figures, 'LOC-10')),
    },
  });
}
