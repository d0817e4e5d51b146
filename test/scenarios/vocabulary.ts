import { afterEach, expect } from 'vitest';
import { checkManners } from './manners.ts';
import type { Answer, Person } from './person.ts';
import { opened, type Stage } from './stage.ts';

export { openStage } from './stage.ts';
export { GROUP } from './town.ts';
export type { Stage };

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** A private message of the bot that reads like this has come (so many times, if told). */
    toHaveReceived(pattern: RegExp, times?: number): R;
    /** The newest private message reads like this now. */
    toSee(pattern: RegExp): R;
    /** The answer to a click. A click that had to be repeated may also be told that all is done already. */
    toSay(pattern: RegExp): R;
  }
}

expect.extend({
  toHaveReceived(person: Person, pattern: RegExp, times?: number) {
    const texts = person.received();
    const found = texts.filter((text) => pattern.test(text)).length;
    return {
      pass: times === undefined ? found > 0 : found === times,
      message: () =>
        `${person.name} received ${found} messages like ${pattern}, all in all:\n${texts.join('\n---\n')}`,
    };
  },
  toSee(person: Person, pattern: RegExp) {
    const text = person.received().at(-1) ?? '';
    return { pass: pattern.test(text), message: () => `${person.name} sees:\n${text}\n(${pattern})` };
  },
  toSay({ says, repeated, errorCode }: Answer, pattern: RegExp) {
    return {
      pass: pattern.test(says) || repeated,
      message: () => `the bot said “${says}” (${errorCode ?? 'no error'}), not ${pattern}`,
    };
  },
});

/** Over all scenarios: nothing that anybody was sent breaks the rules of conduct. */
export async function closeStage(stage: Stage): Promise<void> {
  opened.delete(stage);
  await stage.rest();
  try {
    await checkManners(stage);
  } finally {
    await stage.house.close();
  }
}

afterEach(async () => {
  for (const stage of opened) await closeStage(stage);
});
