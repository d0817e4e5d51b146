import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasIdentityNumber, maskNumbers, normaliseText } from '../../src/kernel/text.ts';

describe('text as it is compared and stored', () => {
  it.each([
    ['ＡＢＣ１２３', 'ABC123'],
    ['　乡镇　补贴  怎么算？ ', '乡镇 补贴 怎么算？'],
    ['（试行）：一、二；三！', '（试行）：一、二；三！'],
    ['①发文②会议……', '①发文②会议……'],
    ['关于\u200b\ufeff轻\u00ad负\u202e', '关于轻负'],
    ['一行\r\n二行\n\n\n\n三行', '一行\n二行\n\n三行'],
    ['前 \n 后\t末', '前\n后 末'],
    ['a\u0000b\u0007', 'ab'],
    ['', ''],
  ])('%j becomes %j', (text, normal) => {
    expect(normaliseText(text)).toBe(normal);
  });

  it('is not changed by a second pass', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normaliseText(normaliseText(text))).toBe(normaliseText(text));
      }),
    );
  });
});

describe('identity numbers (BR-34)', () => {
  it.each([
    '41060219900307123X',
    '410602199003071234',
    '410602 19900307 1234',
    '４１０６０２１９９００３０７１２３４',
    '号410602900307123。',
  ])('%s has the shape of one', (text) => expect(hasIdentityNumber(text)).toBe(true));

  it.each(['410602199013071234', '13800138000', '2026-10-01', '4106021990030712345', '479 114', ''])(
    '%j has not',
    (text) => expect(hasIdentityNumber(text)).toBe(false),
  );
});

describe('numbers that may point at a person are masked before anything is stored', () => {
  it.each([
    ['我叫张三，410602199003071234', '我叫张三，***'],
    ['41060219900307123x 和 410602900307123', '*** 和 ***'],
    ['电话13800138000', '电话***'],
    ['138-0013-8000', '***'],
    ['１３８ ００１３ ８０００', '***'],
    ['座机 0392-3312345', '座机 ***'],
    ['卡号 6222 0212 3456 7890 123', '卡号 ***'],
  ])('%s → %s', (text, masked) => {
    expect(maskNumbers(text)).toBe(masked);
  });

  it.each([
    '2022 年上半年发文 479 件',
    '2022-2023年',
    '2026-10-01 到期',
    '2026.10.1',
    '1.5万',
    '999999元',
    '8 年 3 个月',
  ])('%s stays readable', (text) => expect(maskNumbers(text)).toBe(text));

  it('leaves no run of seven digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789０１ -.件年')) }), (text) => {
        expect(maskNumbers(text)).not.toMatch(/\d{7}/);
      }),
    );
  });
});
