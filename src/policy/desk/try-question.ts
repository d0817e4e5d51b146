import type { Card } from '../../chat/card.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Day, dayOf, instantAt, isDay } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { findUnits } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { screen } from '../guard/rules/screen.ts';
import { audienceOf } from '../repo.ts';
import { findCandidates } from '../retrieval/candidates.ts';
import type { DecisionKind, Verdict } from '../rules/gate.ts';
import { momentIn } from '../rules/validity.ts';
import { askQuestion } from '../verbs/ask-question.ts';
import { EITHER, reachOf } from './reach.ts';
import { deskWords as words } from './words.ts';

export interface Trial {
  text: string;
  /** Code of the unit that is to ask; a person of the city when absent. */
  asUnit?: string;
  /** Today when absent. */
  on?: Day;
}

export interface Tried {
  decision: DecisionKind;
  /** As `policy/rules/gate.ts` and the calculators name it. */
  reason: string;
  scores: Verdict['scores'];
  /** Best first. */
  candidates: { number: string; question: string; confidence: number; lead: number }[];
  /** What would be answered. */
  card: Card;
}

/** What a question would be answered with. Nothing is counted, kept or sent, and no model is asked. */
export async function tryQuestion(ctx: Ctx, { text, asUnit = '', on }: Trial): Promise<Tried> {
  reachOf(ctx, EITHER);
  if (on !== undefined && !isDay(on)) throw new AppError('invalid', words.badTrialDay);
  const { model: _, ...plain } = ctx;
  const day = on ?? dayOf(ctx.now);
  const asker: Ctx = {
    ...plain,
    actor: await askerOf(ctx, asUnit),
    now: day === dayOf(ctx.now) ? ctx.now : instantAt(day, '12:00'),
  };
  const { result } = await askQuestion(asker, { text, chat: { id: '', kind: 'private' } });
  const { decision, reason, scores, card } = result;
  return { decision, reason, scores, card, candidates: await candidatesOf(asker, text) };
}

async function askerOf({ db }: Ctx, code: string): Promise<Actor> {
  const nobody: Actor = { kind: 'person', openId: '', name: '', grants: [] };
  if (code === '') return nobody;
  const [unit] = await findUnits(db, [code]);
  if (!unit) throw new AppError('invalid', words.unknownTrialUnit(code));
  const { tier, county } = unit;
  return { ...nobody, grants: [{ role: 'cadre', unit: code, tier, county }] };
}

async function candidatesOf(asker: Ctx, text: string): Promise<Tried['candidates']> {
  if (screen(text)?.decision === 'sensitive') return [];
  const audience = audienceOf(asker);
  const moment = momentIn(text, audience.day);
  const { candidates, entries } = await findCandidates(asker, { text, audience, moment });
  return candidates.map(({ number, confidence, lead }) => ({
    number,
    question: entries.find((entry) => entry.number === number)?.question ?? '',
    confidence,
    lead,
  }));
}
