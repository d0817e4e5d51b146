import type { Tier } from '../../kernel/actor.ts';
import { monthOf } from '../../kernel/period.ts';
import type { Indicator } from '../rules/indicator.ts';
import type { Item } from './repo.ts';
import { usualKind } from './rules/kinds.ts';
import { capacityOf, levelOf } from './rules/lexicon-marks.ts';
import { itemKey, readNumber } from './rules/lexicon-number.ts';

/** What a person or a file tells of an item; the rest follows from it. */
export type ItemFields = Pick<
  Item,
  | 'number'
  | 'title'
  | 'day'
  | 'kind'
  | 'issuer'
  | 'reach'
  | 'parts'
  | 'unplanned'
  | 'emergency'
  | 'heads'
  | 'basis'
>;

export interface ItemUnit {
  code: string;
  name: string;
  tier: Tier;
  county: string;
}

/** A row as it would be stored, in one spelling; whoever stores it adds who and when. */
export function completed(unit: ItemUnit, indicator: Indicator, fields: ItemFields) {
  const number = readNumber(fields.number)?.text ?? fields.number;
  const issuer = fields.issuer || unit.name;
  // A number says that it is no paper without one.
  const kind = number && fields.kind === 'unnumbered' ? usualKind('document') : fields.kind;
  return {
    ...fields,
    unit: unit.code,
    indicator,
    number,
    kind,
    key: itemKey({ ...fields, number }),
    month: monthOf(fields.day),
    issuer,
    capacity: capacityOf(issuer, unit.tier),
    level: levelOf(unit.tier, unit.county),
  };
}

export function fieldsOf(item: ItemFields): ItemFields {
  const { number, title, day, kind, issuer, reach, parts, unplanned, emergency, heads, basis } = item;
  return { number, title, day, kind, issuer, reach, parts, unplanned, emergency, heads, basis };
}

/** Marks that are set, by the names of their boxes. */
export function marksOf(fields: ItemFields): string[] {
  return [
    ...(fields.unplanned ? ['unplanned'] : []),
    ...(fields.emergency ? ['emergency'] : []),
    ...(fields.reach === 'township' || fields.reach === 'village' ? [fields.reach] : []),
    ...(fields.heads ? ['heads'] : []),
  ];
}

/** Names of the fields in which two states of an item differ: what the audit keeps of a change. */
export function changedFields(before: Item, after: Partial<Item>): (keyof Item)[] {
  return (Object.keys(after) as (keyof Item)[]).filter(
    (name) => name !== 'revision' && after[name] !== before[name],
  );
}
