import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { demoCast } from '../../db/seed/demo/index.ts';
import { handleClick } from '../../src/chat/index.ts';
import { clickAnswerJson } from '../../src/feishu/click-answer.ts';
import { readForm } from '../../src/kernel/form.ts';
import { seededDice } from '../support/house.ts';
import { type City, openCity } from './city.ts';
import { type Dice, junk, junkText, mutateJson, pick } from './mutate.ts';
import { valueFor } from './values.ts';

const CLICKS = 6_000;
const FORMS = 40_000;

const FIELDS = [
  { name: 'count', label: '发文', kind: 'count', required: true },
  { name: 'small', label: '会议', kind: 'count', max: 50 },
  { name: 'text', label: '说明', kind: 'text', max: 200, required: true },
  { name: 'day', label: '日期', kind: 'day' },
  { name: 'choice', label: '署名', kind: 'choice', options: ['a', 'b'] },
] as const;

it(`${FORMS} submitted forms: read or refused with a sentence for every field, and nothing unasked gets in`, () => {
  const dice = seededDice(11);
  const honest = { count: '12', small: 3, text: '关于夏粮收购', day: '2026-06-30 +0800', choice: 'a' };
  for (let n = 0; n < FORMS; n++) {
    const reading = readForm(FIELDS, mutateJson(honest, dice));
    const names = Object.keys(reading.values);
    expect(names.every((name) => FIELDS.some((field) => field.name === name))).toBe(true);
    const { count, small, text } = reading.values;
    if (reading.ok) expect(text?.length ?? 0).toBeGreaterThan(0);
    else expect(reading.problems.length).toBeGreaterThan(0);
    for (const [value, most] of [
      [count, 99_999],
      [small, 50],
    ] as const)
      if (value !== undefined) expect(Number.isInteger(value) && value >= 0 && value <= most).toBe(true);
  }
});

let city: City;
beforeAll(async () => {
  city = await openCity();
});

const PEOPLE = [...Object.values(demoCast), 'ou_nobody', ''];

/** Every button of the product with values that its schema lets through and forms that nobody would send. */
it(`${CLICKS} forged clicks: answered with a toast or a card, and none is a fault`, async () => {
  const dice = seededDice(12);
  const { features, runtime } = city.qingfu;
  const patience = () => new Promise<void>(() => undefined);
  const conversation = { runtime, features, background: () => undefined };
  const buttons = features.flatMap(({ name, actions = {} }) =>
    Object.entries(actions).map(([verb, { value }]) => ({
      action: `${name}.${verb}`,
      schema: z.toJSONSchema(value, { unrepresentable: 'any', io: 'input' }),
    })),
  );
  expect(buttons.length).toBeGreaterThan(60);
  for (let n = 0; n < CLICKS; n++) {
    const { action, schema } = buttons[n % buttons.length] ?? { action: '', schema: {} };
    const value = valueFor(schema, dice);
    const answer = await handleClick(
      conversation,
      {
        kind: 'click',
        eventId: `click-${n}`,
        openId: pick(dice, PEOPLE),
        messageId: 'om_1',
        chatId: 'oc_1',
        action,
        version: 1,
        value: dice() < 0.2 ? (mutateJson(value, dice) as Record<string, unknown>) : value,
        form: formOf(dice),
      },
      patience,
    );
    expect(JSON.stringify(clickAnswerJson(answer)).length, action).toBeGreaterThan(2);
    expect(city.faults, `${action} ${JSON.stringify(value)}`).toEqual([]);
  }
  // Forged as they are, many come through: whoever clicks may do it, and what they click exists.
  expect(city.clicks.get('done')).toBeGreaterThan(CLICKS / 20);
});

const NAMES =
  'text about sign reason answer document question unit 发文 meeting document_count day from until amount title'.split(
    ' ',
  );

function formOf(dice: Dice): Record<string, unknown> {
  return Object.fromEntries(
    NAMES.filter(() => dice() < 0.6).map((name) => [name, dice() < 0.5 ? junk(dice) : junkText(dice)]),
  );
}
