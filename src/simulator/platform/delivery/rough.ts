import type { Core } from '../core.ts';

type Json = Record<string, unknown>;

/**
 * What live traffic does now and then: keys nobody documented, another key order, ids that are missing instead of
 * null. Means the same; a receiver that minds is wrong.
 */
export function roughen(core: Core, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => roughen(core, each));
  if (typeof value !== 'object' || value === null) return value;
  const dice = () => core.settings.dice();
  const entries = Object.entries(value as Json)
    .filter(([key, each]) => !(key === 'user_id' && each === null && dice() < 0.5))
    // What the bot itself put into a card comes back untouched.
    .map(([key, each]): [string, unknown] => [
      key,
      key === 'value' || key === 'form_value' ? each : roughen(core, each),
    ]);
  if (dice() < 0.5) entries.reverse();
  if (dice() < 0.3) entries.push([`x_${core.ids.hex(6)}`, { reserved: true }]);
  return Object.fromEntries(entries);
}
