import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Calendar } from '../kernel/calendar.ts';
import { AppError, CalendarGap } from '../kernel/errors.ts';
import type { Clock } from '../kernel/ports.ts';
import { type Assets, typeOf } from './assets.ts';
import { CLOCK_HELP, clockBody, clockState, targetOf } from './clock.ts';
import { directory, receivedBy, receivedSince } from './directory.ts';
import { createHub } from './hub.ts';
import { ClientRefusal } from './platform/client/refusal.ts';
import type { Platform } from './platform/types.ts';
import { POLICY, SHELL } from './shell.ts';
import { type Known, viewChange } from './view-change.ts';
import { type GuideStep, type JournalPage, LONGEST_MESSAGE, type MoveReport, type RanSlot } from './wire.ts';

/** The part of the platform that the page needs. */
export type PagePlatform = Pick<Platform, 'settings' | 'view' | 'people' | 'journal' | 'settled'> & {
  users: Pick<Platform['users'], 'open' | 'say' | 'sendPicture' | 'sendFile' | 'click' | 'submit'>;
};

export interface SimulatorDeps {
  platform: PagePlatform;
  /** The business clock; stands or runs as the caller likes. */
  clock: Clock;
  calendar(): Calendar;
  /** Moves the clock and runs what fell due; `to` is never before `clock.now()`. Calls never overlap. */
  moveClock(to: number): Promise<{ ran: RanSlot[]; sent: number }>;
  guide: readonly GuideStep[];
  assets: Assets;
}

/** How long a change made behind the page's back (a delivery, another window) may stay unseen. */
const LOOK_EVERY_MS = 150;

const RECONNECT_MS = 1000;

const JOURNAL_PAGE = 200;

/** The page shows minutes. */
const MINUTE = 60_000;

const openId = z.string().min(1);
const chatId = z.string().min(1).optional();
const say = z.strictObject({
  open_id: openId,
  chat_id: chatId,
  text: z.string().trim().min(1).max(LONGEST_MESSAGE),
});
const attach = z.strictObject({
  open_id: openId,
  chat_id: chatId,
  kind: z.enum(['picture', 'file']),
  name: z.string().min(1).max(200).optional(),
});
const press = z.strictObject({
  value: z.unknown(),
  name: z.string().optional(),
  tag: z.string().optional(),
  option: z.string().optional(),
  checked: z.boolean().optional(),
  input: z.string().optional(),
});
const click = z.strictObject({
  open_id: openId,
  message_id: z.string(),
  button: z.union([z.string(), press]),
});
const submit = z.strictObject({
  open_id: openId,
  message_id: z.string(),
  values: z.record(z.string(), z.unknown()),
  button: z.string().optional(),
});

/** The chat page, its interface, and the demo's addresses of the contract; mounted under `/simulator`. */
export function simulatorRoutes(deps: SimulatorDeps): Hono {
  const { platform } = deps;
  const { users } = platform;
  const hub = createHub();
  const app = new Hono();
  let moving: Promise<unknown> = Promise.resolve();

  /** Entries ever written; old ones are dropped. */
  function journalLength(): number {
    return (platform.journal().at(-1)?.index ?? -1) + 1;
  }

  function known(id: string): string {
    if (!platform.people().some((person) => person.openId === id)) {
      throw new AppError('not_found', `模拟平台里没有 ${id} 这个人。`);
    }
    return id;
  }

  /** Runs what a person does; open streams look at once, as the answer may be slow. */
  async function act<T>(id: string, action: () => Promise<T>): Promise<T> {
    known(id);
    const done = action();
    hub.wake();
    try {
      return await done;
    } finally {
      hub.wake();
    }
  }

  app.onError((error, c) => {
    if (error instanceof AppError)
      return c.json({ error: error.text }, error.code === 'not_found' ? 404 : 400);
    if (error instanceof ClientRefusal) return c.json({ error: `${error.message}。` }, 400);
    if (error instanceof CalendarGap)
      return c.json({ error: `${error.year} 年放假安排还没有导入，不能走到那一天。` }, 400);
    return c.json({ error: `模拟器出错了：${error.message}` }, 500);
  });

  app.get('/', (c) => c.html(SHELL, 200, { 'content-security-policy': POLICY, 'cache-control': 'no-cache' }));

  app.get('/assets/:name', etag(), async (c) => {
    const name = c.req.param('name');
    const type = typeOf(name);
    const body = type && (await deps.assets(name));
    if (!type || !body) return c.text('没有这个文件。', 404);
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' });
  });

  app.get('/api/people', (c) => c.json(directory(platform)));
  app.get('/api/guide', (c) => c.json(deps.guide));
  app.get('/api/clock', (c) => c.json(clockState(deps.clock.now(), deps.calendar())));
  app.get('/api/view', (c) => c.json(platform.view(known(c.req.query('open_id') ?? ''))));

  app.get('/api/journal', (c) => {
    const since = z.coerce.number().int().min(0).catch(0).parse(c.req.query('since'));
    const total = journalLength();
    const from = Math.max(since, total - JOURNAL_PAGE);
    return c.json({ from, total, entries: platform.journal(from) } satisfies JournalPage);
  });

  app.get('/api/stream', (c) => {
    const id = known(c.req.query('open_id') ?? '');
    return streamSSE(c, async (stream) => {
      await stream.writeSSE({ event: 'hello', data: '', retry: RECONNECT_MS });
      const seen: Known = new Map();
      let minute = -1;
      let journal = -1;
      while (!stream.aborted && !stream.closed) {
        const change = viewChange(seen, platform.view(id));
        if (change) await stream.writeSSE({ event: 'view', data: JSON.stringify(change) });
        const now = deps.clock.now();
        if (Math.floor(now / MINUTE) !== minute) {
          minute = Math.floor(now / MINUTE);
          await stream.writeSSE({ event: 'clock', data: JSON.stringify(clockState(now, deps.calendar())) });
        }
        const total = journalLength();
        if (total !== journal) await stream.writeSSE({ event: 'journal', data: String(total) });
        journal = total;
        await hub.next(LOOK_EVERY_MS);
      }
    });
  });

  app.post('/api/open', async (c) => {
    const body = await read(c, z.strictObject({ open_id: openId }));
    return c.json({ chat_id: await act(body.open_id, () => users.open(body.open_id)) });
  });

  app.post('/api/say', async (c) => {
    const body = await read(c, say);
    const text = body.text.replaceAll(`@${platform.settings.botName}`, '@bot');
    const options = body.chat_id ? { chatId: body.chat_id } : {};
    return c.json({ message_id: await act(body.open_id, () => users.say(body.open_id, text, options)) });
  });

  app.post('/api/attach', async (c) => {
    const body = await read(c, attach);
    const send = () =>
      body.kind === 'picture'
        ? users.sendPicture(body.open_id, body.chat_id)
        : users.sendFile(body.open_id, body.name ?? '文件.docx', body.chat_id);
    return c.json({ message_id: await act(body.open_id, send) });
  });

  app.post('/api/click', async (c) => {
    const body = await read(c, click);
    return c.json(
      await act(body.open_id, () => users.click(body.open_id, body.message_id, defined(body.button))),
    );
  });

  app.post('/api/submit', async (c) => {
    const body = await read(c, submit);
    const run = () => users.submit(body.open_id, body.message_id, body.values, body.button);
    return c.json(await act(body.open_id, run));
  });

  app.get('/messages', (c) => c.json(receivedBy(platform, known(c.req.query('open_id') ?? ''))));

  app.post('/clock', async (c) => {
    const body = clockBody.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) throw new AppError('invalid', CLOCK_HELP);
    const move = async (): Promise<MoveReport> => {
      const target = targetOf(body.data, deps.clock.now());
      const before = receivedSince(platform);
      const { ran, sent } = await deps.moveClock(target);
      await platform.settled();
      return { now: deps.clock.now(), ran, sent, received: before() };
    };
    const report = moving.then(move);
    moving = report.catch(() => undefined);
    try {
      return c.json(await report);
    } finally {
      hub.wake();
    }
  });

  return app;
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body = schema.safeParse(await c.req.json().catch(() => undefined));
  if (body.success) return body.data;
  const fields = body.error.issues.map((issue) => issue.path.join('.') || '内容').join('、');
  throw new AppError('invalid', `请求里这几项不对：${fields}。`);
}

/** Absent keys instead of undefined ones, as the platform's types ask. */
function defined(button: string | z.infer<typeof press>) {
  if (typeof button === 'string') return button;
  const { value, ...rest } = button;
  const given = Object.entries(rest).filter(([, part]) => part !== undefined);
  return { value, ...Object.fromEntries(given) };
}
