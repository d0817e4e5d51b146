import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters } from '../../src/policy/calculators/rules/length.ts';
import { given, linesFrom, linesOf, stepOf } from './calculators-world.ts';

const FINAL = '以两办的统计口径为准；到没到预警线看本地阈值，这里不下结论。';

describe('plan and pace (domain formulas, TJ-02 to TJ-04)', () => {
  it.each<[string, string[]]>([
    [
      '我们单位年计划发文60件，到6月底发了34件，进度超没超',
      [
        '比时间进度快 8.3 个百分点，还剩 26 件',
        '计划执行率：34 ÷ 60 ≈ 56.7%',
        '时间进度（2026 年到 6 月底，按工作日）：120 ÷ 248 ≈ 48.4%',
        '剩余额度：60 − 34 ＝ 26 件',
        '往后每月可用：26 ÷ 6 ≈ 4.3 件',
      ],
    ],
    [
      // The city's own figures of the first half of 2022 (domain 4.1).
      '计划998，上半年发了479，进度咋样',
      [
        '没有超时间进度，慢 1.0 个百分点，还剩 519 件',
        '计划执行率：479 ÷ 998 ≈ 48.0%',
        '时间进度（2022 年到 6 月底，按工作日）：122 ÷ 249 ≈ 49.0%',
        '往后每月可用：519 ÷ 6 ＝ 86.5 件',
      ],
    ],
    [
      '会议计划259次，2022年上半年开了114次，照这样全年会不会超',
      ['计划执行率：114 ÷ 259 ≈ 44.0%', '照这个进度推算全年：114 ÷ 49.0% ≈ 233 次，只是推算'],
    ],
    ['一年计划开会20次，都开了15次了，还能开几次', ['还剩 5 次', '计划执行率：15 ÷ 20 ＝ 75%']],
    ['60件的计划发了34件，还剩多少', ['剩余额度：60 − 34 ＝ 26 件']],
    [
      '全年发文指标40件，前9个月已发26件，还剩多少',
      ['时间进度（2026 年到 9 月底，按工作日）：186 ÷ 248 ＝ 75%'],
    ],
    ['年计划80件，前三季度发了60件，进度咋样', ['和时间进度持平，还剩 20 件']],
    ['计划60件，已经发了65件，执行率多少', ['已经超计划 5 件', '剩余额度：60 − 65 ＝ −5，已超 5 件']],
    ['今年计划是0，发了3件，执行率咋算', ['计划是 0，算不出执行率；已有的 3 件全部属于计划外。']],
    ['计划50次会，2027年上半年开了20次，进度快不快', ['2027 年的放假安排还没有录入，时间进度先不算。']],
    [
      '发了479件占计划48%，我们计划填的1100，对不对得上',
      [
        '按 48% 倒推：479 ÷ 48.5% ≈ 987.6，479 ÷ 47.5% ≈ 1008.4，计划应在 988—1008 之间，和您说的 1100 对不上，请核对百分比或计划数。',
      ],
    ],
  ])('%s', (text, lines) => {
    const all = linesOf(text);
    expect(all).toEqual(expect.arrayContaining(lines));
    expect(all.at(-1)).toBe(FINAL);
  });

  it.each([
    ['到6月底发了34件，执行率多少', 'ask plan'],
    ['发文计划60件，执行率多少', 'ask done'],
    ['计划60件，发了-3件，执行率多少', 'ask done: negative'],
  ])('%s', (text, asked) => {
    expect(linesOf(text)).toEqual([asked]);
  });

  it('one value after the other, kept as they come', () => {
    expect(linesFrom({ calculator: 'pace', inputs: {} })).toEqual(['ask plan']);
    expect(linesFrom({ calculator: 'pace', inputs: { plan: '六十' } })).toEqual(['ask done']);
    expect(linesFrom({ calculator: 'pace', inputs: { plan: '六十', done: '34件' } })).toContain(
      '剩余额度：60 − 34 ＝ 26',
    );
  });

  it('what is left and what was used make up the plan; more used is never less left', () => {
    assert(
      property(integer({ min: 1, max: 999 }), integer({ min: 0, max: 999 }), (plan, used) => {
        const step = stepOf(`年计划${plan}件，已经发了${used}件，还剩多少`);
        if (step?.kind !== 'done' || step.result.kind !== 'pace') throw new Error('no pace');
        expect(Number(step.result.left.over)).toBe(plan - used);
      }),
    );
  });

  it.each(['我们单位还剩多少发文额度', '俺局会议计划执行率现在多少', '本单位还能发多少件文'])(
    'the own unit’s figures stand elsewhere: %s',
    (text) => {
      const lines = linesOf(text).join('\n');
      expect(lines).toContain('“我的任务”');
      expect(lines).toContain('“进度”');
      expect(lines).not.toMatch(/\d/);
    },
  );
});

describe('back from a percentage (domain 4.1)', () => {
  it.each<[string, string, string]>([
    ['发文计划一年大概多少件，按48%倒推', '年计划约 998 件', '988—1008'],
    ['114次占44%，那一年计划开多少次，下半年还剩多少次', '年计划约 259 次', '257—262'],
    ['会议计划反推一下一年多少次', '年计划约 259 次', '257—262'],
    ['发文479件，同比减4%，去年同期多少件', '上年同期约 499 件', '497—501'],
    ['开会114次同比少12%，去年同期大概几次', '上年同期约 130 次', '129—130'],
    ['我们发了50件占年计划40%，一年计划多少件', '年计划约 125 件', '124—126'],
    ['我们发了50件占年计划40.3%，一年计划多少件', '年计划约 124 件', '124—124'],
    ['今年开了60次会，同比增长20%，去年同期多少次', '上年同期约 50 次', '50—50'],
  ])('%s', (text, estimate, range) => {
    const lines = linesOf(text);
    expect(lines[1]).toContain(estimate);
    expect(lines.join()).toContain(range);
    expect(lines.at(-1)).toBe('这是推算，不是官方数；准数以两办为准。');
  });

  it('names the moment of the city’s figures, and what they leave', () => {
    const lines = linesOf('114次占44%，那一年计划开多少次，下半年还剩多少次');
    expect(lines[1]).toContain('2022 年上半年');
    expect(lines).toContain('还剩约：259 − 114 ＝ 145 次');
  });

  it('no share leads back from nothing', () => {
    expect(linesOf('我们发了50件占年计划0%，倒推一年计划多少件')).toContain(
      '0% 倒推不出年计划，请核对百分比。',
    );
  });

  it.each(['督查检查同比减13%，去年多少次', '一线提拔的占72.8%，一共多少人', '创新比例要达到百分之几'])(
    'is no calculation: %s',
    (text) => {
      expect(linesOf(text)).toEqual(['no calculation']);
    },
  );

  it('the plan that a rounded percentage came from is among those that fit', () => {
    assert(
      property(integer({ min: 20, max: 900 }), integer({ min: 1, max: 900 }), (plan, used) => {
        const percent = Math.round((used / plan) * 100);
        if (used > plan || percent < 1) return;
        const step = stepOf(`我们发了${used}件占年计划${percent}%，一年计划多少件`);
        if (step?.kind !== 'done' || step.result.kind !== 'reverse') throw new Error(`${used}/${plan}`);
        expect(step.result.from).toBeLessThanOrEqual(plan);
        expect(step.result.to === 0 || step.result.to >= plan).toBe(true);
      }),
    );
  });
});

describe('year on year, with the gate for small numbers', () => {
  it.each<[string, string[]]>([
    ['去年同期12件今年18件，同比多少，算反弹不', ['同比 +50%', '(18 − 12) ÷ 12 ＝ 50%', '18 − 12 ＝ 6 件']],
    ['今年开会114次，去年同期130次，同比多少', ['同比 −12.3%', '(114 − 130) ÷ 130 ≈ −12.3%']],
    ['今年18次会比去年的30次少多少', ['同比 −40%']],
    ['上年同期0件今年3件，同比咋写', ['上年同期为 0，不计算同比']],
    ['今年0件去年0件同比怎么写', ['持平']],
    ['去年20件今年也是20件，同比多少', ['持平']],
  ])('%s', (text, lines) => {
    const all = linesOf(text);
    expect(all).toEqual(expect.arrayContaining(lines));
    expect(all.at(-1)).toBe(FINAL);
  });

  it.each([
    ['今年3件去年1件，同比多少', '没到显著线'],
    ['今年479件去年同期499件，同比多少', '没到显著线'],
    ['今年15件去年12件，同比多少', '没到显著线'],
    ['今年16件去年12件，同比多少', '到了显著线'],
    ['今年95件去年同期80件，同比多少', '到了显著线'],
  ])('%s', (text, line) => {
    expect(linesOf(text).join()).toContain(line);
  });

  it('asks for the one that is missing', () => {
    expect(linesOf('今年发文18件，同比咋算')).toEqual(['ask before']);
    expect(linesFrom({ calculator: 'change', inputs: { before: '12' } })).toEqual(['ask now']);
  });
});

describe('length of documents (FW-07, BR-22)', () => {
  it.each<[string, string]>([
    ['我写的专项整治方案 word 显示 4300 字，超没超', '超了 300 字'],
    ['我们的通知写了4001字，超没超，是专项工作的', '超了 1 字'],
    ['部署专项工作的通知4000字，超没超', '没有超'],
    ['一般文件刚好5000字，超不超', '没有超'],
    ['一般文件5001字，超不超', '超了 1 字'],
    ['方案三千八百字长不长', '没有超'],
    ['实施意见4800字会不会超', '看是哪类文件'],
    ['文件字数6000，篇幅超了没', '超了'],
    ['综合性部署的意见5200字行不行', '部署综合性工作的不受这条字数限制'],
  ])('%s', (text, conclusion) => {
    const lines = linesOf(text);
    expect(lines[1]).toBe(conclusion);
    expect(lines.at(-1)).toBe('以两办核稿为准；本地“36 条”对篇幅可能更严。');
  });

  it('counts a pasted text like the word processors', () => {
    expect(countCharacters('关于2026年WPS会议的通知。')).toBe(2 + 1 + 1 + 1 + 5 + 1);
    expect(countCharacters('一、 总体要求（略）')).toBe(9);
    expect(countCharacters(' \n\t')).toBe(0);
    const document = `各乡镇：\n${'为做好专项整治工作，现通知如下。'.repeat(260)}`;
    const lines = linesOf(`这个专项通知超没超字数\n${document}`);
    expect(lines).toContain('超了 164 字');
    expect(lines[2]).toMatch(/^贴的文字共 4164 字/);
  });

  it.each(['帮我写一篇主题党日发言稿 2000字', '书记讲话稿5200字超没超', '文件写多少字合适'])(
    'is no calculation: %s',
    (text) => {
      expect(linesOf(text)).toEqual(['no calculation']);
    },
  );
});

describe('from the figures on record', () => {
  it.each<[string, string[]]>([
    ['五小加周转房一共花了多少钱，平均一个镇多少', ['1200 万元 ÷ 19 ≈ 63.2 万元，约 63 万元']],
    ['去年以来19个乡镇补了多少人，平均一个镇几个', ['134 ÷ 19 ≈ 7.05 名/乡镇，约 7 名']],
    ['主体班平均每个班多少人次', ['1300 ÷ 30 ≈ 43 人次/班次']],
    ['专题培训平均一期多少人', ['1500 ÷ 10 ＝ 150 人次/期']],
    ['主体班和专题班一共培训多少人次', ['1300 ＋ 1500 ＝ 2800']],
    [
      '17个组每组2到3个，一共能管多少个乡镇街道',
      ['34—51 个', '全市乡镇 19 个，不够 34 个，说明联系点里含街道。'],
    ],
    ['20个组每组3个，一共多少个点', ['60 个']],
    ['15个书记提了10个，占比多少', ['66.7%', '10 ÷ 15 ≈ 66.7%']],
    ['20个书记提拔了13个，占比多少', ['13 ÷ 20 ＝ 65%']],
    ['599个编制按19个乡镇平均，一个镇几名', ['599 ÷ 19 ≈ 31.5 名/乡镇']],
  ])('%s', (text, lines) => {
    expect(linesOf(text)).toEqual(expect.arrayContaining(lines));
  });

  it.each(['599个编制平均一个镇多少', '一线提拔的占多少'])('is no calculation: %s', (text) => {
    expect(linesOf(text, given())).toEqual(['no calculation']);
  });
});
