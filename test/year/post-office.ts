import type { JournalEntry, Platform } from '../../src/simulator/platform/types.ts';
import { readCard } from '../scenarios/read-card.ts';

/** One message as the platform's server took it; what the product believes to have sent is not asked. */
export interface Letter {
  id: string;
  /** Business time, ms UTC. */
  at: number;
  /** Open_id of the reader; empty in a group. */
  to: string;
  group: string;
  title: string;
  /** Everything on it, folded panels opened. */
  text: string;
  /** Came as the answer to what this person, or somebody in this group, did right now. */
  asked: boolean;
}

/** Who is doing something at the moment; undefined while only time passes. */
export interface Occasion {
  by: string;
}

const SEND = /^POST \/open-apis\/im\/v1\/messages(\/[^/]+\/reply)?$/;

/** Keeps the server's log beyond the 2,000 entries that the platform remembers. */
export function createPostOffice(platform: Platform, groups: ReadonlySet<string>) {
  const letters: Letter[] = [];
  const known = new Set<string>();
  const refused: string[] = [];
  let next = 0;

  /** What has come since the last look. */
  function collect(occasion: Occasion | undefined): Letter[] {
    const entries = platform.journal(next);
    if ((entries[0]?.index ?? next) > next) throw new Error('the journal was read too seldom');
    next = (entries.at(-1)?.index ?? next - 1) + 1;
    const fresh = entries.flatMap((entry) => letterOf(entry, occasion));
    letters.push(...fresh);
    return fresh;
  }

  function letterOf(entry: JournalEntry, occasion: Occasion | undefined): Letter[] {
    if (entry.direction === 'to-bot') {
      if (entry.errorCode !== undefined) refused.push(`${entry.title} showed ${entry.errorCode}`);
      return [];
    }
    if (!SEND.test(entry.title)) return [];
    const { code, data } = entry.response as { code: number; data?: { message_id: string; chat_id: string } };
    if (code !== 0 || !data) {
      refused.push(`${entry.title} was refused with ${code}`);
      return [];
    }
    // A repeat under the same uuid is the same message.
    if (known.has(data.message_id)) return [];
    known.add(data.message_id);
    const { body } = entry.request as { body: { receive_id?: string; content: string; msg_type: string } };
    const card = JSON.parse(body.content) as Record<string, unknown> & { text?: string };
    const text = body.msg_type === 'interactive' ? readCard(card) : (card.text ?? body.content);
    const group = groups.has(data.chat_id) ? data.chat_id : '';
    const to = group ? '' : (body.receive_id ?? occasion?.by ?? '');
    const asked = occasion !== undefined && (group !== '' || to === occasion.by);
    return [{ id: data.message_id, at: entry.at, to, group, title: text.split('\n')[0] ?? '', text, asked }];
  }

  return { letters, refused, collect };
}

export type PostOffice = ReturnType<typeof createPostOffice>;
