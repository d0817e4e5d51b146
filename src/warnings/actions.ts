import { z } from 'zod';
import type { Card } from '../chat/card.ts';
import type { Action, ClickAnswer } from '../chat/feature.ts';
import { type Outcome, outcome } from '../chat/outcome.ts';
import { INDICATORS } from '../counts/window.ts';
import { isMonth } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { boardCard } from './cards-board.ts';
import { ownCounty } from './own-levels.ts';
import { readBoard } from './read-board.ts';
import { rehearsalCard } from './rehearsal/cards.ts';
import { rehearseRules } from './rehearsal/verbs/rehearse-rules.ts';
import { addSilence } from './silences/verbs/add-silence.ts';
import { endSilence } from './silences/verbs/end-silence.ts';
import { openSilence } from './silences/verbs/open-silence.ts';
import { silenceWords } from './silences/words.ts';
import type { TaskRef } from './tasks/read-task.ts';
import { discardDraft } from './tasks/verbs/discard-draft.ts';
import { editDraft } from './tasks/verbs/edit-draft.ts';
import { saveDraft } from './tasks/verbs/save-draft.ts';
import { settleTodo } from './tasks/verbs/settle-todo.ts';
import { showDraft } from './tasks/verbs/show-draft.ts';
import { showTodo } from './tasks/verbs/show-todo.ts';
import { signDraft } from './tasks/verbs/sign-draft.ts';
import { showBoard } from './verbs/show-board.ts';
import { showMonth } from './verbs/show-month.ts';

const month = z.object({ month: z.string().refine(isMonth) });
const task = month.extend({ scope: z.string().min(1), indicator: z.enum(INDICATORS) });
const seen = task.extend({ revision: z.number().int() });
const nothing = z.object({});
const level = z.object({ county: z.string() });
const silence = z.object({ id: z.string().min(1) });
const rehearsal = z.object({ year: z.number().int(), version: z.string() });

const nameOf = ({ actor }: Ctx) => (actor.kind === 'person' ? actor.name : '');

/** The card takes the place of the clicked one. */
const shows = (made: Outcome<Card>): Outcome<ClickAnswer> => ({ ...made, result: { card: made.result } });

const view = (verb: (ctx: Ctx, ref: TaskRef) => Promise<Outcome<Card>>): Action => ({
  value: task,
  run: async (ctx, { value }) => shows(await verb(ctx, task.parse(value))),
});

const decision = (
  verb: (ctx: Ctx, ref: TaskRef & { revision: number; form: unknown }) => Promise<Outcome<ClickAnswer>>,
): Action => ({
  value: seen,
  run: (ctx, { value, form }) => verb(ctx, { ...seen.parse(value), form }),
});

const done = (text: string, card: Card, writes: Outcome<unknown>['writes']): Outcome<ClickAnswer> =>
  outcome<ClickAnswer>({ toast: { tone: 'success', text }, card }, { writes });

export const actions: Record<string, Action> = {
  month: {
    value: month,
    run: async (ctx, { value }) => shows(await showMonth(ctx, month.parse(value))),
  },
  board: { value: nothing, run: async (ctx) => shows(await showBoard(ctx)) },
  draft: view(showDraft),
  todo: view(showTodo),
  edit: view(editDraft),
  save: decision(saveDraft),
  sign: decision(signDraft),
  discard: decision(discardDraft),
  settle: decision(settleTodo),
  newSilence: { value: nothing, run: async (ctx) => shows(await openSilence(ctx, {})) },
  silence: {
    value: level,
    async run(ctx, { value, form }) {
      const { result, writes } = await addSilence(ctx, { ...level.parse(value), form });
      const board = await readBoard(ctx);
      const silences = [...board.silences, { ...result, authorName: nameOf(ctx) }];
      return done(silenceWords.done, boardCard({ ...board, silences }), writes);
    },
  },
  lift: {
    value: silence,
    async run(ctx, { value }) {
      const { id } = silence.parse(value);
      const { result, writes } = await endSilence(ctx, { id });
      const board = await readBoard(ctx);
      const silences = board.silences.filter((one) => one.id !== id);
      const text = result ? silenceWords.ended : silenceWords.endedBefore;
      return done(text, boardCard({ ...board, silences }), writes);
    },
  },
  rehearse: {
    value: rehearsal,
    async run(ctx, { value }) {
      const county = ownCounty(ctx.actor);
      const { result } = await rehearseRules(ctx, { county, ...rehearsal.parse(value) });
      return outcome({ card: rehearsalCard(result) });
    },
  },
};
