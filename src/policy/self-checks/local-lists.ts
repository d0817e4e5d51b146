import type { Option } from '../../chat/card.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { figureLine } from '../cards.ts';
import { allInForce } from '../local-standards.ts';
import { audienceOf, findFigures, type LocalFigure } from '../repo.ts';
import { fingerprint } from './rules/fingerprint.ts';
import { shortened } from './rules/tolerance-lists.ts';
import { checkWords as words } from './words.ts';

/** Local standards of the person who checks. */
export async function localFigures(ctx: Ctx, ...codes: string[]): Promise<LocalFigure[]> {
  const audience = audienceOf(ctx);
  return allInForce(await findFigures(ctx.db, codes, audience), audience.day);
}

/** One line of each row, as it stands beside a box. */
export function linesOf(figures: readonly LocalFigure[], code: string): string[] {
  return figures.filter((figure) => figure.code === code).map(({ values }) => shortened(figureLine(values)));
}

export function optionsOf(texts: readonly string[]): Option[] {
  return texts.map((text, i) => ({ text, value: String(i) }));
}

export function textsOf(texts: readonly string[], values: readonly string[]): string[] {
  return values.flatMap((value) => texts[Number(value)] ?? []);
}

/** @throws AppError when the lists are others than those that were ticked. */
export function requireSame(texts: readonly string[], shown: string): void {
  if (fingerprint(texts) !== shown) throw new AppError('stale', words.changed);
}
