import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError, PlatformError } from '../../kernel/errors.ts';
import { readCalendar } from '../../main/calendar.ts';
import { machineHealth } from '../../main/machine.ts';
import { migrationsFolder } from '../../main/paths.ts';
import { checkDatabase } from '../../store/backup.ts';
import { pendingMigrations, unknownMigrations } from '../../store/migrate.ts';
import { type Examination, examine } from '../../system/doctor/examine.ts';
import type { Level, PlatformHealth } from '../../system/doctor/rules/facts.ts';
import type { CliCommand, CliHouse } from '../command.ts';
import { doctorWords as words } from '../words-doctor.ts';

interface Line {
  name: string;
  ok: boolean;
  /** Worth a card to the administrator, when the server itself sees it. */
  grave: boolean;
  text: string;
}

/** Every line says what is well or what to do. Exit code 1 when something is wrong. Changes nothing. */
export const doctor: CliCommand = {
  name: 'doctor',
  usage: '',
  bare: true,
  async run(house) {
    const platform = await platformOf(house);
    const database = databaseLine(house.databasePath);
    const { findings, health } = database.ok
      ? await examined(house, platform.health)
      : { findings: [], health: undefined };
    const lines = [...platform.lines, database, ...findings.map(lineOf)];
    const ok = lines.every((line) => line.ok);
    const jobs = (health?.jobs ?? []).map(({ job, lastSuccess }) => ({ job, lastSuccess }));
    return {
      ok,
      lines: [...lines.map(words.line), ...(jobs.length > 0 ? [words.jobs(jobs)] : [])],
      json: { ok, findings: lines, jobs },
    };
  },
};

async function examined(house: CliHouse, platform: PlatformHealth | undefined): Promise<Examination> {
  const ctx = house.ctx();
  const calendar = await readCalendar(ctx.db);
  const machine = machineHealth(house.databasePath, house.backupFolder);
  return examine({ ...ctx, calendar }, { platform, machine });
}

function lineOf({ name, level, text }: { name: string; level: Level; text: string }): Line {
  return { name, ok: level === 'ok', grave: level === 'grave', text };
}

async function platformOf(house: CliHouse): Promise<{ health?: PlatformHealth; lines: Line[] }> {
  const away = (text: string) => ({ lines: [lineOf({ name: 'platform', level: 'grave', text })] });
  try {
    const { checkUp } = await house.platform();
    const { probes, bot } = await checkUp();
    return { health: { probes, skewMs: bot?.skewMs }, lines: [] };
  } catch (error) {
    if (error instanceof AppError) return away(error.text);
    if (error instanceof PlatformError) return away(error.hint);
    throw error;
  }
}

/** Looked at as it lies there, because opening it for work would bring it up to date. */
function databaseLine(path: string): Line {
  const bad = (text: string) => lineOf({ name: 'migrations', level: 'grave', text });
  const full = resolve(path);
  if (!existsSync(full)) return bad(words.noDatabase(full));
  let applied: string[];
  try {
    applied = checkDatabase(full).migrations;
  } catch {
    return bad(words.damaged(full));
  }
  if (unknownMigrations(applied, migrationsFolder).length > 0) return bad(words.newer);
  const pending = pendingMigrations(applied, migrationsFolder);
  if (pending.length > 0) return bad(words.pending(pending.length));
  return lineOf({ name: 'migrations', level: 'ok', text: words.migrated });
}
