import { and, eq } from 'drizzle-orm';
import { grant, person } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Role } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { requirePostPower } from '../post-power.ts';
import { findUnits } from '../repo.ts';
import { personalNumberIn } from '../rules/personal-number.ts';
import { hasRole } from '../scope.ts';
import { postWords as words } from '../words-posts.ts';

const OPEN_ID = /^[\w-]{1,64}$/;
const NAME_LETTERS = 32;

/**
 * A post for somebody on the roster, who is put on it with the first one.
 * @throws AppError forbidden, not_found, invalid with its problems by field
 */
export async function givePost(
  ctx: Ctx,
  input: { unit: string; role: Role; openId: string; name: string },
): Promise<Outcome<{ changed: boolean }>> {
  const { unit: code, role, openId, name } = input;
  const [unit] = await findUnits(ctx.db, [code]);
  if (!unit) throw new AppError('not_found', words.unknownUnit);
  requirePostPower(ctx, unit, role);
  // Nobody adds to their own rights; the first administrator stands in the settings.
  if (ctx.actor.kind === 'person' && ctx.actor.openId === openId && !hasRole(ctx.actor, 'admin'))
    throw new AppError('forbidden', words.noSelf);
  const [known] = await ctx.db.select().from(person).where(eq(person.openId, openId));
  const problems = problemsOf(input, known?.name);
  if (problems.length > 0)
    throw new AppError('invalid', problems.map(({ text }) => text).join('；'), { problems });
  const [post] = await ctx.db
    .select({ unit: grant.unit })
    .from(grant)
    .where(and(eq(grant.openId, openId), eq(grant.unit, code), eq(grant.role, role)));
  if (post) return outcome({ changed: false });
  return outcome(
    { changed: true },
    {
      writes: [
        ...(known ? [] : [ctx.db.insert(person).values({ openId, name })]),
        ctx.db.insert(grant).values({ openId, unit: code, role }),
        auditRow(ctx, 'people.post', code, { role, after: openId }),
      ],
    },
  );
}

function problemsOf({ openId, name }: { openId: string; name: string }, known: string | undefined) {
  const problems: { field: string; text: string }[] = [];
  if (name === '' || Array.from(name).length > NAME_LETTERS)
    problems.push({ field: 'name', text: words.badName });
  else if (personalNumberIn(name)) problems.push({ field: 'name', text: words.personal });
  else if (known !== undefined && known !== name)
    problems.push({ field: 'name', text: words.otherName(known) });
  if (!OPEN_ID.test(openId)) problems.push({ field: 'openId', text: words.badOpenId });
  else if (/^\+?\d+$/.test(openId) && personalNumberIn(openId))
    problems.push({ field: 'openId', text: words.personal });
  return problems;
}
