import { writeFileSync } from 'node:fs';
import { perform } from '../../delivery/perform.ts';
import { exportWorkbook } from '../../system/verbs/export-workbook.ts';
import { type CliCommand, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';

export const exportCommand: CliCommand = {
  name: 'export',
  usage: '<workbook.xlsx>',
  async run(house, { words: [path] }) {
    if (!path) throw new UsageError(words.missingArgument('workbook.xlsx'));
    const sheets = house.features.flatMap((feature) => feature.sheets ?? []);
    const { file, exported } = await perform(
      house.runtime.store,
      () => house.ctx(),
      (ctx) => exportWorkbook(ctx, { sheets }),
    );
    writeFileSync(path, file);
    return { ok: true, lines: [words.exported(path, exported)], json: { ok: true, file: path, exported } };
  },
};
