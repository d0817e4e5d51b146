import { expect, it } from 'vitest';
import type { Tier } from '../../src/kernel/actor.ts';
import { unitsNamed } from '../../src/voice/rules/units.ts';

const unit = (code: string, name: string, tier: Tier, county: string) => ({ code, name, tier, county });

const UNITS = [
  unit('S1', '市委办公室', 'office', ''),
  unit('S2', '市教育局', 'city-department', ''),
  unit('C1', '青禾县委办公室', 'office', '青禾县'),
  unit('C3', '青禾县林业局', 'county-department', '青禾县'),
  unit('C5', '青禾县住房和城乡建设局', 'county-department', '青禾县'),
  unit('C6', '青禾县卫生健康委员会', 'county-department', '青禾县'),
  unit('D5', '望泉县住房和城乡建设局', 'county-department', '望泉县'),
  unit('T1', '柳溪镇', 'township', '青禾县'),
];

it.each<[said: string, codes: string[]]>([
  ['青禾县住房和城乡建设局一周三张表', ['C5', 'D5']],
  ['县住建局一周三张表', ['C5', 'D5']],
  ['我说的是住建局', ['C5', 'D5']],
  ['卫健委的表', ['C6']],
  ['县林业局和县住建局要一样的数', ['C5', 'D5', 'C3']],
  ['某某局和县林业局', ['C3']],
  ['市住建局', ['C5', 'D5']],
  ['望泉县住建局', ['D5']],
  ['柳溪镇让村里报', ['T1']],
  // What every office could be called names none of them.
  ['办公室天天要表', []],
  ['县委办公室', ['C1']],
  ['会太多了，局里也不管', []],
])('%s', (said, codes) => {
  expect(unitsNamed(said, UNITS, '青禾县').map(({ code }) => code)).toEqual(codes);
});
