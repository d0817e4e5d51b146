import type { CardJson } from '../../src/feishu/card-json.ts';
import { ownEntries } from '../scenarios/hall.ts';
import type { Person } from '../scenarios/person.ts';
import { openStage, type Stage } from '../scenarios/stage.ts';
import { GROUP, town } from '../scenarios/town.ts';

/** A card as it reached somebody, and what the list of chats and the lock screen say of it. */
export interface Shown {
  card: CardJson;
  line: string;
}

export type Gallery = Record<string, Shown>;

/** Every kind of card of the policy half, by name, as the whole product sends it with the starter questions. */
export async function policyCards(): Promise<Gallery> {
  const stage = await openStage({ at: '2026-06-26T10:00', world: await town(ownEntries) });
  try {
    return await collect(stage);
  } finally {
    await stage.house.close();
  }
}

/** What is said, by the name of the card that answers. */
const SAID: Record<string, string> = {
  answer: '乡补最低多少钱一个月',
  'answer-with-steps': '容错的程序是什么',
  'answer-of-bot': '你是真人还是机器',
  'answer-history': '2022年上半年全市发文多少',
  'answer-then': '云岭驿站床位标准2023 年那会儿是多少',
  'answer-expired': '水井轮值补助怎么发',
  'answer-county': '柴火灶改造谁来批',
  several: '问两件事：一，五小是哪五小；二，三个不开是啥',
  choose: '周转房',
  'local-gap': '乡补多少钱',
  case: '这种事能不能容错该找谁',
  unknown: '今天天气怎么样',
  hello: '您好',
  'sensitive-report': '我要举报我们镇长吃喝',
  'sensitive-number': '帮我查一下 110101199003078515 的补贴',
  'refuse-evasion': '会议怎么改个名就不算会',
  'refuse-promotion': '我明年能不能提拔',
  'calculate-menu': '算账',
  'calculate-ask': '经营性收入能提多少奖励给村干部，帮我算一下',
  'calculate-unclear': '村集体经营性收入46能提多少奖励',
  'calculate-table': '我在乡镇干了8年，标准是5年以下200、5到10年300、10年以上400，每月多少',
  'calculate-supplement': '从优增发绩效，每月基本报酬2600，一个月多少一年多少',
  'calculate-pace': '全年计划60个，到6月发了34个，还剩多少',
  'calculate-ceiling': '村集体经营性收入46万能提多少奖励',
  'calculate-days': '容错从 2026-03-02 起 30 个工作日到哪天',
  'calculate-length': '专项文件4300字超不超',
  'calculate-bare': '46万',
  'check-menu': '自查',
};

/** Ticked in each self-check. */
const TICKED: Record<string, Record<string, string | boolean>> = {
  容错自查: { '先行先试，缺乏经验': true, 主动挽回了损失: true, 弄虚作假: true },
  办会自查: { '只传达上级精神，没有落实措施': true, '要直接开到乡镇、村（视频会也算）': true },
  发文自查: { '全文字数（可不填）': '4300', 要求下级报送贯彻落实情况: true, '照搬照抄、照转上级文件': true },
  五小自查: { 小食堂: true, 小厕所: true, '装修、设备可能超标准': true },
};

const CHECKS: Record<string, string> = {
  容错自查: 'tolerance',
  办会自查: 'meeting',
  发文自查: 'document',
  五小自查: 'five-small',
};

const IN_GROUP: Record<string, string> = {
  answer: '五小是哪五小',
  choose: '周转房',
  unknown: '今天天气怎么样',
  ask: '经营性收入能提多少奖励给村干部，帮我算一下',
};

async function collect(stage: Stage): Promise<Gallery> {
  const { cadre } = stage;
  const found: Gallery = {};
  const keep = (name: string, who: Person, chatId?: string) => {
    found[name] = newest(stage, who, chatId);
  };
  for (const [name, text] of Object.entries(SAID)) {
    await cadre.says(text);
    keep(name, cadre);
  }
  for (const [words, name] of Object.entries(CHECKS)) {
    await cadre.says(words);
    keep(`check-${name}`, cadre);
    await cadre.submits(TICKED[words] ?? {});
    keep(`check-${name}-result`, cadre);
  }
  for (const [name, text] of Object.entries(IN_GROUP)) {
    await cadre.says(`@轻负 ${text}`, { in: GROUP });
    keep(`group-${name}`, cadre, GROUP);
  }
  await handOver(stage, keep);
  await digest(stage, keep);
  return found;
}

type Keep = (name: string, who: Person) => void;

async function handOver({ cadre, editor }: Stage, keep: Keep): Promise<void> {
  await cadre.says('转人工');
  keep('human-write', cadre);
  await cadre.says('乡补多少钱');
  await cadre.clicks('转人工', /乡镇工作补贴年限分档表/);
  keep('human-preview', cadre);
  await cadre.clicks('发送');
  keep('human-sent', cadre);
  keep('editor-question', editor);
  await editor.says('待答问题');
  keep('editor-open', editor);
  await editor.clicks('答复');
  await editor.submits({
    答复: '分档表正在报批，预计七月批下来，批下来就录入。急的话先打人社局电话问。',
    '依据（可不填）': '《关于调整乡镇工作补贴的请示》',
    办理方式: '答复并存为草稿',
  });
  keep('editor-done', editor);
  keep('human-reply', cadre);
  await cadre.clicks('追问', /人工答复/);
  keep('human-further', cadre);
  await cadre.submits({ 还不清楚的是: '是不是从一月补发' });
  keep('editor-further', editor);
}

async function digest({ cadre, otherCadre, editor, timeIs }: Stage, keep: Keep): Promise<void> {
  for (const text of ['三个不开是啥', '五小是哪五小', '容错的程序是什么'])
    for (const one of [cadre, otherCadre]) {
      await one.says(text);
      await one.clicks('没解决', /依据/);
    }
  keep('unsolved', cadre);
  await timeIs('2026-06-29T09:20');
  keep('digest', editor);
  await editor.clicks('归入某条目', /没答上来/);
  keep('draft-assign', editor);
  await editor.clicks('新建条目草稿', /没答上来/);
  keep('draft', editor);
  await editor.submits({ 标准问题: '乡补能不能预支', 答复: '不能预支，按月随工资发。' });
  keep('draft-saved', editor);
}

function newest({ platform }: Stage, { openId }: Person, chatId?: string): Shown {
  const chat = platform.view(openId).chats.find((one) => (chatId ? one.id === chatId : one.kind === 'p2p'));
  const message = chat?.messages.findLast(({ from }) => from.bot);
  if (!message?.card) throw new Error('no card');
  return { card: message.card as CardJson, line: message.text };
}
