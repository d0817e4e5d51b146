import type { Message } from '../../chat/message.ts';
import type { Rich } from '../../chat/rich.ts';
import { addDays } from '../../kernel/day.ts';
import { findCoordinators } from '../../people/repo.ts';
import { hasRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { others } from '../keep/messages.ts';
import { noticeWords } from '../keep/words.ts';
import { countyOf, type Places } from '../places.ts';
import { CLASH_DAYS, type Clash, clashes } from '../rules/clashes.ts';
import { type ComingRow, readComing } from '../verbs/find-clashes.ts';
import { clashBlocks } from './cards.ts';

/** Where this one meets others within 10 days, by township; what is unannounced meets nobody. */
export async function clashesOf(
  ctx: Ctx,
  places: Places,
  row: { number: string; places: string[]; startDay: string; endDay: string },
): Promise<Clash<ComingRow>[]> {
  const from = addDays(row.startDay, -CLASH_DAYS);
  const to = addDays(row.endDay, CLASH_DAYS);
  const { inspections, research } = await readComing(ctx, places, from, to);
  const known = [...inspections, ...research].filter(({ number }) => number !== row.number);
  const mine: ComingRow = {
    kind: '',
    number: row.number,
    name: '',
    organiser: '',
    organiserName: '',
    targets: row.places,
    start: row.startDay,
    end: row.endDay,
    pending: false,
  };
  const townships = new Set(places.townships.map(({ code }) => code));
  return clashes([...known, mine], townships)
    .filter(({ stays }) => stays.includes(mine))
    .map(({ unit, stays }) => ({ unit, stays: stays.filter((stay) => stay !== mine) }));
}

/** On the card in hand, where that is an office's: nobody else is told what comes to a township. */
export function clashHint(ctx: Ctx, text: (count: number) => string, count: number): string[] {
  return count > 0 && hasRole(ctx.actor, 'coordinator') ? [text(count)] : [];
}

/** About one entry, as soon as it is made or moved. */
export async function clashMessages(
  ctx: Ctx,
  places: Places,
  row: { number: string; name: string; revision: number; organisers: readonly string[] },
  found: readonly Clash<ComingRow>[],
): Promise<Message[]> {
  return tellOffices(ctx, places, {
    found,
    counties: [countyOf(places, row.organisers)],
    lead: noticeWords.clash(row.name),
    key: `${row.number}:${row.revision}`,
    subject: `filings.clash:${row.number}`,
  });
}

/**
 * To the two offices only (domain 5): those of the townships' counties, which see their own, and the organisers' own;
 * the city's see all of it. One message each, however much there is.
 */
export async function tellOffices(
  ctx: Ctx,
  places: Places,
  about: {
    found: readonly Clash<ComingRow>[];
    /** Levels of the organisers. */
    counties: readonly string[];
    lead: Rich;
    key: string;
    subject: string;
  },
): Promise<Message[]> {
  const { found, lead, key, subject } = about;
  if (found.length === 0) return [];
  const countyIn = ({ unit }: Clash<ComingRow>) => places.find(unit)?.county ?? '';
  const messages: Message[] = [];
  for (const county of [...new Set([...about.counties, ...found.map(countyIn)])].toSorted()) {
    const here = county === '' ? found : found.filter((clash) => countyIn(clash) === county);
    if (here.length === 0) continue;
    for (const openId of others(ctx, await findCoordinators(ctx.db, county)))
      messages.push({
        key: `filings.clash@${key}:${openId}`,
        to: { kind: 'person', openId },
        card: {
          title: noticeWords.clashTitle,
          tone: 'notice',
          blocks: [{ kind: 'text', text: lead }, ...clashBlocks(here, places)],
        },
        kind: 'notice',
        subject,
      });
  }
  return messages;
}
