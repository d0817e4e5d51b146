import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { type FoundRow, foundCard, notFoundCard, textCard } from '../cards.ts';
import { type Query, readQuery } from '../lexicon-query.ts';
import { asOfToday, readPlaces, viewerOf } from '../places.ts';
import { findFilings, findPhone, findResearch } from '../repo.ts';
import { matches } from '../rules/match.ts';
import { maySee } from '../rules/visibility.ts';
import { kindNames, words } from '../words.ts';
import { researchName } from '../words-research.ts';

/**
 * 备案没: what is filed about the asker's own unit, by name, number, organiser or day; a coordinator looks up their
 * level. What is unannounced is found by nobody but its organiser, and reads like what was never filed (domain 5).
 */
export async function lookUp(ctx: Ctx, { said }: { said: string }): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const viewer = viewerOf(ctx, places);
  if (viewer.own.size + viewer.level.size === 0) return outcome(textCard(words.noUnit));
  const today = dayOf(ctx.now);
  const query = readQuery(said, today, places.units);
  const year = today.slice(0, 4);
  const from = [`${year}-01-01`, query.span?.from ?? today].toSorted()[0] ?? today;
  const to = [`${year}-12-31`, query.span?.to ?? today].toSorted()[1] ?? today;
  const rows: FoundRow[] = (await findFilings(ctx.db, from, to)).map((row) => asOfToday(places, row));
  const research = query.research ? await announcedAsFilings(ctx, from, to) : [];
  const seen = [...rows, ...research.map((row) => asOfToday(places, row))].filter(
    (row) =>
      row.state !== 'withdrawn' && row.state !== 'refused' && maySee(viewer, { ...row, targets: row.places }),
  );
  const filings = seen.filter(
    ({ endDay, startDay }) => endDay >= `${year}-01-01` && startDay <= `${year}-12-31`,
  );
  if (!said) return outcome(filings.length > 0 ? foundCard(filings, today) : textCard(words.none));
  const found = seen.filter((row) => isMeant(query, row) && inSpan(query, row));
  if (found.length > 0) return outcome(foundCard(found, today));
  const phone = await findPhone(ctx.db);
  const sentence = query.veto ? words.vetoNotFound(phone) : words.notFound(phone);
  const near = query.span ? seen.filter((row) => isMeant(query, row)) : [];
  return outcome(
    near.length > 0
      ? notFoundCard(sentence, words.otherDays, near, today, true)
      : notFoundCard(sentence, words.others, filings, today),
  );
}

function isMeant({ organisers, topic, veto, inspection }: Query, row: FoundRow): boolean {
  if (row.kind === 'veto' ? inspection || (!veto && topic === '') : veto) return false;
  const byOrganiser = !organisers || row.organisers.some((code) => organisers.has(code));
  const text = [row.name, row.number, row.organiserName, kindNames[row.kind]].join('\n');
  return byOrganiser && (topic === '' || matches(topic, text));
}

function inSpan({ span }: Query, { startDay, endDay }: FoundRow): boolean {
  return !span || (startDay <= span.to && endDay >= span.from);
}

/** Research visits stand in a plan and not in the list; asked about them, it is the plan that answers. */
async function announcedAsFilings(ctx: Ctx, from: Day, to: Day) {
  return (await findResearch(ctx.db, from, to))
    .filter(({ unannounced, state }) => !unannounced && state === 'planned')
    .map((row) => ({
      number: row.number,
      name: row.topic,
      label: researchName,
      organiser: row.organiser,
      targets: row.targets,
      startDay: row.startDay,
      endDay: row.endDay,
      kind: 'check' as const,
      state: 'filed' as const,
      approval: '',
      basis: '',
      records: false,
      unplanned: false,
      reason: row.reason,
      revision: row.revision,
      author: row.author,
    }));
}
