import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/feishu/classify.ts';
import { MEANINGS } from '../../src/feishu/codes.ts';

const answer = (code: number, status = 400, msg = '') => ({
  status,
  headers: new Headers(),
  body: { code, msg },
});

/** By the platform's table of error codes: may the same call succeed later? */
const LATER = [
  99991400, 99991663, 99991664, 99991665, 18121, 1500, 1663, 2200, 5000, 10101, 55001, 230020, 230049, 40003,
  232096,
];

const NEVER = [
  99991401, 99991403, 99991661, 99991662, 99991668, 99991671, 99991672, 99991673, 99991676, 99991677,
  99991679, 99992351, 99992361, 99992402, 9499, 230001, 230002, 230006, 230011, 230013, 230015, 230017,
  230018, 230019, 230022, 230025, 230027, 230028, 230029, 230031, 230034, 230035, 230038, 230050, 230053,
  230054, 230055, 230075, 230099, 230110, 231003, 232009, 10003, 10014, 10015, 99991543, 232001, 232006,
  232010, 232011, 232025, 232033, 232034, 40001, 40004, 40008, 40011, 40012, 40014, 41012, 41050, 43010,
  234001, 234002, 234003, 234004, 234005, 234006, 234007, 234008, 234010, 234011, 234037, 234038, 234039,
  234040, 234043,
];

describe('every documented code', () => {
  it.each(LATER)('%i may succeed later', (code) => {
    expect(failureOf(answer(code))).toMatchObject({ code, retryable: true });
  });

  it.each(NEVER)('%i is given up', (code) => {
    expect(failureOf(answer(code))).toMatchObject({ code, retryable: false });
  });

  it('is in the table, with a hint in Chinese', () => {
    for (const code of [...LATER, ...NEVER])
      expect(MEANINGS[code]?.[2], String(code)).toMatch(/[\u4e00-\u9fff]{4}/);
  });
});

describe('kinds', () => {
  it.each([
    [
      'the receiver will never get it',
      'gone',
      [99992351, 99992361, 230034, 230002, 230013, 230029, 230053, 232009, 230011, 230031],
    ],
    ['wait', 'rate_limited', [99991400, 230020, 230049]],
    ['who we are', 'auth', [10014, 10015, 99991663, 99991662]],
    ['what we may', 'scope', [99991672, 230006, 40004, 41050]],
    ['what we sent', 'format', [230001, 230025, 230099, 99992402]],
    ['their side', 'network', [1500, 5000]],
  ])('%s', (_, kind, codes) => {
    for (const code of codes) expect(failureOf(answer(code))?.kind, String(code)).toBe(kind);
  });
});

describe('may it have taken effect all the same?', () => {
  it.each([
    ['a clear refusal', answer(230001), false],
    ['a rate limit', answer(99991400, 429), false],
    ['a code nobody documented', answer(7654321), false],
    ['a fault on their side', answer(5000, 500), true],
    ['an earlier attempt under way', answer(230049), true],
    ['the same request under way', answer(18121), true],
    ['a gateway’s 502', { status: 502, headers: new Headers(), body: undefined }, true],
    ['a gateway’s 404', { status: 404, headers: new Headers(), body: undefined }, false],
    ['a gateway’s 429', { status: 429, headers: new Headers(), body: undefined }, false],
    ['a success that cannot be read', { status: 200, headers: new Headers(), body: undefined }, true],
  ])('%s', (_, given, maybeDone) => {
    expect(failureOf(given)?.maybeDone).toBe(maybeDone);
  });
});

describe('codes nobody documented', () => {
  it.each([
    [429, 'rate_limited', true],
    [500, 'network', true],
    [503, 'network', true],
    [401, 'auth', false],
    [403, 'scope', false],
    [400, 'unknown', false],
    [200, 'unknown', false],
  ])('with HTTP %i', (status, kind, retryable) => {
    expect(failureOf(answer(7654321, status))).toMatchObject({ kind, retryable, code: 7654321 });
  });
});

describe('success', () => {
  it('is code 0, whatever the message says', () => {
    expect(failureOf(answer(0, 200, 'anything'))).toBeUndefined();
  });

  it('is not code 0 with an error status', () => {
    expect(failureOf(answer(0, 500))).toMatchObject({ kind: 'network', retryable: true });
  });

  it.each([[undefined], [null], ['ok'], [[]], [{}], [{ code: '0' }]])('is not %j', (body) => {
    expect(failureOf({ status: 200, headers: new Headers(), body })).toMatchObject({
      kind: 'network',
      retryable: true,
    });
  });
});

describe('hints', () => {
  it('name the card sub-code but not the card', () => {
    const msg =
      'Failed to create card content, ext=ErrCode: 11310; ErrMsg: table number over limit; ErrorValue: 王某某; ';
    const hint = failureOf(answer(230099, 400, msg))?.hint ?? '';
    expect(hint).toContain('11310');
    expect(hint).not.toContain('王');
  });

  it('name missing scopes from message and violations, each once', () => {
    const failure = failureOf({
      status: 400,
      headers: new Headers(),
      body: {
        code: 99991672,
        msg: 'scopes required: [contact:user.base:readonly]. https://open.feishu.cn/app/x/auth?q=contact:user.base:readonly',
        error: {
          log_id: 'L',
          permission_violations: [{ type: 'action_scope_required', subject: 'im:message' }],
        },
      },
    });
    expect(failure?.hint).toMatch(/im:message、contact:user\.base:readonly。$/);
    expect(failure?.logId).toBe('L');
  });

  it.each(['abc', '-5', '', 'NaN', 'Infinity'])('an unreadable wait (%j) is none', (reset) => {
    const headers = new Headers({ 'x-ogw-ratelimit-reset': reset });
    expect(failureOf({ status: 429, headers, body: { code: 99991400 } })).toMatchObject({ waitMs: 0 });
  });
});
