import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as schema from '../../db/schema/index.ts';
import { facts } from '../../db/seed/facts.ts';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import { mayUse } from '../../src/chat/commands.ts';
import { CLAUSE_END, FORCED_ACTIVITY, NEGATION, QUOTED } from '../../src/delivery/lexicon.ts';
import { features } from '../../src/features.ts';
import { person, testCtx, testRuntime } from '../support/ctx.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  // The emulator plays the platform, which can do what the product must not.
  .filter((path) => !path.startsWith('src/simulator/'))
  .map((path) => ({
    path,
    code: read(path)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '$1'),
  }));

/** What is shown, without the room that explains the rules themselves. */
const shown = files.filter(
  ({ path }) => /\/words[^/]*\.ts$|\/words\//.test(path) && !path.startsWith('src/policy/'),
);

/** A text of somebody else's is sent back because of it. */
const COMPLAINED_OF = /(文字|正文)里有/;

const titles = features
  .flatMap(({ sheets = [] }) => sheets.flatMap(({ columns: own }) => own.map(({ title }) => title)))
  .join('\n');

const columns = Object.values(schema)
  .filter((each) => is(each, SQLiteTable))
  .map((table) => ({
    table: getTableName(table),
    names: Object.values(getTableColumns(table)).map(({ name }) => name),
  }));

const hits = (pattern: RegExp, among = files) =>
  among.flatMap(({ path, code }) =>
    code
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );

const columnsLike = (pattern: RegExp) =>
  columns.flatMap(({ table, names }) =>
    names.filter((name) => pattern.test(name)).map((name) => `${table}.${name}`),
  );

it('BR-04: no word and no name of attendance, points, ranks or streaks', () => {
  const claims = shown.flatMap(({ path, code }) =>
    code
      .replace(QUOTED, '')
      .split(CLAUSE_END)
      .filter(
        (clause) => FORCED_ACTIVITY.test(clause) && !NEGATION.test(clause) && !COMPLAINED_OF.test(clause),
      )
      .map((clause) => `${path}: ${clause}`),
  );
  expect(claims).toEqual([]);
  const names = /\b\w*(streak|leader_?board|check_?in_?s|attendance|badge|loyalty|online_?time)\w*\b/i;
  expect(hits(names).filter((line) => !line.startsWith('src/delivery/lexicon.ts'))).toEqual([]);
  expect(columnsLike(/streak|score|rank|points|badge|attendance|online/)).toEqual([]);
});

it('BR-05: of a person nothing is kept but who they are and what they wished', () => {
  const kept = columns.find(({ table }) => table === 'person');
  expect(kept?.names).toEqual(['open_id', 'name', 'greeted_at', 'muted', 'gone', 'state_at']);
  expect(columnsLike(/last_(seen|login|active)|logins?|usage|installed/)).toEqual([]);
});

it('BR-06, BR-28: no column and no sheet for marks, instructions or articles', () => {
  expect(columnsLike(/grade|deduct|instruction|article|media|press|notebook/)).toEqual([]);
  expect(titles).not.toMatch(/得分|扣分|评分|批示|刊发|稿件|信息采用|笔记/);
});

it('BR-07: neither read receipts nor reactions are subscribed to', () => {
  const subscribed = read('src/feishu/normalise.ts');
  expect(subscribed).toContain('im.message.receive_v1');
  expect(hits(/message_read|message\.reaction|read_users|urgent_(app|sms|phone)/)).toEqual([]);
  expect(read('README.md')).not.toMatch(/im\.message\.(message_read|reaction)/);
});

it('BR-07: no table has a column for time spent, likes or reads', () => {
  expect(
    columnsLike(/duration|hours|minutes|seconds|likes|votes|forwards|reads?_(at|count)|reactions/),
  ).toEqual([]);
});

it('BR-08: cards have no component for pictures, files or places, and nothing is downloaded', () => {
  const kinds = [...read('src/chat/card.ts').matchAll(/kind: '([a-z-]+)'/g)].map(([, kind]) => kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      'text',
      'note',
      'facts',
      'table',
      'chart',
      'buttons',
      'form',
      'panel',
      'divider',
      'input',
      'select',
      'multi-select',
      'checklist',
      'date',
    ]),
  );
  expect(hits(/im\/v1\/(images|files)|\/resources\/|messageResource|getLocation/)).toEqual([]);
});

it('BR-10: nothing is ever sent to a group unasked', () => {
  expect(hits(/to: \{ kind: 'chat'/)).toEqual([]);
});

it('BR-11: every figure that is asked for stands in the table of sources', () => {
  const table = read('test/burden/rules.md').split('## Where every figure')[1] ?? '';
  for (const indicator of ['发文', '会议', '督查检查考核'])
    expect(table).toMatch(new RegExp(`^\\| ${indicator} \\| [^|]{5,} \\| [^|]{5,} \\|$`, 'm'));
});

it('BR-18: no interface for making groups or adding people to them', () => {
  expect(hits(/im\/v1\/chats|chat\.create|chatMembers\.create|chat\.members/)).toEqual([]);
});

it('BR-19: nobody is asked to invite or recommend', () => {
  expect(hits(/邀请(同事|好友|他人|更多)|推荐给|转发给(同事|更多)|分享给/, shown)).toEqual([]);
});

it('BR-23, BR-30: no form asks for reports on implementation or for the presence of leaders', () => {
  const asked = /label.*(落实情况|主要负责同志(参加|陪同|到会)|主要领导(参加|陪同))/;
  expect(hits(asked)).toEqual([]);
  expect(hits(/(贯彻落实情况|主要负责同志(参加|陪同|到会))/, shown)).toEqual([]);
  expect(titles).not.toMatch(/落实情况/);
});

it('BR-37: every entry served from the start names facts that exist, and its figures stand in them', () => {
  const figures = (text: string): string[] => text.normalize('NFKC').match(/\d+(\.\d+)?/g) ?? [];
  const strange = starterQuestions.flatMap(({ number, answer, factIds }) => {
    const sources = factIds.map((id) => JSON.stringify(facts.get(id) ?? '')).join('\n');
    const missing = figures(answer).filter((figure) => !figures(sources).includes(figure));
    return factIds.every((id) => facts.has(id)) && missing.length === 0
      ? []
      : [`${number}: ${missing.join(' ')}`];
  });
  expect(strange).toEqual([]);
});

it('BR-30: the presence of the townships’ leaders is nothing that stands ticked', () => {
  expect(getTableColumns(schema.countItem).heads.default).toBe(false);
});

it('BR-40: what a township’s cadre may say writes nothing; only a sent form of complaint does', async () => {
  const runtime = testRuntime();
  const cadre = person('ou_1', '周明', { role: 'cadre', unit: 'T1', tier: 'township', county: '青禾县' });
  const message = {
    kind: 'message' as const,
    eventId: 'e',
    messageId: 'om',
    chat: { id: 'oc', kind: 'private' as const },
    openId: 'ou_1',
    text: '',
    format: 'text' as const,
    mentioned: false,
    sentAt: runtime.clock.now(),
  };
  const said: string[] = [];
  for (const { commands = [] } of features)
    for (const command of commands.filter((one) => mayUse(cadre, one))) {
      const [text = ''] = command.words;
      const { writes } = await command.run(testCtx(runtime, cadre), {
        message: { ...message, text },
        args: [],
      });
      expect(writes, text).toEqual([]);
      said.push(text);
    }
  expect(said).toEqual(expect.arrayContaining(['查备案', '投诉']));
});
