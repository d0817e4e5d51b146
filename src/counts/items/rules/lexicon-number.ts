/** A document's number, as it is written and as it is compared. */
export interface DocumentNumber {
  /** 机关代字: 市政办. */
  code: string;
  year: number;
  serial: number;
  /** 市政办〔2026〕12号: one spelling for all. */
  text: string;
  /** Where it stands in the text it was read from. */
  from: number;
  to: number;
}

/** Brackets as people type them; the standard asks for 〔〕. Codes are at most ten or so characters. */
const NUMBER =
  /([\p{Script=Han}A-Za-z]{1,16}) ?[〔[（(【［] ?((?:19|20)\d{2}) ?[〕\]）)】］] ?第? ?(\d{1,5}) ?号/u;

/** Of normalised text; undefined when there is none. */
export function findNumber(text: string): DocumentNumber | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [whole, code = '', year = '', serial = ''] = match;
  const number = { code, year: Number(year), serial: Number(serial) };
  return { ...number, text: writeNumber(number), from: match.index, to: match.index + whole.length };
}

/** A text that is a number and nothing else. */
export function readNumber(text: string): DocumentNumber | undefined {
  const found = findNumber(text);
  return found && found.from === 0 && found.to === text.length ? found : undefined;
}

export function writeNumber({
  code,
  year,
  serial,
}: Pick<DocumentNumber, 'code' | 'year' | 'serial'>): string {
  return `${code}〔${year}〕${serial}号`;
}

/** Key of domain 3.4: code, year and serial. What has no number is known by its day and title. */
export function itemKey(item: { number: string; day: string; title: string }): string {
  const number = findNumber(item.number);
  if (number) return `${number.code}:${number.year}:${number.serial}`;
  return item.number || `${item.day}:${item.title.replace(/[\s，。、：:《》“”"'（）()]/g, '')}`;
}
