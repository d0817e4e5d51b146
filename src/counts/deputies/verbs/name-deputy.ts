import { deputy, grant } from '../../../../db/schema/index.ts';
import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import type { Message } from '../../../chat/message.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { addDays, type Day, dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { grantsOf } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { deputiesCard } from '../cards.ts';
import { findColleagues, findDeputies } from '../repo.ts';
import { deputyWords as words } from '../words.ts';

const USUAL_DAYS = 30;
/** Whoever is away for longer than a quarter has a successor. */
export const MOST_DAYS = 92;

function unitsOf(ctx: Ctx): string[] {
  return grantsOf(ctx.actor)
    .filter((one) => one.role === 'liaison')
    .map((one) => one.unit);
}

/** 代办 alone: who stands in now, and how to ask somebody. */
export async function showDeputies(ctx: Ctx): Promise<Outcome<Card>> {
  return outcome(deputiesCard(words.how, await findDeputies(ctx.db, unitsOf(ctx))));
}

/** A colleague of the same unit acts for its liaison until a day, at every unit that both belong to. */
export async function nameDeputy(
  ctx: Ctx,
  input: { name: string; until: Day | undefined },
): Promise<Outcome<Card>> {
  const today = dayOf(ctx.now);
  const until = input.until ?? addDays(today, USUAL_DAYS);
  if (until > addDays(today, MOST_DAYS)) throw new AppError('invalid', words.tooLong(MOST_DAYS));
  const posts = await findColleagues(ctx.db, unitsOf(ctx), input.name);
  const standing = await findDeputies(ctx.db, unitsOf(ctx));
  const isDeputy = (unit: string, openId: string) =>
    standing.some((one) => one.unit === unit && one.openId === openId);
  const regular = new Set(
    posts
      .filter(({ role, unit, openId }) => role === 'liaison' && !isDeputy(unit, openId))
      .map(({ unit, openId }) => `${unit} ${openId}`),
  );
  const chosen = [...new Map(posts.map((post) => [`${post.unit} ${post.openId}`, post])).values()].filter(
    ({ unit, openId }) => !regular.has(`${unit} ${openId}`),
  );
  if (posts.length === 0) return outcome(textCard(words.title, words.nobody(input.name)));
  if (chosen.length === 0) return outcome(textCard(words.title, words.isLiaison(input.name)));
  const by = ctx.actor.kind === 'person' ? ctx.actor : { openId: '', name: '' };
  const deputies = chosen.map((post) => ({ ...post, by: by.openId, until }));
  return outcome(deputiesCard(words.named(input.name, until), deputies, 'success'), {
    writes: deputies.flatMap(({ unit, openId }) => [
      ctx.db
        .insert(deputy)
        .values({ unit, openId, by: by.openId, until, at: ctx.now })
        .onConflictDoUpdate({ target: [deputy.unit, deputy.openId], set: { until, by: by.openId } }),
      ctx.db.insert(grant).values({ unit, openId, role: 'liaison' }).onConflictDoNothing(),
      auditRow(ctx, 'counts.deputy', `${unit}:${openId}`, { until }),
    ]),
    messages: deputies.map(
      (one): Message => ({
        key: `counts.deputy@${one.unit}:${one.openId}:${until}`,
        to: { kind: 'person', openId: one.openId },
        card: deputiesCard(words.asked(by.name, one.unitName, until), [one]),
        kind: 'duty',
      }),
    ),
  });
}
