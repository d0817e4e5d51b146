import type { ZodType } from 'zod';
import type { Role } from '../kernel/actor.ts';
import type { Ctx } from '../store/context.ts';
import type { Card } from './card.ts';
import type { Chat, IncomingClick, IncomingMessage } from './incoming.ts';
import type { Job } from './job.ts';
import type { Outcome } from './outcome.ts';
import type { Sheet } from './sheet.ts';
import type { Todo } from './todo.ts';

/** All that a feature offers to the rest of the house. One folder, one object, one line in `features.ts`. */
export interface Feature {
  /** The folder's name, and the prefix of its actions and jobs. */
  name: string;
  /** Chinese heading of its part of the help. */
  title: string;
  commands?: Command[];
  /** By verb: `submit` is reached as `counts.submit`. */
  actions?: Record<string, Action>;
  jobs?: Job[];
  /** What waits for whoever asks: lines of 今日待办. Reads the actor's posts; empty for who has nothing to do with it. */
  todo?(ctx: Ctx): Promise<Todo[]>;
  /** Sheets of the workbook it owns, in the order of import. */
  sheets?: Sheet[];
  /** Takes free text that no command took and that is its own business, before `answer` is asked; the first one wins. */
  claim?: {
    /** Reads the words alone: quick, and sure, because what is claimed is answered by nobody else. */
    takes(text: string): boolean;
    answer(ctx: Ctx, question: Question): Promise<Outcome<Card>>;
  };
  /** Answers free text that nobody took. One feature has it. */
  answer?: (ctx: Ctx, question: Question) => Promise<Outcome<Card>>;
}

export interface Question {
  text: string;
  chat: Chat;
}

export interface Command {
  /** Exact words that call it; the first one is shown in the help. */
  words: string[];
  /** Also called by text that matches; groups are passed as `args`. */
  pattern?: RegExp;
  /** One line of help (Chinese); empty for what needs none, as another command's line names it. */
  help: string;
  /** `private`: refused politely in groups. */
  where: 'private' | 'anywhere';
  /** Opened by somebody for themselves alone: its card does not stay in the queue. */
  fleeting?: boolean;
  /** Shown to and served for holders of any of these roles only; everybody served when absent. */
  roles?: readonly Role[];
  run(ctx: Ctx, call: CommandCall): Promise<Outcome<Card>>;
}

export interface CommandCall {
  message: IncomingMessage;
  args: string[];
}

export interface Action {
  /** Ids in the button's value. */
  value: ZodType;
  /** Its answer goes into the call and nowhere else; whoever waited too long is asked to tap again. */
  fleeting?: boolean;
  /** Runs within the platform's 3 s; sends nothing itself, queued messages go out after the answer. */
  run(ctx: Ctx, click: Click): Promise<Outcome<ClickAnswer>>;
}

export interface Click {
  /** Checked by the action's `value` schema. */
  value: Record<string, unknown>;
  /** As typed; read it with `kernel/form.ts`. */
  form: Record<string, unknown>;
  source: IncomingClick;
}

/** An empty answer leaves the card as it is. */
export interface ClickAnswer {
  toast?: { tone: 'success' | 'info' | 'warning' | 'error'; text: string };
  /** Replaces the clicked card. */
  card?: Card;
}
