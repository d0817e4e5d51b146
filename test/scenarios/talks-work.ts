import { expect } from 'vitest';
import type { Talk } from './hall.ts';

const asksForOne: Talk = {
  about: 'a calculation asks for exactly one missing value, from a menu and from a sentence',
  begins: '2026-06-25T09:00',
  async talk({ cadre }) {
    await cadre.says('算账');
    await cadre.clicks('村干部奖励资金上限');
    expect(cadre).toSee(/^村干部奖励资金上限\n一年的集体经济经营性收入是多少？\n经营性收入：\n\[算一下\]$/);
    await cadre.submits({ 经营性收入: '46' });
    expect(cadre).toSee(/“46”太小了，像是漏写了“万”[\s\S]*\[46万\]\n经营性收入：46\n/);
    await cadre.submits({ 经营性收入: '四十六万' });
    expect(cadre).toSee(/最多可提 9\.2 万元\n46 万元 × 20% ＝ 9\.2 万元/);

    await cadre.says('标准是5年以下200、5到10年300、10年以上400，我每月能拿多少乡补');
    expect(cadre).toSee(/在乡镇一共工作了多少年？\n在乡镇工作的年限：\n\[算一下\]$/);
    await cadre.submits({ 在乡镇工作的年限: '八年零三个月' });
    expect(cadre).toSee(/每月 300 元[\s\S]*满 5 年不满 10 年这一档：300 元/);

    // Typed into the chat instead of the card.
    await cadre.says('46万');
    expect(cadre).toSee(/^“46万”是哪一项的数？\n.*\n\[村干部奖励资金上限\]\n\[增发绩效奖金测算\]$/);
    await cadre.clicks('村干部奖励资金上限', /哪一项/);
    expect(cadre).toSee(/最多可提 9\.2 万元/);

    // Two are missing: one after the other, the surer one first.
    await cadre.says('算账');
    await cadre.clicks('计划进度测算');
    expect(cadre).toSee(/全年计划是多少？\n年计划数：\n\[算一下\]$/);
    await cadre.submits({ 年计划数: '60' });
    expect(cadre).toSee(/到现在一共有多少？\n累计数：\n\[算一下\]$/);
    await cadre.submits({ 累计数: '34' });
    expect(cadre).toSee(/34 ÷ 60 ≈ 56\.7%[\s\S]*60 − 34 ＝ 26/);
  },
};

const checksItself: Talk = {
  about: 'self-checks: what matches, basis and office, never a verdict',
  begins: '2026-06-25T09:20',
  async talk({ cadre, inGroup }) {
    const before = inGroup();
    await cadre.says('自查');
    await cadre.clicks('办会自查');
    await cadre.submits({ '只传达上级精神，没有落实措施': true, '要直接开到乡镇、村（视频会也算）': true });
    expect(cadre).toSee(
      /^办会自查：对照结果\n[\s\S]*只传达、没有落实措施[\s\S]*须先批准[\s\S]*开不开由您单位按程序定[\s\S]*依据 [\s\S]*找谁问 两办会务/,
    );
    await cadre.says('容错自查');
    await cadre.submits({ '先行先试，缺乏经验': true, 弄虚作假: true });
    expect(cadre).toSee(/不是结论：能不能容，由有权机关按程序认定，我不判断。[\s\S]*先行先试[\s\S]*弄虚作假/);
    expect(cadre).not.toSee(/可以容错|应予容错|不能容错/);
    await cadre.says('发文自查');
    await cadre.submits({ '全文字数（可不填）': '4300', 要求下级报送贯彻落实情况: true });
    expect(cadre).toSee(/一般不要求报送贯彻落实情况[\s\S]*4300 − 4000 ＝ 300/);
    await cadre.says('五小自查');
    await cadre.submits({ 小食堂: true, 小厕所: true });
    expect(cadre).toSee(/已经有的\n[\s\S]*小食堂[\s\S]*还没有的\n[\s\S]*小澡堂/);
    expect(inGroup()).toEqual(before);
  },
};

const rates: Talk = {
  about: '有用 and 没解决: counted without a person, and 没解决 leads on',
  begins: '2026-06-25T09:40',
  async talk({ cadre }) {
    await cadre.says('五小是哪五小');
    expect(await cadre.clicks('有用', /小食堂/)).toSay(/^谢谢，已记下（不记是谁）。$/);
    await cadre.says('三个不开是啥');
    expect(await cadre.clicks('没解决', /三个不开/)).toSay(/^已记下/);
    expect(cadre).toSee(/^没解决？换一条看看，或者转人工\n[\s\S]*\[转人工\]$/);
  },
};

const handsOver: Talk = {
  about: '转人工: from the question to the editor’s answer, the asker’s card and a draft entry',
  begins: '2026-06-25T10:00',
  async talk({ cadre, otherCadre, editor, otherEditor }) {
    await cadre.says('乡补多少钱');
    await cadre.clicks('转人工', /乡镇工作补贴年限分档表/);
    expect(cadre).toSee(/^转人工：请看一眼再发\n要发的问题\n乡补多少钱\n发给 市委组织部的政策编辑\n/);
    expect(await cadre.clicks('发送')).toSay(/^已转人工/);
    const waiting = /^有一个问题等您答复\n问题　乡补多少钱\n[\s\S]*\[发送答复\]/;
    for (const one of [editor, otherEditor]) {
      expect(one).toHaveReceived(waiting, 1);
      expect(one.received().join('\n')).not.toContain(cadre.name);
    }
    const answer = await editor.submits({
      答复: '分档表正在报批，批下来就录入。',
      '依据（可不填）': '内部流程',
      办理方式: '答复并存为草稿',
    });
    expect(answer).toSay(/^答复已发出，草稿编号 \S+。$/);
    expect(editor).toSee(/^已答复\n[\s\S]*分档表正在报批[\s\S]*草稿编号 /);
    expect(otherEditor).toSee(/已由市委组织部答复，不用再答/);
    expect(cadre).toSee(
      /^人工答复\n您问的　乡补多少钱\n分档表正在报批[\s\S]*答复单位 市委组织部\n答复日期 2026年6月25日/,
    );
    expect(cadre).not.toSee(/顾向阳|何静姝/);
    expect(otherCadre.received().join('\n')).not.toContain('分档表正在报批');
  },
};

const digests: Talk = {
  about: 'the week’s misses come to their editors on Monday, without the askers, and become a draft',
  begins: '2026-06-26T09:00',
  async talk({ cadre, otherCadre, editor, timeIs }) {
    for (const one of [cadre, otherCadre]) await one.says('三个不开是啥');
    for (const one of [cadre, otherCadre]) await one.clicks('没解决', /三个不开/);
    await cadre.says('乡补能不能提前预支');
    await timeIs('2026-06-29T09:20');
    const digest = /^上周没答上来的问题\n/;
    expect(editor).toHaveReceived(digest, 1);
    const text = editor.received().find((one) => digest.test(one)) ?? '';
    expect(text).toMatch(/问过 \d 次\n\[新建条目草稿\]\n\[归入某条目\]/);
    for (const { name } of [cadre, otherCadre]) expect(text).not.toContain(name);
    await editor.clicks('新建条目草稿', digest);
    expect(editor).toSee(/^新建条目草稿\n标准问题：.+\n答复：\n/);
    await editor.submits({ 标准问题: '乡补能不能预支', 答复: '不能预支，按月随工资发。' });
    expect(editor).toSee(/^草稿已保存\n已存为草稿，编号 \S+。/);
    // Nobody has approved it.
    await cadre.says('乡补能不能预支');
    expect(cadre).not.toSee(/不能预支，按月随工资发/);
  },
};

export const working: Talk[] = [asksForOne, checksItself, rates, handsOver, digests];
