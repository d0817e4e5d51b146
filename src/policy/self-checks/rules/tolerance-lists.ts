/** What the local rules list, as far as they can be told apart by their own words. */
export interface ToleranceLists {
  positive: string[];
  negative: string[];
}

/** Longest text beside a box; the rest is cut. */
const LONGEST = 120;
/** Boxes of one list: what a phone can be asked to scroll through. */
const MOST = 30;

export interface ListPatterns {
  positive: RegExp;
  negative: RegExp;
  between: RegExp;
  mark: RegExp;
}

/** Rows of a workbook, column title → value. A row belongs to a list by its words; its longest cell holds the text. */
export function readLists(rows: readonly Record<string, string>[], patterns: ListPatterns): ToleranceLists {
  const lists: ToleranceLists = { positive: [], negative: [] };
  for (const row of rows) {
    const cells = Object.values(row);
    const words = cells.join(' ');
    const list = patterns.negative.test(words)
      ? lists.negative
      : patterns.positive.test(words)
        ? lists.positive
        : undefined;
    list?.push(...situationsOf(cells, patterns));
  }
  return { positive: lists.positive.slice(0, MOST), negative: lists.negative.slice(0, MOST) };
}

function situationsOf(cells: readonly string[], { between, mark }: ListPatterns): string[] {
  const longest = cells.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest
    .split(between)
    .map((text) => shortened(text.trim().replace(mark, '')))
    .filter((text) => text !== '');
}

export function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}
