import { expect, it } from 'vitest';
import { torture } from './run.ts';

/** The short version of `npm run torture`: a handful of kills, and the faults that are hardest to tell from success. */
it('killed at random moments under load, with a platform and a disk that misbehave: nothing lost, nothing twice', {
  timeout: 90_000,
}, async () => {
  const { checks, memory } = await torture({
    name: 'torture-test',
    kills: 4,
    faults: [
      'reset after the message was stored',
      'every event twice, in rough shape',
      'disk full',
      'burst of 429',
    ],
    awayDay: false,
    calmSeconds: 1,
    seed: 7,
  });
  for (const { says, failures } of checks) expect(failures, says).toEqual([]);
  expect(checks).toHaveLength(8);
  expect(memory.after / memory.before).toBeLessThan(1.3);
});
