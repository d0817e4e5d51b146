import { describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { drain } from '../../src/delivery/drain.ts';
import { perform } from '../../src/delivery/perform.ts';
import { publicCard } from '../../src/system/emergency/cards.ts';
import { readUses } from '../../src/system/emergency/read-uses.ts';
import { endEmergency } from '../../src/system/emergency/verbs/end-emergency.ts';
import { type EmergencyInput, openEmergency } from '../../src/system/emergency/verbs/open-emergency.ts';
import { type House, house, message, queue, states } from '../delivery/house.ts';
import { person, testCtx } from '../support/ctx.ts';

const office = person('ou_office', '卫国栋', {
  role: 'coordinator',
  unit: 'A01',
  tier: 'office',
  county: '',
});
const county = person('ou_county', '郑建平', {
  role: 'coordinator',
  unit: 'B01',
  tier: 'office',
  county: '临河',
});
const cadre = person('ou_1', '干部', { role: 'cadre', unit: 'T1', tier: 'township', county: '临河' });

const flood: EmergencyInput = { reason: '防汛应急响应', approver: '市委书记 张某', hours: 72 };

const open = (home: House, input = flood, actor = office) =>
  perform(
    home.runtime.store,
    () => testCtx(home.runtime, actor),
    (ctx) => openEmergency(ctx, input),
  );
const run = (home: House) => drain(home.runtime, home.platform, { limit: 100 });

describe('the narrow exception of BR-42', () => {
  it('duties come at night while it is in force, notices do not; after 72 hours it has ended by itself', async () => {
    const home = await house('2026-06-26T20:00');
    await queue(home.runtime, [message('held')]);
    await run(home);
    expect(home.platform.shown).toEqual([]);
    await open(home);
    await queue(home.runtime, [message('night'), message('news', { kind: 'notice', openId: 'ou_2' })]);
    await run(home);
    expect(home.platform.shown.map(({ text }) => text)).toEqual(['held', 'night']);
    home.time.set('2026-06-29T19:59');
    await queue(home.runtime, [message('last minute', { openId: 'ou_3' })]);
    await run(home);
    home.time.set('2026-06-29T20:00');
    await queue(home.runtime, [message('over', { openId: 'ou_4' })]);
    await run(home);
    expect(await states(home.runtime)).toEqual([
      'held: sent',
      'night: sent',
      'news: held (quiet_hours)',
      'last minute: sent',
      'over: held (quiet_hours)',
    ]);
  });

  it('can be ended before its time; what it was and who approved it stay on record', async () => {
    const home = await house('2026-06-26T20:00');
    await open(home, { ...flood, hours: 12 });
    await perform(home.runtime.store, () => testCtx(home.runtime, office), endEmergency);
    await queue(home.runtime, [message('night')]);
    await run(home);
    expect(home.platform.shown).toEqual([]);
    const rows = await home.runtime.store.db.select().from(audit);
    expect(rows).toMatchObject([
      {
        actor: 'person:ou_office',
        action: 'system.emergency',
        data: { reason: flood.reason, approver: flood.approver, by: 'ou_office' },
      },
      { action: 'system.emergency-end' },
    ]);
  });

  it.each<[string, Partial<EmergencyInput>, RegExp]>([
    ['longer than 72 hours', { hours: 73 }, /最长 72 小时/],
    ['no time at all', { hours: Number.NaN }, /时长/],
    ['no reason', { reason: ' ' }, /事由要写/],
    ['nobody approved it', { approver: '' }, /批准人/],
  ])('refused: %s', async (_, wrong, said) => {
    const home = await house('2026-06-26T20:00');
    await expect(open(home, { ...flood, ...wrong })).rejects.toThrow(said);
  });

  it('is opened by the coordinators of the host’s level only, and not on top of another one', async () => {
    const home = await house('2026-06-26T20:00');
    await expect(open(home, flood, county)).rejects.toThrow(/本级两办/);
    await expect(open(home, flood, cadre)).rejects.toThrow(/统筹员/);
    await open(home);
    await expect(open(home)).rejects.toThrow(/不能叠加或延长/);
  });

  it('everybody can see how often it was used in each month; a group sees numbers only', async () => {
    const home = await house('2026-06-26T20:00');
    await open(home, { ...flood, hours: 12 });
    home.time.set('2026-07-02T20:00');
    await open(home, { ...flood, reason: '重大活动安保' });
    const uses = await readUses(testCtx(home.runtime, cadre));
    const said = cardText(publicCard(uses, false));
    expect(said).toMatch(
      /2026年7月：1 次\n.*重大活动安保（批准人：市委书记 张某）\n2026年6月：1 次\n.*防汛应急响应/,
    );
    expect(cardText(publicCard(uses, true))).not.toMatch(/张某|防汛/);
  });
});
