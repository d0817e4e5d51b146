import type { Ctx } from '../store/context.ts';
import type { ActionButton } from './card.ts';
import type { Feature } from './feature.ts';

/** One line of 今日待办: something that waits, as one feature sees it for whoever asks. */
export interface Todo {
  /** `decide`: it waits for this person's word. `do`: it is this person's own duty. `missing`: others are not done. */
  kind: 'decide' | 'do' | 'missing';
  /** What and how many, without the name of any unit or person: groups see it too (BR-41). */
  text: string;
  /** Whom it is about, in a fixed order; shown in private only. */
  names?: readonly string[];
  /** One tap further, offered in private only; `openButton` makes one that says a command's word. */
  button?: ActionButton;
}

/** A button that does what sending this word would do, and leaves its card as it is. */
export function openButton(text: string, say: string): ActionButton {
  return { text, action: 'chat.open', value: { say } };
}

/** What waits for this person in all features, in the features' order. */
export async function readTodos(ctx: Ctx, features: readonly Feature[]): Promise<Todo[]> {
  const lists = await Promise.all(features.map(async (feature) => (await feature.todo?.(ctx)) ?? []));
  return lists.flat();
}
