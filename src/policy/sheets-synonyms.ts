import { type Refusal, type Row, type Sheet, splitList } from '../chat/sheet.ts';
import { plain } from './retrieval/rules/synonyms.ts';
import { synonymWrites } from './retrieval/synonym-writes.ts';
import { findSynonymRows, type SynonymRow } from './retrieval/synonyms.ts';
import { synonymWords as reasons } from './words-synonyms.ts';

export const SYNONYM_SHEET = '同义词';

const c = { official: '规范词', said: '又称', enabled: '启用', note: '备注' } as const;

const LONGEST = 30;
const CHARACTERS = /^[\p{L}\p{N}%]+$/u;

/** A synonym and the row of the workbook that it comes from. */
interface Written extends SynonymRow {
  row: Row;
}

/** All rows of an official word are one list: it is replaced as a whole, so that a word can be taken out of it. */
export const synonymSheet: Sheet = {
  name: SYNONYM_SHEET,
  columns: [
    { title: c.official, required: true },
    { title: c.said, required: true },
    { title: c.enabled },
    { title: c.note },
  ],

  async check(ctx, rows) {
    const written = rows.flatMap(writtenIn);
    const kept = keptBeside(await findSynonymRows(ctx.db), written);
    return [...rows.flatMap(checkRow), ...checkRepeats(written, kept), ...checkChains(written, kept)];
  },

  writes: async (ctx, rows) => synonymWrites(ctx, await synonymsAfter(ctx, rows)),

  async dump(ctx) {
    const rows = await findSynonymRows(ctx.db);
    const lists = Map.groupBy(rows, ({ official, enabled, note }) =>
      JSON.stringify([official, note, enabled]),
    );
    return [...lists]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, list]) =>
        list.slice(0, 1).map(({ official, enabled, note }) => ({
          [c.official]: official,
          [c.said]: list
            .map(({ said }) => said)
            .toSorted()
            .join('；'),
          [c.enabled]: enabled ? reasons.on : reasons.off,
          [c.note]: note,
        })),
      );
  },
};

/** The whole list as it stands once these rows are imported. */
export async function synonymsAfter(
  ctx: { db: Parameters<typeof findSynonymRows>[0] },
  rows: readonly Row[],
): Promise<SynonymRow[]> {
  const written = rows.flatMap(writtenIn);
  return [
    ...keptBeside(await findSynonymRows(ctx.db), written),
    ...written.map(({ said, official, enabled, note }) => ({ said, official, enabled, note })),
  ];
}

function keptBeside(before: readonly SynonymRow[], written: readonly SynonymRow[]): SynonymRow[] {
  const officials = new Set(written.map(({ official }) => official));
  return before.filter(({ official }) => !officials.has(official));
}

function writtenIn(row: Row): Written[] {
  const official = plain(row.cells[c.official] ?? '');
  const enabled = row.cells[c.enabled] !== reasons.off;
  const note = row.cells[c.note] ?? '';
  return saidIn(row).map((said) => ({ said, official, enabled, note, row }));
}

function saidIn(row: Row): string[] {
  return [...new Set(splitList(row.cells[c.said]).map(plain))];
}

function checkRow(row: Row): Refusal[] {
  const official = plain(row.cells[c.official] ?? '');
  const enabled = row.cells[c.enabled] ?? '';
  const problems = (column: string, word: string) =>
    problemsOf(word).map((reason) => refusal(row, column, reason));
  return [
    ...(official ? problems(c.official, official) : []),
    ...saidIn(row).flatMap((said) => [
      ...problems(c.said, said),
      ...(said === official ? [refusal(row, c.said, reasons.same(said))] : []),
    ]),
    ...(['', reasons.on, reasons.off].includes(enabled) ? [] : [refusal(row, c.enabled, reasons.badSwitch)]),
  ];
}

function problemsOf(word: string): string[] {
  if (!CHARACTERS.test(word)) return [reasons.badCharacters(word)];
  const length = Array.from(word).length;
  return length < 2 ? [reasons.tooShort(word)] : length > LONGEST ? [reasons.tooLong(LONGEST)] : [];
}

/** What somebody says can be read as one word only. */
function checkRepeats(written: readonly Written[], kept: readonly SynonymRow[]): Refusal[] {
  return written.flatMap(({ said, official, row }, i) => {
    const above = written.slice(0, i).find((other) => other.said === said);
    if (above) return [refusal(row, c.said, reasons.taken(said, above.official, above.row.number))];
    const before = kept.find((other) => other.said === said);
    return before && before.official !== official
      ? [refusal(row, c.said, reasons.takenBefore(said, before.official))]
      : [];
  });
}

/** No word is replaced twice, in a line or in a circle. */
function checkChains(written: readonly Written[], kept: readonly SynonymRow[]): Refusal[] {
  const others = [...written, ...kept].filter(({ said, official }) => said !== official);
  const byRow = Map.groupBy(written, ({ row }) => row);
  return [...byRow].flatMap(([row, own]) => {
    const [{ official } = { official: '' }] = own;
    const further = others.find((other) => other.said === official);
    const below = own.flatMap(({ said }) => {
      const other = kept.find((one) => one.official === said);
      return other ? [refusal(row, c.said, reasons.saidIsOfficial(said, other.said))] : [];
    });
    return [
      ...(further ? [refusal(row, c.official, reasons.officialIsSaid(official, further.official))] : []),
      ...below,
    ];
  });
}

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: SYNONYM_SHEET, row: row.number, column, reason };
}
