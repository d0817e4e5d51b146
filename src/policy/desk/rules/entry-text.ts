/** What an editor writes of an entry; only its number is missing, which is given once and for all. */
export interface EntryText {
  question: string;
  like: string[];
  unlike: string[];
  answer: string;
  document: string;
  documentNumber: string;
  clause: string;
  validFrom: string;
  validUntil: string;
  units: string[];
  office: string;
  phone: string;
  topic: string;
  factIds: string[];
  localFigures: string[];
  replacedBy: string;
}

export type Field = keyof EntryText;

/** In the order of the form and of the workbook. */
export const FIELDS = [
  'question',
  'like',
  'unlike',
  'answer',
  'document',
  'documentNumber',
  'clause',
  'validFrom',
  'validUntil',
  'units',
  'office',
  'phone',
  'topic',
  'factIds',
  'localFigures',
  'replacedBy',
] as const satisfies readonly Field[];

export const EMPTY_TEXT: EntryText = {
  question: '',
  like: [],
  unlike: [],
  answer: '',
  document: '',
  documentNumber: '',
  clause: '',
  validFrom: '',
  validUntil: '',
  units: [],
  office: '',
  phone: '',
  topic: '',
  factIds: [],
  localFigures: [],
  replacedBy: '',
};

/** Without blanks around values, empty values and repeats, as a form sends them. */
export function tidied(text: EntryText): EntryText {
  const tidy = (value: string | readonly string[]) =>
    typeof value === 'string'
      ? value.trim()
      : [...new Set(value.map((one) => one.trim()).filter((one) => one !== ''))];
  return Object.fromEntries(FIELDS.map((field) => [field, tidy(text[field])])) as unknown as EntryText;
}

/** Fields in which two texts differ. */
export function changedFields(a: EntryText, b: EntryText): Field[] {
  return FIELDS.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}
