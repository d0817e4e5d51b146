import { openDatabase } from '../../main/open-database.ts';
import type { CliCommand } from '../command.ts';
import { cliWords as words } from '../words.ts';

export const migrate: CliCommand = {
  name: 'migrate',
  usage: '',
  bare: true,
  async run(house) {
    const { store, migrated } = openDatabase(house.databasePath);
    store.close();
    return { ok: true, lines: [words.migrated(migrated)], json: { ok: true, applied: migrated } };
  },
};
