import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formProblems } from '../../src/chat/words.ts';
import { readForm } from '../../src/kernel/form.ts';

const fields = [
  { name: 'documents', label: '发文', kind: 'count', required: true },
  { name: 'unplanned', label: '其中计划外', kind: 'count', max: 20 },
  { name: 'reason', label: '理由', kind: 'text', max: 10 },
  { name: 'day', label: '日期', kind: 'day' },
  { name: 'kind', label: '类型', kind: 'choice', options: ['visit', 'talk'] },
] as const;

describe('a form that can be read', () => {
  it('gives typed values, whatever the spelling', () => {
    const reading = readForm(fields, {
      documents: ' １，２００ 件',
      unplanned: '十五',
      reason: '  补记　上月 ',
      day: '2026-09-10 +0800',
      kind: 'talk',
    });
    expect(reading).toEqual({
      ok: true,
      values: { documents: 1200, unplanned: 15, reason: '补记 上月', day: '2026-09-10', kind: 'talk' },
    });
    if (!reading.ok) return;
    // The types say which values are sure to be there.
    const documents: number = reading.values.documents;
    const unplanned: number | undefined = reading.values.unplanned;
    const day: string | undefined = reading.values.day;
    expect([documents, unplanned, day]).toEqual([1200, 15, '2026-09-10']);
  });

  it.each([[{}], [{ unplanned: '', reason: [], day: null, kind: undefined }], [{ reason: '　', day: '' }]])(
    'leaves out what was not filled in: %j',
    (rest) => {
      expect(readForm(fields, { documents: '0', ...rest })).toEqual({
        ok: true,
        values: { documents: 0, unplanned: undefined, reason: undefined, day: undefined, kind: undefined },
      });
    },
  );

  it('drops what was not asked for (BR-36)', () => {
    const reading = readForm(fields, { documents: '1', note: '谈话内容', __proto__: { day: '2026-01-01' } });
    expect(reading.ok && Object.keys(reading.values)).toEqual(fields.map((field) => field.name));
    expect(reading.ok && reading.values.day).toBeUndefined();
  });

  it.each([
    ['2026-09-10 +0800', '2026-09-10'],
    ['2026-09-10 09:30 +0800', '2026-09-10'],
    ['2026/9/1', '2026-09-01'],
    ['２０２６.９.１', '2026-09-01'],
  ])('%s is a day', (typed, day) => {
    const reading = readForm(fields, { documents: 1, day: typed });
    expect(reading.ok && reading.values.day).toBe(day);
  });
});

describe('a form that cannot', () => {
  it('reports all problems at once, in the order of the fields, with what was typed', () => {
    const reading = readForm(fields, {
      kind: 'dinner',
      day: '2026-02-30',
      reason: '这句理由实在是太长太长太长太长太长太长了',
      unplanned: '21',
      documents: '12.5',
    });
    expect(reading).toEqual({
      ok: false,
      problems: [
        { name: 'documents', label: '发文', code: 'fraction', typed: '12.5' },
        { name: 'unplanned', label: '其中计划外', code: 'too-large', typed: '21', max: 20 },
        {
          name: 'reason',
          label: '理由',
          code: 'too-long',
          typed: '这句理由实在是太长太长太长太长太长太长了',
          max: 10,
        },
        { name: 'day', label: '日期', code: 'not-a-day', typed: '2026-02-30' },
        { name: 'kind', label: '类型', code: 'not-offered', typed: 'dinner' },
      ],
      values: {},
    });
  });

  it('hands over what could be read, for checks that look at several fields', () => {
    const reading = readForm(fields, { documents: '看不懂', unplanned: '2', kind: 'dinner' });
    expect(reading).toMatchObject({ ok: false, values: { unplanned: 2 } });
    expect(reading.values).not.toHaveProperty('documents');
  });

  it.each([
    ['', 'missing'],
    ['　', 'missing'],
    [[], 'missing'],
    [{ value: 3 }, 'missing'],
    [true, 'missing'],
    ['三四', 'not-a-number'],
    [['1', '200'], 'not-a-number'],
    ['-3', 'negative'],
    ['99999999999999999999', 'too-large'],
  ])('a required count of %j is %s', (typed, code) => {
    const reading = readForm(fields, { documents: typed });
    expect(!reading.ok && reading.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('shortens what it quotes', () => {
    const reading = readForm(fields, { documents: 'x'.repeat(500) });
    expect(!reading.ok && reading.problems[0]?.typed).toBe(`${'x'.repeat(20)}…`);
  });

  it('says it in one Chinese sentence that keeps the entries', () => {
    const reading = readForm(fields, { documents: '', unplanned: '一百' });
    expect(!reading.ok && formProblems(reading.problems)).toBe(
      '发文没有填；其中计划外“一百”太大，最多填 20。请改好后再提交，已填的内容都还在。',
    );
  });

  it('never throws, whatever arrives', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (raw, value) => {
        expect(readForm(fields, raw)).toHaveProperty('ok');
        expect(readForm(fields, { documents: value, day: value, kind: value })).toHaveProperty('ok');
      }),
    );
  });
});
