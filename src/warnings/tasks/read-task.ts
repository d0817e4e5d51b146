import { type Indicator, levelName } from '../../counts/window.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Month } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import { coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import type { Evidence } from '../evidence.ts';
import { findNotice } from '../repo.ts';
import { cardWords } from '../words.ts';
import { findTask, type TaskKind, type TaskRow } from './repo.ts';
import { draftWords, todoWords } from './words.ts';

/** What a button names: the decision that the task came from. */
export interface TaskRef {
  scope: string;
  indicator: Indicator;
  month: Month;
}

export interface Task {
  task: TaskRow & { byName: string };
  /** Of the unit, or of the level. */
  name: string;
  evidence: Evidence;
}

/** @throws AppError not_found, forbidden: only coordinators of the level decide. */
export async function readTask(ctx: Ctx, ref: TaskRef, kind: TaskKind): Promise<Task> {
  const words = kind === 'draft' ? draftWords : todoWords;
  const task = await findTask(ctx.db, { ...ref, kind });
  const notice = await findNotice(ctx.db, ref);
  if (!task || !notice) throw new AppError('not_found', words.gone);
  if (!coordinates(ctx.actor, task.county)) throw new AppError('forbidden', words.forbidden);
  const [unit] = task.scope === levelName(task.county) ? [] : await findUnits(ctx.db, [task.scope]);
  return { task, name: unit?.name ?? cardWords.levelScope(task.county), evidence: notice.evidence };
}

/** Open_id of whoever decides; empty at the command line. */
export function deciderOf(ctx: Ctx): string {
  return ctx.actor.kind === 'person' ? ctx.actor.openId : '';
}
