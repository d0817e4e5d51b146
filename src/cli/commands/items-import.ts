import { existsSync, readFileSync } from 'node:fs';
import { importExport } from '../../counts/items/verbs/import-export.ts';
import { indicatorOf } from '../../counts/lexicon.ts';
import { perform } from '../../delivery/perform.ts';
import { type RawSheet, readWorkbook } from '../../system/workbook/read.ts';
import { WorkbookRefused } from '../../system/workbook/refused.ts';
import { worldOf } from '../../system/workbook/world.ts';
import { type CliCommand, type CliResult, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';
import { itemWords } from '../words-items.ts';

/** Documents or meetings out of an office-automation export: the first sheet, headings by their usual names. */
export const itemsImport: CliCommand = {
  name: 'items import',
  usage: itemWords.usage,
  valued: ['unit', 'indicator'],
  flags: ['dry-run'],
  async run(house, { words: [path], options }): Promise<CliResult> {
    if (!path || !options['unit']) throw new UsageError(words.missingArgument(itemWords.usage));
    if (!existsSync(path)) throw new UsageError(words.noFile(path));
    const named = options['indicator'] ?? itemWords.usual;
    const indicator = indicatorOf(named);
    if (!indicator) throw new UsageError(itemWords.badIndicator(named));
    const unit = options['unit'];
    const dryRun = 'dry-run' in options;
    const raw = await firstSheet(readFileSync(path));
    if (typeof raw === 'string') return refused([{ sheet: '', row: 0, column: '', reason: raw }]);
    const world = await worldOf(house.ctx(), [], async () => new Set());
    if (!world.units.has(unit)) throw new UsageError(itemWords.unknownUnit(unit));
    const result = await perform(
      house.runtime.store,
      () => house.ctx(),
      (ctx) => importExport(ctx, { raw, unit, indicator, world, dryRun }),
    );
    if (!result.ok) return { ...refused(result.refused), json: { ...result } };
    return { ok: true, lines: itemWords.done(result, dryRun), json: { ...result } };
  },
};

/** The first sheet with any content, or why there is none. */
async function firstSheet(file: Uint8Array): Promise<RawSheet | string> {
  try {
    const [first] = await readWorkbook(file);
    return first ?? { name: '', rows: [], peculiar: [] };
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.reason;
    throw error;
  }
}

function refused(refusals: Parameters<typeof words.refusal>[0][]): CliResult {
  return {
    ok: false,
    lines: [words.refused(refusals.length), ...refusals.map(words.refusal)],
    json: { ok: false, refused: refusals },
  };
}
