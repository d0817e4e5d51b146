import type { Message } from '../../chat/message.ts';
import type { Ctx } from '../../store/context.ts';
import { questionCard } from './cards-editor.ts';
import { findEditors, findHanded, findHandedOf, findOpen, type Handed } from './repo.ts';
import { type Editor, editorsFor } from './rules/editors.ts';

/** Everything about one handed question that waits to be sent is called off together. */
export function subjectOf(id: string): string {
  return `policy.handed:${id}`;
}

/** Who received it may ask back once. */
export function replyKey(id: string): string {
  return `policy.reply@${id}`;
}

/** A question as it comes into the editors' hands. */
export function openQuestionOf(
  parts: Pick<Handed, 'id' | 'asker' | 'text' | 'number' | 'office' | 'county' | 'follows' | 'createdAt'>,
): Handed {
  const unanswered = { answer: '', basis: '', editor: '', editorUnit: '', draft: '', endedAt: null };
  return { ...parts, state: 'open', ...unanswered };
}

type Routed = Pick<Handed, 'office' | 'county' | 'follows'>;

/** The editors a question is with now: a question back goes to whoever answered, as long as they hold the post. */
export async function editorsOf(ctx: Ctx, handed: Routed): Promise<Editor[]> {
  const before = handed.follows === null ? undefined : await findHanded(ctx.db, handed.follows);
  return routed(await findEditors(ctx), handed, before);
}

/** Far more than ever wait at once: each is given up after thirty days. */
const OPEN_LOOKED_AT = 500;

/**
 * All questions that wait, oldest first, and with whom: who has the post now counts, not who had it when they came.
 */
export async function findWaiting(
  { db }: Ctx,
  editors: readonly Editor[],
): Promise<{ handed: Handed; editors: Editor[] }[]> {
  const open = await findOpen(db, OPEN_LOOKED_AT);
  const followed = await findHandedOf(
    db,
    open.flatMap(({ follows }) => follows ?? []),
  );
  return open.map((handed) => {
    const before = followed.find(({ id }) => id === handed.follows);
    return { handed, editors: routed(editors, handed, before) };
  });
}

function routed(
  editors: readonly Editor[],
  { office, county }: Routed,
  before: Handed | undefined,
): Editor[] {
  const same = editors.filter(({ openId }) => openId === before?.editor).slice(0, 1);
  return same.length > 0 ? same : editorsFor(editors, { office, county });
}

/** One card for each of these editors: work of their post, so it keeps working hours and no opt-out. */
export function messagesTo(
  editors: readonly Editor[],
  handed: Handed,
  parts: Parameters<typeof questionCard>[1],
): Message[] {
  return editors.map(({ openId }) => ({
    key: `policy.handed@${handed.id}:${openId}`,
    to: { kind: 'person', openId },
    card: questionCard(handed, parts),
    kind: 'duty',
    subject: subjectOf(handed.id),
  }));
}
