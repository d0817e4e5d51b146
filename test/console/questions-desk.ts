import type { questionRevision } from '../../db/schema/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { type Browser, formToken, openDesk, POSTS } from './desk.ts';

export const TEXT = {
  question: '乡镇值班补助怎么发？',
  like: '值班有补助吗\n值班补贴多少',
  unlike: '',
  answer: '按天发，由所在单位造表。',
  document: '某市乡镇值班管理办法',
};

export interface Seat {
  browser: Browser;
  get(path: string): Promise<string>;
  send(path: string, form?: Record<string, string>): Promise<Response>;
}

/** A desk of the policy office: who writes, who approves, and both in a county. */
export function openQuestions() {
  const desk = openDesk();
  const { runtime } = desk;

  async function sit(post: keyof typeof POSTS, openId = `ou_${post}`): Promise<Seat> {
    const browser = await desk.as(POSTS[post], openId);
    const csrf = await formToken(browser);
    return {
      browser,
      get: async (path) => (await browser.get(path)).text(),
      send: (path, form = {}) => browser.post(path, { csrf, ...form }),
    };
  }

  /** In use, as by the workbook. */
  async function publish(...entries: (Partial<typeof questionRevision.$inferSelect> & { number: string })[]) {
    const ctx = contextOf(runtime, { kind: 'cli', name: 'import' });
    const contents = entries.map((entry) => ({
      question: `问题 ${entry.number}`,
      like: [],
      unlike: [],
      answer: `答复 ${entry.number}`,
      document: '某办法',
      documentNumber: '',
      clause: '',
      validFrom: '',
      validUntil: '',
      units: [],
      office: '',
      phone: '',
      topic: '',
      factIds: [],
      localFigures: [],
      replacedBy: '',
      ...entry,
    }));
    await runtime.store.atomically(await publishWrites(ctx, contents));
  }

  return { desk, db: runtime.store.db, sit, publish };
}

/** The number of the entry that an answer leads to. */
export function numberIn(response: Response): string {
  return /questions\/([^?/]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
}

/** A form as an entry's page sends it. */
export function formOf(entry: Partial<typeof TEXT> = {}, base = 0): Record<string, string> {
  return { ...TEXT, ...entry, baseRevision: String(base) };
}
