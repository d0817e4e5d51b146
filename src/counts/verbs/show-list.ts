import type { Block, Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { joinRich } from '../../chat/rich.ts';
import { dayOf } from '../../kernel/day.ts';
import { type Month, monthOf } from '../../kernel/period.ts';
import { findHolders } from '../../people/repo.ts';
import { findSteps } from '../../people/repo-succession.ts';
import { endedUnits } from '../../people/rules/succession.ts';
import { grantsOf, hasRole, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { answerWith } from '../answer-with.ts';
import { findReporting } from '../repo.ts';
import { withoutHeir } from '../rules/succession.ts';
import { listWords as words } from '../words-list.ts';
import { successionWords } from '../words-succession.ts';

type Listed = Awaited<ReturnType<typeof findReporting>>[number];

/**
 * Who reports and how: townships with the reason somebody gave, in plain sight (BR-12), and units that nobody looks
 * after. A coordinator sees their levels, an administrator all of them, one card each.
 */
export async function showList(ctx: Ctx, input: { eventId: string }): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'coordinator', 'admin');
  const month = monthOf(dayOf(ctx.now));
  const all = await findReporting(ctx.db, month);
  const own = new Set(
    grantsOf(ctx.actor)
      .filter(({ role }) => role === 'coordinator')
      .map(({ county }) => county),
  );
  const steps = await findSteps(ctx.db, dayOf(ctx.now));
  const ended = endedUnits(steps);
  const orphaned = new Set(withoutHeir([...new Set(all.map(({ code }) => code))], steps));
  const everything = hasRole(ctx.actor, 'admin');
  const levels = Map.groupBy(all, ({ county }) => county);
  const looked = new Set((await findHolders(ctx.db, 'liaison')).map(({ unit }) => unit));
  const [first, ...others] = [...levels]
    .filter(([county]) => everything || own.has(county))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([county, rows]) => listCard(county, month, rows, { looked, ended, orphaned }));
  if (!first) return outcome(textCard(words.title, words.empty));
  return answerWith(ctx, [first, ...others], `counts.list@${input.eventId}`);
}

/** Codes of units: those that have a liaison, that exist no more, and whose place nobody on the list has taken. */
type Standing = Record<'looked' | 'ended' | 'orphaned', ReadonlySet<string>>;

function listCard(
  county: string,
  month: Month,
  rows: readonly Listed[],
  { looked, ended, orphaned }: Standing,
): Card {
  const all = [...new Map(rows.map((row) => [row.code, row])).values()];
  const units = all.filter(({ code }) => !ended.has(code));
  const gone = all.filter(({ code }) => orphaned.has(code)).map(({ name }) => name);
  const asked = units.filter(({ tier }) => tier !== 'township' && tier !== 'village');
  const townships = units.filter((unit) => !asked.includes(unit));
  const nobody = asked.filter(({ code }) => !looked.has(code)).map(({ name }) => name);
  const items = asked.filter(({ mode }) => mode === 'items').length;
  const below: Block[] =
    townships.length === 0
      ? [{ kind: 'note', text: words.noTownships }]
      : [
          {
            kind: 'panel',
            title: words.townshipsTitle,
            open: true,
            blocks: [
              {
                kind: 'text',
                text: joinRich(
                  townships.map(({ name, reason }) => words.township(name, reason)),
                  '\n',
                ),
              },
              { kind: 'note', text: words.townshipsNote },
            ],
          },
        ];
  return {
    title: words.title,
    subtitle: words.level(county),
    tone: townships.length > 0 ? 'notice' : 'info',
    blocks: [
      { kind: 'text', text: words.sum(month, items, asked.length - items) },
      ...(nobody.length > 0 ? [{ kind: 'text' as const, text: words.nobody(nobody) }] : []),
      ...(gone.length > 0 ? [{ kind: 'text' as const, text: successionWords.withoutHeir(gone) }] : []),
      ...below,
    ],
  };
}
