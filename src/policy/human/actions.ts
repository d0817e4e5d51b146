import { z } from 'zod';
import type { Action, ClickAnswer } from '../../chat/feature.ts';
import { outcome } from '../../chat/outcome.ts';
import { formProblems } from '../../chat/words.ts';
import { readForm } from '../../kernel/form.ts';
import { QUESTION_LENGTH } from '../guard/rules/mask.ts';
import { answerWords } from '../words.ts';
import { sentCard, unsolvedCard } from './cards.ts';
import { ANSWER_LENGTH, BASIS_LENGTH, doneCard } from './cards-editor.ts';
import { answerQuestion } from './verbs/answer-question.ts';
import { askFurther } from './verbs/ask-further.ts';
import { handOver } from './verbs/hand-over.ts';
import { keepQuestion } from './verbs/keep-question.ts';
import { offerHandOver } from './verbs/offer-hand-over.ts';
import { openQuestion } from './verbs/open-question.ts';
import { rateAnswer } from './verbs/rate-answer.ts';
import { showFurther } from './verbs/show-further.ts';
import { writeQuestion } from './verbs/write-question.ts';
import { askerWords, editorWords, replyWords } from './words.ts';

const id = z.string().max(64);

/** The entry answered with, and the id of the question as it is remembered; either may be missing. */
export const wish = z.object({ number: id.default(''), asked: id.default('') });

const handed = z.object({ id });

const useful: Action = {
  value: wish,
  async run(ctx, { value }) {
    const rated = await rateAnswer(ctx, { ...wish.parse(value), solved: true });
    return { ...rated, result: { toast: { tone: 'success', text: answerWords.thanks } } };
  },
};

/** A message of its own: the answer stays readable above it. One per card, however often it is clicked. */
const unsolved: Action = {
  value: wish,
  async run(ctx, { value, source }) {
    const rated = await rateAnswer(ctx, { ...wish.parse(value), solved: false });
    const card = unsolvedCard(rated.result.near, wish.parse(value));
    return outcome<ClickAnswer>(
      { toast: { tone: 'info', text: answerWords.sorry } },
      {
        writes: rated.writes,
        messages: [
          {
            key: `policy.unsolved@${source.messageId}`,
            to: { kind: 'person', openId: source.openId },
            card,
            kind: 'answer',
          },
        ],
      },
    );
  },
};

/** The card takes the place of the clicked one: it shows the asker's own words, and what is queued is stored. */
const human: Action = {
  value: wish,
  async run(ctx, { value }) {
    const { result, ...effects } = await offerHandOver(ctx, wish.parse(value));
    return { ...effects, result: { card: result } };
  },
};

const question = [
  { name: 'question', label: askerWords.write, kind: 'text', required: true, max: QUESTION_LENGTH },
] as const;

const write: Action = {
  value: z.object({}),
  async run(ctx, { form }) {
    const reading = readForm(question, form);
    if (!reading.ok) return outcome(problem(formProblems(reading.problems)));
    const { result, ...effects } = await writeQuestion(ctx, { text: reading.values.question });
    return { ...effects, result: { card: result } };
  },
};

const send: Action = {
  value: wish,
  async run(ctx, { value }) {
    const input = wish.parse(value);
    const { result, ...effects } = await handOver(ctx, input);
    const { state, editors, entry } = result;
    const text = state === 'sent' ? askerWords.sentTitle : askerWords.already;
    return {
      ...effects,
      result: { toast: { tone: 'success', text }, card: sentCard(editors, entry) },
    };
  },
};

const keep: Action = {
  value: wish,
  async run(ctx, { value }) {
    const { result, ...effects } = await keepQuestion(ctx, wish.parse(value));
    return { ...effects, result: { toast: { tone: 'info', text: askerWords.notSent }, card: result } };
  },
};

const further: Action = {
  value: handed,
  async run(ctx, { value }) {
    const { result, ...effects } = await showFurther(ctx, handed.parse(value));
    return { ...effects, result: { card: result } };
  },
};

const askFurtherAction: Action = {
  value: handed,
  async run(ctx, { value, form }) {
    const reading = readForm([{ ...question[0], label: replyWords.furtherField }], form);
    if (!reading.ok) return outcome(problem(formProblems(reading.problems)));
    const input = { ...handed.parse(value), text: reading.values.question };
    const { result, ...effects } = await askFurther(ctx, input);
    return { ...effects, result: { card: result } };
  },
};

const open: Action = {
  value: handed,
  async run(ctx, { value }) {
    const { result, ...effects } = await openQuestion(ctx, handed.parse(value));
    return { ...effects, result: { card: result } };
  },
};

const answer: Action = {
  value: handed,
  async run(ctx, { value, form, source }) {
    const reading = readForm(
      [
        { name: 'answer', label: editorWords.answer, kind: 'text', required: true, max: ANSWER_LENGTH },
        { name: 'basis', label: editorWords.basis, kind: 'text', max: BASIS_LENGTH },
        { name: 'keep', label: editorWords.keep, kind: 'choice', options: ['only', 'draft'] },
      ],
      form,
    );
    if (!reading.ok) return outcome(problem(formProblems(reading.problems)));
    const { answer: text, basis = '', keep: kept } = reading.values;
    const { result, ...effects } = await answerQuestion(ctx, {
      ...handed.parse(value),
      answer: text,
      basis,
      draft: kept === 'draft',
      messageId: source.messageId,
    });
    return { ...effects, result: answerToEditor(result) };
  },
};

function answerToEditor({ state, handed: done }: Awaited<ReturnType<typeof answerQuestion>>['result']) {
  const mine = state !== 'other';
  const said = done.draft ? editorWords.sentWithDraft(done.draft) : editorWords.sent;
  const toast: ClickAnswer['toast'] = mine
    ? { tone: 'success', text: said }
    : { tone: 'warning', text: editorWords.other };
  return { toast, card: doneCard(done, mine) };
}

function problem(text: string): ClickAnswer {
  return { toast: { tone: 'error', text } };
}

/** From an answer to a human and back. */
export const humanActions: Record<string, Action> = {
  useful,
  unsolved,
  human,
  write,
  send,
  keep,
  further,
  askFurther: askFurtherAction,
  open,
  answer,
};
