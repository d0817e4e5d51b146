import { ModelError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow } from '../../store/statement.ts';
import { maskedQuestion } from '../guard/rules/mask.ts';
import type { Entry } from '../repo.ts';
import { ANSWER_FROM, type Candidate, type Verdict } from '../rules/gate.ts';
import { filled, type Prompt, prompts } from './prompts.ts';
import { readPick, readRephrasing } from './rules/read-reply.ts';

/** What was found for a question, and what the gate says to it. */
export interface Judged {
  verdict: Verdict;
  candidates: readonly Candidate[];
  /** Of the candidates, and of the entries in the verdict. */
  entries: readonly Entry[];
}

export interface Consulted extends Judged {
  /** How a model had its part in it; absent on the plain path. */
  help?: 'picked' | 'rephrased';
  writes: Statement[];
}

/** The product's own limit: a question in chat waits no longer for a model (issue 3, part 8). */
const PATIENCE_MS = 1_500;

/**
 * Asks the model, if there is one, where the gate is unsure: which of the offered entries is meant, or, when nothing
 * was found, what the question is called in documents. At most one call. Whatever goes wrong leaves the plain verdict.
 * A near tie is left to the person: both entries are good, and only they know which they meant.
 */
export async function consultModel(
  ctx: Ctx,
  text: string,
  plain: Judged,
  again: { decide(candidates: readonly Candidate[]): Verdict; lookUp(text: string): Promise<Judged> },
): Promise<Consulted> {
  if (!ctx.model) return { ...plain, writes: [] };
  const question = maskedQuestion(text);
  if (plain.verdict.reason === 'unsure') {
    const offered = plain.entries.filter(({ number }) => plain.verdict.entries.includes(number));
    const entries = offered.map((entry) => ({ id: entry.number, question: entry.question }));
    const numbers = entries.map(({ id }) => id);
    const read = await ask(ctx, prompts.pickEntry, { question, entries }, (reply) =>
      readPick(reply, numbers),
    );
    const picked = read.outcome === 'picked' ? plain.candidates.find((c) => c.number === read.id) : undefined;
    const verdict = picked && { ...again.decide([certain(picked)]), scores: plain.verdict.scores };
    return done(ctx, prompts.pickEntry, read.outcome, plain, verdict && { ...plain, verdict }, 'picked');
  }
  if (plain.verdict.decision !== 'unknown') return { ...plain, writes: [] };
  const read = await ask(ctx, prompts.rephraseQuestion, { question }, (reply) =>
    readRephrasing(reply, question),
  );
  const found = read.outcome === 'rephrased' ? await again.lookUp(read.question) : undefined;
  const better = found?.verdict.decision === 'unknown' ? undefined : found;
  return done(ctx, prompts.rephraseQuestion, read.outcome, plain, better, 'rephrased');
}

/** The model's word stands for the confidence that was missing; the gate's other rules still hold. */
function certain(candidate: Candidate): Candidate {
  return { ...candidate, confidence: Math.max(candidate.confidence, ANSWER_FROM), lead: 1 };
}

async function ask<T>(
  ctx: Ctx,
  prompt: Prompt,
  inputs: Record<string, unknown>,
  read: (reply: string) => T,
): Promise<T | { outcome: ModelError['reason'] }> {
  try {
    const reply = await ctx.model?.complete(filled(prompt, inputs), { timeoutMs: PATIENCE_MS });
    return read(reply ?? '');
  } catch (error) {
    if (error instanceof ModelError) return { outcome: error.reason };
    throw error;
  }
}

/** The audit tells what came of it, neither who asked nor what. */
function done(
  ctx: Ctx,
  { name, version }: Prompt,
  result: string,
  plain: Judged,
  better: Judged | undefined,
  help: 'picked' | 'rephrased',
): Consulted {
  const { decision, entries } = (better ?? plain).verdict;
  const nobody: Ctx = { ...ctx, actor: { kind: 'system', job: 'policy.model' } };
  const row = auditRow(nobody, 'policy.model', name, { version, outcome: result, decision, entries });
  return better ? { ...better, help, writes: [row] } : { ...plain, writes: [row] };
}
