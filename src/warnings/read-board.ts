import { dayOf } from '../kernel/day.ts';
import { monthOf, yearOf } from '../kernel/period.ts';
import { findUnits } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';
import type { Board } from './cards-board.ts';
import { ownLevels } from './own-levels.ts';
import { readRules } from './read-rules.ts';
import { findSilences } from './silences/repo.ts';
import { findOpenTasks } from './tasks/repo.ts';
import { cardWords } from './words.ts';

/** What a coordinator may decide about warnings now: drafts to sign, corrections to settle, silences to lift. */
export async function readBoard(ctx: Ctx): Promise<Board> {
  const levels = ownLevels(ctx.actor);
  const today = dayOf(ctx.now);
  const tasks = await findOpenTasks(ctx.db, levels);
  const silences = (await Promise.all(levels.map((county) => findSilences(ctx.db, county, today)))).flat();
  const names = new Map((await findUnits(ctx.db)).map((unit) => [unit.code, unit.name]));
  const rules = await readRules(ctx.db);
  return {
    tasks: tasks.map((task) => ({
      ...task,
      name: names.get(task.scope) ?? cardWords.levelScope(task.county),
    })),
    silences: silences.map((one) => ({
      ...one,
      name: one.scope === '' ? '' : (names.get(one.scope) ?? one.scope),
    })),
    version: rules.inForce(monthOf(today)).version,
    year: yearOf(today) - 1,
  };
}
