import { and, eq } from 'drizzle-orm';
import { filing } from '../../../../db/schema/index.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { clashesOf, clashHint, clashMessages } from '../../offices/tell.ts';
import { asOfToday, mayKeep, readPlaces } from '../../places.ts';
import { findFiling } from '../../repo.ts';
import { newButton } from '../cards.ts';
import { changedFields, fieldsOf, readFiling } from '../fields.ts';
import { judge } from '../judge.ts';
import { waitingMessages } from '../messages.ts';
import { cardFor } from '../open.ts';
import { keepAnswers, keepProblems, keepWords as words } from '../words.ts';

/** 登记: once however often it is sent; all that is wrong at once; beyond the plan it waits for the offices (BR-27). */
export async function registerFiling(
  ctx: Ctx,
  { unit, form }: { unit: string; form: Record<string, unknown> },
): Promise<Outcome<ClickAnswer>> {
  const places = await readPlaces(ctx);
  const [organiser = ''] = places.successions.now(unit);
  if (!organiser || !mayKeep(ctx, places, [organiser])) throw new AppError('forbidden', keepAnswers.noUnit);
  const { fields, wrong } = readFiling(form, organiser, places);
  const judged = wrong.length === 0 || fields.startDay ? await judge(ctx, places, fields) : undefined;
  const known = fields.number ? await findFiling(ctx.db, fields.number) : undefined;
  const stands = known && (known.state === 'filed' || known.state === 'pending');
  if (known && stands && wrong.length === 0 && isSame(fieldsOf(known), fields)) {
    const card = cardFor(ctx, { places, row: asOfToday(places, known) });
    return outcome<ClickAnswer>({ toast: { tone: 'success', text: keepAnswers.known }, card });
  }
  const foreign = known && !mayKeep(ctx, places, places.successions.now(known.organiser));
  const taken = foreign
    ? [keepAnswers.otherUnit(fields.number)]
    : stands
      ? [keepAnswers.otherName(fields.number, known.name)]
      : [];
  const problems = [...wrong, ...(judged?.problems ?? []), ...taken];
  if (problems.length > 0 || !judged) throw new AppError('invalid', keepProblems.join(problems));
  const row = {
    ...fields,
    unplanned: fields.unplanned || judged.beyond !== undefined,
    state: judged.pending ? ('pending' as const) : ('filed' as const),
    reason: '',
    revision: (known?.revision ?? 0) + 1,
    author: actorId(ctx.actor),
  };
  const shown = asOfToday(places, row);
  const found = row.kind === 'unannounced' || row.kind === 'veto' ? [] : await clashesOf(ctx, places, shown);
  const hints = [
    ...(judged.beyond ? [words.beyond(judged.beyond.year, judged.beyond.plan, judged.beyond.count)] : []),
    ...(judged.pending && !judged.beyond ? [words.ticked] : []),
    ...(row.records ? [words.records] : []),
  ];
  const told = await clashMessages(ctx, places, shown, found);
  const waiting = judged.pending ? await waitingMessages(ctx, places, shown, hints) : [];
  const write = known
    ? [
        ctx.db
          .update(filing)
          .set(row)
          .where(and(eq(filing.number, row.number), eq(filing.revision, known.revision))),
        mustChange(),
      ]
    : [ctx.db.insert(filing).values(row)];
  return outcome<ClickAnswer>(
    {
      toast: { tone: 'success', text: toast(row) },
      card: cardFor(
        ctx,
        { places, row: shown },
        {
          title: judged.pending ? words.pendingTitle : words.doneTitle,
          tone: judged.pending ? 'notice' : 'success',
          hints: [...hints, ...clashHint(ctx, words.clash, found.length)],
          buttons: [newButton],
        },
      ),
    },
    {
      writes: [
        ...judged.guards,
        ...write,
        auditRow(ctx, 'filings.register', `filing:${row.number}`, { state: row.state }),
      ],
      messages: [...waiting, ...told],
    },
  );
}

function isSame(known: ReturnType<typeof fieldsOf>, said: ReturnType<typeof fieldsOf>): boolean {
  // That it is beyond the plan may have been found out by us and not been ticked.
  return changedFields(known, { ...said, unplanned: known.unplanned }).length === 0;
}

function toast({ state, kind }: { state: string; kind: string }): string {
  if (state === 'pending') return keepAnswers.registeredPending;
  return kind === 'unannounced' ? keepAnswers.registeredHidden : keepAnswers.registered;
}
