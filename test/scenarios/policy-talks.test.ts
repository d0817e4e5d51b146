import { describe, it } from 'vitest';
import { groupOf, ownEntries } from './hall.ts';
import { asking } from './talks-ask.ts';
import { working } from './talks-work.ts';
import { town } from './town.ts';
import { openStage } from './vocabulary.ts';

describe('people talk about policy', () => {
  it.each([...asking, ...working])('$about', { timeout: 20_000 }, async ({ begins, talk }) => {
    const stage = await openStage({ at: begins, world: await town(ownEntries) });
    await talk({ ...stage, inGroup: () => groupOf(stage, stage.cadre) });
  });
});
