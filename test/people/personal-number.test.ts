import { describe, expect, it } from 'vitest';
import { personalNumberIn } from '../../src/people/rules/personal-number.ts';

describe('what must not be collected (BR-34)', () => {
  it.each([
    ['410181199003078888', 'identity'],
    ['张三41018119900307888X', 'identity'],
    ['41018119900307888x', 'identity'],
    ['410181 19900307 8888', 'identity'],
    ['４１０１８１１９９００３０７８８８８', 'identity'],
    ['13800138000', 'phone'],
    ['138-0013-8000', 'phone'],
    ['+86 13800138000', 'phone'],
    ['电话１３８００１３８０００转', 'phone'],
    // Office numbers, codes of regions, credit codes, document numbers and figures are none.
    ['0399-6600136', undefined],
    ['12388', undefined],
    ['410181001000', undefined],
    ['11410100MB1234567X', undefined],
    ['景督备〔2026〕12号', undefined],
    ['2026-07-01', undefined],
    ['', undefined],
  ])('%s: %s', (text, expected) => {
    expect(personalNumberIn(text)).toBe(expected);
  });
});
