import { beforeEach, describe, expect, it } from 'vitest';
import type { Logger } from '../../src/kernel/ports.ts';
import { policy } from '../../src/policy/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { startTalk, type Talk } from '../support/conversation.ts';
import { testCtx } from '../support/ctx.ts';
import { samples } from './fixtures/questions.ts';
import { wholeDatabase } from './whole-database.ts';

const me = 'ou_cadre';

/** A message and what of it would be a trace. */
const TWENTY: [text: string, ...telling: string[]][] = [
  ['身份证410611199003071234，我能领补贴吗', '4106', '1990'],
  ['４１０６１１ １９９００３０７ １２３Ｘ 是我的号', '4106', '４１０６'],
  ['补贴打到6222021234567890123这张卡', '6222'],
  ['周会计电话13800138000', '1380', '周会计'],
  ['绝密★启封前 关于甲工程的部署', '甲工程', '启封'],
  ['秘密★1年\n各乡镇：乙方案如下', '乙方案', '1年'],
  ['内部资料 请勿外传\n丙地块的情况', '丙地块'],
  ['帮我把这份机密文件缩写一下：丁计划分三步', '丁计划', '三步'],
  ['密级：机密 戊事项', '戊事项'],
  ['我要举报我们镇长大吃大喝', '镇长', '大吃'],
  ['实名举报秦书记收红包', '秦书记', '红包'],
  ['柳溪村会计章有财挪用了三万块补贴', '章有财', '三万'],
  ['反映一下我们所长吃拿卡要', '所长', '吃拿'],
  ['谁举报的我，是不是老葛', '老葛'],
  ['那封匿名信是谁写的，肯定是村东头的', '村东头'],
  ['把举报人的姓名给我，我叫韩大壮', '韩大壮'],
  ['谈话记录：滕镇长作风独断，群众有意见', '滕镇长', '独断'],
  ['今天跟霍书记谈话，他说班子闹矛盾', '霍书记', '矛盾'],
  ['考察组对倪主任的印象怎么样，怎么记的', '倪主任'],
  ['帮我整理一下谈话记录，鲁乡长表态很差', '鲁乡长', '表态'],
];

let talk: Talk;
let log: string[];
beforeEach(async () => {
  log = [];
  const write = (event: string, data: Record<string, unknown> = {}) =>
    void log.push(JSON.stringify([event, data]));
  const logger: Logger = { debug: write, info: write, warn: write, error: write };
  talk = await startTalk([policy]);
  Object.assign(talk.runtime, { log: logger });
  await talk.runtime.store.atomically(await publishWrites(testCtx(talk.runtime), samples));
});

describe('BR-35: what must not be kept leaves no trace', () => {
  it.each(TWENTY)('%s', async (text, ...telling) => {
    const { db } = talk.runtime.store;
    const before = await wholeDatabase(db);
    await talk.say(me, text);
    await talk.say(me, text, { chat: { id: 'oc_group', kind: 'group' }, mentioned: true });
    const after = await wholeDatabase(db);

    // Of all tables only the ended claims and the two answers are new.
    const { inbox: claims, outbox: answers, ...rest } = after;
    const { inbox: _, outbox: __, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(claims).toMatchObject([
      { state: 'handled', body: '' },
      { state: 'handled', body: '' },
    ]);
    expect(answers).toHaveLength(2);

    const written = JSON.stringify(after) + log.join('\n');
    const already = JSON.stringify(before);
    for (const words of [text, ...telling]) {
      expect(already.includes(words), `${words} is no trace`).toBe(false);
      expect(written.includes(words), words).toBe(false);
    }
  });

  it('and the answer says so, in private as in groups', async () => {
    for (const [text] of TWENTY) {
      await talk.say(me, text);
      await talk.say(me, text, { chat: { id: 'oc_group', kind: 'group' }, mentioned: true });
    }
    for (const target of [me, 'oc_group']) {
      const answers = await talk.queued(target);
      expect(answers).toHaveLength(TWENTY.length);
      for (const answer of answers) expect(answer).toMatch(/没有保存|没有这类信息/);
    }
  });
});
