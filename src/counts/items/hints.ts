import { addMonths, monthFrom, yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { findItems, type Item } from './repo.ts';
import { sameTopic } from './rules/lexicon-topic.ts';
import { hintWords as words } from './words.ts';

/** Months in which a document on the same matter makes a meeting dispensable. */
const RECENT_MONTHS = 2;

/** What somebody may want to know before the meeting takes place; they decide (BR-25, domain 3.2). */
export async function hintsFor(
  ctx: Ctx,
  item: Pick<Item, 'unit' | 'indicator' | 'title' | 'kind' | 'month' | 'key'>,
): Promise<string[]> {
  if (item.indicator !== 'meeting') return [];
  const from =
    [monthFrom(yearOf(item.month), 1), addMonths(item.month, 1 - RECENT_MONTHS)].toSorted()[0] ?? '';
  const others = (await findItems(ctx.db, from, item.month, [item.unit])).filter(
    (other) => other.struck === null && other.key !== item.key,
  );
  const recent = addMonths(item.month, 1 - RECENT_MONTHS);
  const alike = others.find(
    (other) => other.indicator === 'document' && other.month >= recent && sameTopic(other.title, item.title),
  );
  const again = others.some((other) => other.kind === 'system' && yearOf(other.month) === yearOf(item.month));
  return [
    ...(alike ? [words.sameTopic(alike)] : []),
    ...(item.kind === 'system' && again ? [words.secondSystem] : []),
  ];
}
