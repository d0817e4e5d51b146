import { existsSync, readFileSync } from 'node:fs';
import { perform } from '../../delivery/perform.ts';
import { importWorkbook } from '../../system/verbs/import-workbook.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';

export const importCommand: CliCommand = {
  name: 'import',
  usage: '<workbook.xlsx> [--dry-run]',
  flags: ['dry-run'],
  async run(house, { words: [path], options }) {
    if (!path) throw new UsageError(words.missingArgument('workbook.xlsx'));
    if (!existsSync(path)) throw new UsageError(words.noFile(path));
    const file = readFileSync(path);
    const dryRun = 'dry-run' in options;
    const result = await perform(
      house.runtime.store,
      () => house.ctx(),
      (ctx) =>
        importWorkbook(ctx, {
          file,
          dryRun,
          sheets: house.features.flatMap((feature) => feature.sheets ?? []),
          unknownPeople: async (openIds) => (await house.platform()).unknownPeople(openIds),
        }),
    );
    const lines = result.ok
      ? [words.imported(result.imported, dryRun)]
      : [words.refused(result.refused.length), ...result.refused.map(words.refusal)];
    return { ok: result.ok, lines, json: { ...result } };
  },
};
