import type { Block, Card } from '../../chat/card.ts';
import { cardText } from '../../chat/card-text.ts';
import type { Chat } from '../../chat/incoming.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { type Calculated, calculate } from '../calculators/calculate.ts';
import { calculationCard } from '../calculators/cards.ts';
import { readRequest } from '../calculators/rules/index.ts';
import { pastInputs } from '../calculators/rules/past-standard.ts';
import { chooseCard, declinedCard, type Place, unknownCard } from '../cards.ts';
import { type Contact, findContact } from '../contact.ts';
import { countHit, countMiss } from '../counters.ts';
import { isCourtesy, othersMatters, speaksOf } from '../guard/rules/outside.ts';
import {
  asksForNow,
  asksForOwn,
  evasionOf,
  type RefusalReason,
  type SensitiveReason,
  screen,
} from '../guard/rules/screen.ts';
import { declinedWords, evasionWords } from '../guard/words.ts';
import { presentTold } from '../present-told.ts';
import { audienceOf, type Entry } from '../repo.ts';
import { type Found, findCandidates } from '../retrieval/candidates.ts';
import { type Consulted, consultModel, type Judged } from '../retrieval/consult-model.ts';
import { initialsIn, type Synonym } from '../retrieval/rules/synonyms.ts';
import { readSynonyms } from '../retrieval/synonyms.ts';
import { modelLead } from '../retrieval/words-model.ts';
import { type Candidate, type DecisionKind, decide, type Verdict } from '../rules/gate.ts';
import { momentIn } from '../rules/validity.ts';
import { answerWords } from '../words.ts';

export interface AskResult {
  decision: DecisionKind;
  reason: string;
  /** Entries answered from, or offered for choice. */
  entryIds: readonly string[];
  factIds: readonly string[];
  /** The reply as plain text, without buttons and small print. */
  text: string;
  scores: Verdict['scores'];
  card: Card;
}

/**
 * Answers one question from what is published for the asker today, or says honestly why not. A sensitive message
 * leaves no trace: neither counter nor text nor log line.
 */
export async function askQuestion(
  ctx: Ctx,
  { text, chat }: { text: string; chat: Chat },
): Promise<Outcome<AskResult>> {
  const screened = screen(text);
  if (screened?.decision === 'sensitive') return outcome(declined(decide(untouched(screened)), text));
  const audience = audienceOf(ctx);
  const moment = momentIn(text, audience.day);
  const asked = readRequest(text);
  const request = asked && { ...asked, inputs: { ...asked.inputs, ...pastInputs(text, moment) } };
  const calculated = request && (await calculate(ctx, request, audience));
  const calculates = calculated !== undefined && !calculated.yields;
  const decideOn = (candidates: readonly Candidate[]) =>
    decide({
      screened,
      calculates,
      asksForNow: asksForNow(text),
      asksForOwn: asksForOwn(text),
      candidates,
    });
  async function lookUp(words: string): Promise<Judged> {
    const found = withoutOthersMatters(words, await findCandidates(ctx, { text: words, audience, moment }));
    return { verdict: decideOn(found.candidates), ...found };
  }
  // A pasted draft is no question to look up.
  const plain = await lookUp(calculated?.ofDocument ? '' : text);
  const consulted: Consulted = calculated
    ? { ...plain, writes: [] }
    : await consultModel(ctx, text, plain, { decide: decideOn, lookUp });
  const { verdict, candidates, entries, help, writes: audited } = consulted;
  const place: Place = chat.kind;
  if (verdict.decision === 'refuse') return outcome(declined(verdict, text));
  const contact = await findContact(ctx.db);
  const chosen = verdict.entries.flatMap((number) => entries.find((entry) => entry.number === number) ?? []);
  const gapOnly = calculated?.yields && verdict.decision !== 'local_gap' && screened === undefined;
  if (calculated && (verdict.decision === 'calculate' || gapOnly))
    return computed(ctx, { verdict, calculated, entries, contact, place });
  const [entry] = chosen;
  if (verdict.decision === 'choose')
    return outcome(reply(verdict, chooseCard(chosen, verdict.reason === 'near_tie', place), chosen, []), {
      writes: audited,
    });
  if (verdict.decision === 'unknown' || !entry) {
    return outcome(reply(verdict, unknownCard(chosen, contact, place), chosen, []), {
      writes: [...audited, countMiss(ctx, text, chosen[0]?.number)],
    });
  }
  const initials = initialsIn(text, (await readSynonyms(ctx.db)).words);
  const lead = [
    ...leadOf(initials, verdict, screened?.reason === 'case'),
    ...(help ? [modelLead[help]] : []),
  ];
  const told = candidates.find(({ number }) => number === entry.number)?.told;
  const card = await presentTold(ctx, { entry, lead, audience, place, told, moment });
  return outcome(reply(verdict, card, [entry], entry.factIds, help), {
    writes: [...audited, countHit(ctx, entry.number)],
  });
}

function computed(
  ctx: Ctx,
  parts: {
    verdict: Verdict;
    calculated: Calculated;
    entries: readonly Entry[];
    contact: Contact;
    place: Place;
  },
): Outcome<AskResult> {
  const { verdict, calculated, entries, contact, place } = parts;
  const { decision, reason, factIds, ofDocument } = calculated;
  const entry = ofDocument
    ? undefined
    : entries.find((one) => one.factIds.some((id) => factIds.includes(id)));
  const card = calculationCard(calculated, { entry, contact, place });
  return outcome(reply({ ...verdict, decision, reason }, card, entry ? [entry] : [], factIds), {
    writes: entry ? [countHit(ctx, entry.number)] : [],
  });
}

/** What shares its words with an entry, but asks for what no entry speaks of, finds nothing. */
function withoutOthersMatters(text: string, { candidates, entries }: Found): Found {
  const matters = othersMatters(text);
  const meant = isCourtesy(text)
    ? []
    : entries.filter(({ question, like, answer }) => speaksOf(matters, [question, ...like, answer]));
  return {
    candidates: candidates.filter(({ number }) => meant.some((entry) => entry.number === number)),
    entries: meant,
  };
}

function leadOf(initials: readonly Synonym[], verdict: Verdict, ofCase: boolean): string[] {
  return [
    ...initials.map(({ said, official }) => answerWords.lead.initials(said, official)),
    ...(ofCase ? [answerWords.lead.noVerdict] : []),
    ...(verdict.reason === 'only_history' ? [answerWords.lead.onlyHistory] : []),
  ];
}

function declined(verdict: Verdict, text: string): AskResult {
  const reason = verdict.reason as SensitiveReason | RefusalReason;
  const words = reason === 'evasion' ? evasionWords[evasionOf(text)] : declinedWords[reason];
  return reply(verdict, declinedCard(words), [], words.factIds);
}

function reply(
  { decision, reason, scores }: Pick<AskResult, 'decision' | 'reason' | 'scores'>,
  card: Card,
  entries: readonly Entry[],
  factIds: readonly string[],
  help?: Consulted['help'],
): AskResult {
  const shown = (block: Block) => block.kind !== 'buttons' && block.kind !== 'note';
  return {
    decision,
    reason: help ? `model_${help}` : reason,
    entryIds: entries.map(({ number }) => number),
    factIds,
    text: cardText({ ...card, blocks: card.blocks.filter(shown) }),
    scores,
    card,
  };
}

function untouched(screened: ReturnType<typeof screen>) {
  return { screened, calculates: false, asksForNow: false, asksForOwn: false, candidates: [] };
}
