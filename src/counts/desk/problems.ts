import { AppError } from '../../kernel/errors.ts';
import type { FormProblem } from '../../kernel/form.ts';
import { deskWords as words } from './words.ts';

/** What is wrong with one field of a desk's form. */
export interface DeskProblem {
  field: string;
  text: string;
}

export function fieldProblems(problems: readonly FormProblem[]): DeskProblem[] {
  return problems.map((problem) => ({ field: problem.name, text: words.field(problem) }));
}

/** All of them at once. @throws AppError invalid unless there are none */
export function refuseAll(problems: readonly DeskProblem[]): void {
  if (problems.length === 0) return;
  throw new AppError('invalid', problems.map(({ text }) => text).join('；'), { problems });
}
