import { demoCast, demoWorkbook } from '../../db/seed/demo/index.ts';
import { type Dice, junkText, pick } from './mutate.ts';

/** Ids and words that stand for something in the demo's city: a forged click that nothing knows is refused too soon. */
const KNOWN = [
  ...Object.values(demoCast),
  ...(demoWorkbook()['单位'] ?? []).slice(0, 40).map((row) => String(row['编码'] ?? row['单位编码'] ?? '')),
  ...'2026-06 2026-05 2026-13 2026 2026-Q2 2026-H1 2026-06-30 document meeting inspection'.split(' '),
  ...'发文 会议 督查检查考核 01 04 17 T-2222-2222 BA-2026-001 LOC-01 city 望泉县'.split(' '),
  '',
];

interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

/** Something that a JSON schema lets through, mostly. */
export function valueFor(schema: unknown, dice: Dice): Record<string, unknown> {
  return make(schema as Schema, dice) as Record<string, unknown>;
}

function make(schema: Schema, dice: Dice): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return pick(dice, schema.enum);
  if (schema.anyOf) return make(pick(dice, schema.anyOf), dice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || dice() < 0.7)
          .map(([name, inner]) => [name, make(inner, dice)]),
      );
    case 'array':
      return Array.from({ length: Math.floor(dice() * 4) }, () => make(schema.items ?? {}, dice));
    case 'boolean':
      return dice() < 0.5;
    case 'integer':
    case 'number':
      return Math.round(
        (schema.minimum ?? 0) + dice() * Math.min((schema.maximum ?? 12) - (schema.minimum ?? 0), 1e6),
      );
    default:
      return schema.pattern
        ? matching(schema.pattern, dice)
        : dice() < 0.8
          ? pick(dice, KNOWN)
          : junkText(dice);
  }
}

/** Of what is known, something that the pattern lets through; else a number in its shape. */
function matching(pattern: string, dice: Dice): string {
  const fits = KNOWN.filter((text) => new RegExp(pattern).test(text));
  return fits.length > 0 ? pick(dice, fits) : pick(dice, ['T-2222-2222', '2026-06-30', '2026-06', '1']);
}
