import { expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { jobName, stateName } from '../../src/simulator/page/job-names.ts';

const jobs = features.flatMap((feature) => feature.jobs ?? []).map((job) => job.name);

it.each(jobs)('the clock panel has a Chinese name for %s', (name) => {
  expect(jobName(`${name}@2026-06`)).toMatch(/^[\u4e00-\u9fff、]+$/);
});

it.each(['finished', 'failed', 'skipped', 'retrying', 'running', 'due'])('and for the state %s', (state) => {
  expect(stateName(state)).toMatch(/^[\u4e00-\u9fff]+$/);
});

it('shows a name it does not know as it is', () => {
  expect(jobName('new.job@2026-06')).toBe('new.job');
});
