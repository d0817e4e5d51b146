import { describe, expect, it } from 'vitest';
import { seededDice, type World } from '../support/house.ts';
import { asking, confirming, reminding, type Story, warning } from './stories.ts';
import { handingOver } from './story-hand-over.ts';
import { closeStage, openStage, type Stage } from './vocabulary.ts';

const stories: [string, Story][] = [
  ['a township cadre asks', asking],
  ['a question goes to a human and back', handingOver],
  ['liaisons confirm the month', confirming],
  ['a warning explains itself', warning],
  ['an inspection group is reminded', reminding],
];

/** Played once in fair weather: the world before each act, and what everybody had been told after it. */
interface Played {
  before: World[];
  after: ReturnType<Stage['outcome']>[];
}

const played = new Map<Story, Promise<Played>>();

function inFairWeather(story: Story): Promise<Played> {
  const known = played.get(story) ?? play(story);
  played.set(story, known);
  return known;
}

async function play({ begins, acts }: Story): Promise<Played> {
  const stage = await openStage({ at: begins });
  const result: Played = { before: [], after: [] };
  for (const act of acts) {
    result.before.push(stage.house.save());
    await act(stage);
    result.after.push(stage.outcome());
  }
  return result;
}

describe.each(stories)('%s', (_, story) => {
  // Two months of heartbeats with every feature's daily jobs in them.
  it('in fair weather', { timeout: 30_000 }, async () => {
    await inFairWeather(story);
  });

  it('with everything twice, shuffled and rough, on processes that die again and again', {
    timeout: 40_000,
  }, async () => {
    const { after } = await inFairWeather(story);
    // Long enough for what many people are sent at once to be put on record before the end of the process.
    const dice = seededDice(7);
    const lives = Array.from({ length: 60 }, () => 6 + Math.floor(dice() * 9));
    const stage = await openStage({ at: story.begins, weather: { rough: true, lives } });
    for (const act of story.acts) await act(stage);
    expect(stage.outcome()).toEqual(after.at(-1));
    expect(stage.deaths()).toBeGreaterThan(4);
  });

  it('and when a process dies right after its first step, its second, its third …', {
    timeout: 30_000,
  }, async () => {
    const { before, after } = await inFairWeather(story);
    for (const [i, act] of story.acts.entries()) {
      if (act.quiet) continue;
      for (let steps = 1, died = true; died; steps++) {
        const stage = await openStage({
          at: story.begins,
          ...(before[i] && { world: before[i] }),
          weather: { lives: [steps] },
        });
        await act(stage);
        died = stage.deaths() > 0;
        expect(stage.outcome(), `act ${i}, died after step ${steps}`).toEqual(after[i]);
        await closeStage(stage);
        if (!died) expect(steps, `act ${i} took no step`).toBeGreaterThan(1);
      }
    }
  });
});
