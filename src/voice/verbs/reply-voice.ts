import { and, eq } from 'drizzle-orm';
import { voiceReply, voice as voices } from '../../../db/schema/index.ts';
import type { Message } from '../../chat/message.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { replyTime } from '../../delivery/reply-time.ts';
import { AppError } from '../../kernel/errors.ts';
import { sensitiveInComplaint } from '../../kernel/guard/sensitive.ts';
import { findUnits } from '../../people/repo.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { subjectOf } from '../announce.ts';
import { replyCard } from '../cards.ts';
import { findReplies, findUndone, findVoice, type Reply, type Voice } from '../repo.ts';
import { mayHandle } from '../route.ts';
import { barredReply, deskWords as words } from '../words.ts';

export interface ReplyInput {
  number: string;
  /** Replies that this officer had before their eyes. */
  revision: number;
  text: string;
  done: boolean;
}

/**
 * The desk's word on one of them. It goes to whoever signed; an anonymous teller finds it under the number. Of two
 * officers who write at once the first one's goes out, and the second is shown it and keeps what they typed.
 */
export async function replyVoice(ctx: Ctx, input: ReplyInput): Promise<Outcome<{ state: 'now' | 'before' }>> {
  const { db, actor, now } = ctx;
  const { number, text, done } = input;
  const voice = await findVoice(db, number);
  if (!voice) throw new AppError('not_found', words.gone);
  if (actor.kind !== 'person' || !mayHandle(actor, voice)) throw new AppError('forbidden', words.notYours);
  if (voice.revision > input.revision || voice.state === 'done') {
    const last = (await findReplies(db, number)).at(-1);
    if (last?.author === actor.openId && last.text === text) return outcome({ state: 'before' });
    const office = last?.office ?? '';
    throw new AppError(
      'conflict',
      voice.state === 'done' ? words.closed(office) : words.other(office, last?.text ?? ''),
    );
  }
  if (sensitiveInComplaint(text)) throw new AppError('invalid', barredReply);
  const reply: Reply = {
    number,
    revision: voice.revision + 1,
    text,
    done,
    author: actor.openId,
    office: await officeOf(ctx, voice),
    at: now,
  };
  const state = done ? ('done' as const) : ('working' as const);
  const answered: Voice = { ...voice, state, revision: reply.revision };
  return outcome(
    { state: 'now' },
    {
      writes: [
        db
          .update(voices)
          .set({ state, revision: reply.revision, doneAt: done ? now : null })
          .where(and(eq(voices.number, number), eq(voices.revision, voice.revision))),
        mustChange(),
        db.insert(voiceReply).values(reply),
        auditRow(ctx, 'voice.reply', number, { revision: reply.revision, done }),
      ],
      cancels: done ? await emptied(ctx, voice) : [],
      messages: voice.person === '' ? [] : [messageTo(ctx, answered, reply)],
    },
  );
}

/** Nothing waits at this desk any more: its card of today, if it still waits, has lost its reason. */
async function emptied({ db }: Ctx, voice: Voice): Promise<string[]> {
  const { desk, county, number } = voice;
  const left = (await findUndone(db)).some(
    (one) => one.number !== number && one.desk === desk && one.county === county,
  );
  return left ? [] : [subjectOf(voice)];
}

function messageTo(ctx: Ctx, voice: Voice, reply: Reply): Message {
  const key = `voice.reply@${voice.number}:${reply.revision}`;
  return {
    key,
    to: { kind: 'person', openId: voice.person },
    card: replyCard(voice, reply),
    kind: 'answer',
    ...replyTime(ctx, key),
  };
}

async function officeOf({ db, actor, host }: Ctx, { desk, county }: Voice): Promise<string> {
  const post = grantsOf(actor).find(
    (grant) => grant.role === (desk === 'admin' ? 'admin' : 'coordinator') && grant.county === county,
  );
  const [unit] = post ? await findUnits(db, [post.unit]) : [];
  return unit?.name ?? host.organisation;
}
