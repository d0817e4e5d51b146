import { asc } from 'drizzle-orm';
import { grant, outbox, person } from '../../db/schema/index.ts';
import type { Message } from '../../src/chat/message.ts';
import { outcome } from '../../src/chat/outcome.ts';
import { perform } from '../../src/delivery/perform.ts';
import type { Runtime } from '../../src/store/runtime.ts';
import { insertRows } from '../../src/store/statement.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { type VirtualTime, virtualTime } from '../support/time.ts';
import { type FakePlatform, fakePlatform } from './platform.ts';

export interface House {
  time: VirtualTime;
  runtime: Runtime;
  platform: FakePlatform;
}

/** Administrator `ou_admin` and people `ou_1` … `ou_300`. */
export async function house(shanghai: string, parts: Partial<Omit<Runtime, 'clock'>> = {}): Promise<House> {
  const time = virtualTime(shanghai);
  const runtime: Runtime = { ...testRuntime(shanghai, { wait: time.wait, ...parts }), clock: time.clock };
  const names = ['ou_admin', ...Array.from({ length: 300 }, (_, i) => `ou_${i + 1}`)];
  await runtime.store.atomically([
    ...insertRows(
      runtime.store.db,
      person,
      names.map((openId) => ({ openId, name: `干部${openId.slice(3)}` })),
    ),
    runtime.store.db.insert(grant).values({ openId: 'ou_admin', unit: 'U00', role: 'admin' }),
  ]);
  return { time, runtime, platform: fakePlatform(time.clock) };
}

export type Draft = Partial<Omit<Message, 'key'>> & { openId?: string; text?: string };

export function message(key: string, { openId = 'ou_1', text = key, ...rest }: Draft = {}): Message {
  return {
    key,
    to: { kind: 'person', openId },
    card: { title: text, tone: 'info', blocks: [] },
    kind: 'duty',
    ...rest,
  };
}

export async function queue(runtime: Runtime, messages: Message[], cancels: string[] = []): Promise<void> {
  await perform(
    runtime.store,
    () => testCtx(runtime),
    () => Promise.resolve(outcome(undefined, { messages, cancels })),
  );
}

/** `key: state (reason)`, in order of creation. */
export async function states(runtime: Runtime): Promise<string[]> {
  const rows = await runtime.store.db.select().from(outbox).orderBy(asc(outbox.id));
  return rows.map(({ key, state, reason }) => `${key}: ${state}${reason ? ` (${reason})` : ''}`);
}
