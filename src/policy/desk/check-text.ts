import { facts, localFigureKinds } from '../../../db/seed/facts.ts';
import { AppError } from '../../kernel/errors.ts';
import { findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { searchText } from '../retrieval/rules/tokens.ts';
import { readSynonyms } from '../retrieval/synonyms.ts';
import { barredFromAnswers } from '../rules/answer-text.ts';
import { otherNumbers } from './repo.ts';
import type { EntryText } from './rules/entry-text.ts';
import { LONGEST, type Problem, problemsOf } from './rules/problems.ts';
import { deskWords as words } from './words.ts';

/** Longer than any number on paper. */
export const SIGN_LENGTH = 40;

/** A problem beside its field, in Chinese. */
export interface FieldProblem {
  field: Problem['field'];
  text: string;
}

/** @throws AppError invalid with all problems at once: `data.problems`, each beside its field */
export async function requireSound(
  ctx: Ctx,
  number: string,
  text: EntryText,
  stage: 'draft' | 'review',
): Promise<void> {
  const problems = await findProblems(ctx, number, text, stage);
  if (problems.length === 0) return;
  const told: FieldProblem[] = problems.map((one) => ({ field: one.field, text: words.problem(one) }));
  const said = stage === 'draft' ? words.problems(problems) : words.notReady(problems);
  throw new AppError('invalid', said, { problems: told });
}

async function findProblems(ctx: Ctx, number: string, text: EntryText, stage: 'draft' | 'review') {
  const { words: synonyms } = await readSynonyms(ctx.db);
  const units = text.units.length > 0 ? await findUnits(ctx.db, text.units) : [];
  return problemsOf(
    text,
    {
      units: new Set(units.map(({ code }) => code)),
      facts: new Set(facts.keys()),
      figures: new Set(localFigureKinds.keys()),
      entries: text.replacedBy === '' ? new Set() : await otherNumbers(ctx.db, number),
      reads: (phrase) => searchText(phrase, synonyms),
    },
    stage,
  );
}

/** A line to the other person (BR-34). @throws AppError invalid */
export function requireRemark(typed: string, needed = false): string {
  const remark = typed.trim();
  if (needed && remark === '') throw new AppError('invalid', words.reasonMissing);
  if (Array.from(remark).length > LONGEST.line)
    throw new AppError('invalid', words.reasonTooLong(LONGEST.line));
  if (barredFromAnswers(remark)) throw new AppError('invalid', words.reasonBarred);
  return remark;
}

/** A number as it stands on paper. @throws AppError invalid */
export function requireSign(typed: string): string {
  const sign = typed.trim();
  if (Array.from(sign).length > SIGN_LENGTH) throw new AppError('invalid', words.signTooLong(SIGN_LENGTH));
  if (barredFromAnswers(sign)) throw new AppError('invalid', words.reasonBarred);
  return sign;
}
