import type { Card } from '../../src/chat/card.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { cardOf, deliver, queued, runJob, tap } from './desk.ts';
import { say } from './item-desk.ts';
import { answers, form, unevenRuntime } from './reconciliation-desk.ts';

/** Every card that people meet on the way through a year's reconciliation, as the platform gets it. */
export async function reconciliationCards(): Promise<Record<string, Record<string, unknown>>> {
  const runtime = await unevenRuntime();
  const cards: Record<string, Card> = { start: await say(runtime, 'ou_zhou', '年对账') };
  await runJob(runtime, 'counts.reconcile-draft', '2025-12');
  const draft = await say(runtime, 'ou_zhou', '年对账');
  cards['draft'] = draft;
  cards['released'] = cardOf(await tap(runtime, 'ou_zhou', draft, '发给有差异的单位'));
  runtime.clock.set('2026-01-12T09:40');
  await runJob(runtime, 'counts.reconcile-ask', '2026-01-12');
  await deliver(runtime);
  const [sent] = await queued(runtime, 'counts.reconcile-card@2025:NY:ou_lin');
  const unit = sent?.card as Card;
  cards['unit'] = unit;
  const excuse = form({ ...answers, unplanned: 'approved', unregistered: 'uncounted' }, '市政批〔2025〕8号');
  const waiting = cardOf(await tap(runtime, 'ou_lin', unit, '提交', excuse));
  cards['waiting'] = waiting;
  const office = await say(runtime, 'ou_zhou', '年对账');
  cards['judge'] = office;
  cards['change'] = cardOf(await tap(runtime, 'ou_lin', waiting, '改说明'));
  const level = cardOf(await tap(runtime, 'ou_zhou', office, '认可'));
  cards['level'] = level;
  cards['statement'] = await say(runtime, 'ou_lin', '年对账');
  cards['closed'] = cardOf(await tap(runtime, 'ou_zhou', level, '对账结束'));
  return Object.fromEntries(Object.entries(cards).map(([name, card]) => [name, cardJson(card)]));
}
