import { describe, expect, it } from 'vitest';
import { demoUnits } from '../../db/seed/demo/units.ts';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import { tierOf } from '../../src/people/lexicon.ts';
import { answersFor, type Editor, editorsFor } from '../../src/policy/human/rules/editors.ts';

function editor(openId: string, unit: string, county = '', tier: Editor['tier'] = 'city-department'): Editor {
  return { openId, unit, county, tier };
}

const cityParty = editor('ou_party', '市委组织部');
const cityPay = editor('ou_pay', '市人力资源和社会保障局');
const cityOffice = editor('ou_office', '市委办公室', '', 'office');
const countyParty = editor('ou_county', '望泉县委组织部', '望泉县', 'county-department');
const otherCounty = editor('ou_other', '松渡县委组织部', '松渡县', 'county-department');
const all = [cityParty, cityPay, cityOffice, countyParty, otherCounty];

const idsFor = (office: string, county = '', editors = all) =>
  editorsFor(editors, { office, county }).map(({ openId }) => openId);

describe('a unit is the office an entry names', () => {
  it.each([
    ['组织部', '市委组织部', true],
    ['市委组织部', '望泉县委组织部', true],
    ['人社局', '市人力资源和社会保障局', true],
    ['人社局、组织部', '市委组织部', true],
    ['市纪委监委', '市纪委监委机关', true],
    ['编办', '市委机构编制委员会办公室', true],
    ['市委办公室', '市委办公室', true],
    ['市委办公室', '市政府办公室', false],
    ['市委办公室', '市委机构编制委员会办公室', false],
    ['财政局', '市教育局', false],
    ['通知明确的责任部门', '市委组织部', false],
    ['', '市委组织部', false],
  ])('%s: %s is %s', (office, unit, is) => {
    expect(answersFor({ unit, tier: 'city-department' }, office)).toBe(is);
  });

  it('两办 are the offices of Party committee and government', () => {
    expect(answersFor({ unit: '望泉县政府办公室', tier: 'office' }, '两办')).toBe(true);
    expect(answersFor({ unit: '市委组织部', tier: 'city-department' }, '两办')).toBe(false);
  });

  it('most starter questions find an office among the units of a city', () => {
    const units = demoUnits.map(({ name, tier }) => ({ unit: name, tier: tierOf(tier) ?? 'office' }));
    const found = starterQuestions.filter(({ office }) => units.some((unit) => answersFor(unit, office)));
    expect(found.length / starterQuestions.length).toBeGreaterThan(0.85);
  });
});

describe('a question goes to', () => {
  it('the editor of the responsible office', () => {
    expect(idsFor('人社局')).toEqual(['ou_pay']);
  });

  it('all of them where several offices are responsible', () => {
    expect(idsFor('人社局、组织部')).toEqual(['ou_party', 'ou_pay']);
  });

  it('the asker’s own county first, else the city, never another county', () => {
    expect(idsFor('组织部', '望泉县')).toEqual(['ou_county']);
    expect(idsFor('人社局', '望泉县')).toEqual(['ou_pay']);
    expect(idsFor('组织部', '霜桥县')).toEqual(['ou_party']);
  });

  it('everybody of the level where no office fits', () => {
    expect(idsFor('编办')).toEqual(['ou_party', 'ou_pay', 'ou_office']);
    expect(idsFor('', '望泉县')).toEqual(['ou_county']);
    expect(idsFor('', '望泉县', [cityParty, otherCounty])).toEqual(['ou_party']);
  });

  it('nobody where there is nobody', () => {
    expect(idsFor('组织部', '望泉县', [otherCounty])).toEqual([]);
    expect(idsFor('组织部', '', [])).toEqual([]);
  });

  it('a person with two posts once', () => {
    const second = editor('ou_party', '市人力资源和社会保障局');
    expect(idsFor('人社局、组织部', '', [cityParty, second])).toEqual(['ou_party']);
  });
});
