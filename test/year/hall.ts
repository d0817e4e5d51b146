import { demoPeople } from '../../db/seed/demo/index.ts';
import { createPerson, type Person } from '../scenarios/person.ts';
import type { Letter } from './post-office.ts';
import type { Walk } from './walk.ts';

interface How {
  /** Presses everything twice. */
  nervous?: boolean;
  /** Of somebody who is not in the city's book. */
  name?: string;
}

/** The walk with people in it. */
export interface Hall extends Walk {
  /** Somebody does something; while the machine is off they try again when it is back. */
  does(openId: string, at: string | number, act: (person: Person) => Promise<unknown>, how?: How): void;
  onLetterTo(openId: string, listener: (letter: Letter) => void): void;
  /** Fills the newest form so that it says this. @returns how many fields had to be touched. */
  fillsIn(
    person: Person,
    wanted: Readonly<Record<string, string>>,
    chosen?: Readonly<Record<string, string>>,
  ): Promise<number>;
}

export function openHall(walk: Walk): Hall {
  const { platform, settled } = walk.quarters;
  const names = new Map(demoPeople().map(({ openId, name }) => [openId, name]));

  function does(
    openId: string,
    at: string | number,
    act: (person: Person) => Promise<unknown>,
    how: How = {},
  ) {
    const name = how.name ?? names.get(openId) ?? openId;
    const person = createPerson({ openId, name }, () => ({
      platform,
      weather: { rough: how.nervous === true },
      rest: settled,
    }));
    walk.plan(at, openId, async () => {
      const now = walk.quarters.clock.now();
      const off = walk.downtimes.find(({ from, to }) => now >= from && now < to);
      if (off) does(openId, off.to + 30 * 60_000, act, how);
      else await act(person);
    });
  }

  function newestForm(openId: string): Map<string, string> {
    const messages = platform
      .view(openId)
      .chats.filter(({ kind }) => kind === 'p2p')
      .flatMap((chat) => chat.messages);
    const fields = messages.map(({ card }) => fieldsOf(card)).findLast((found) => found.size > 0);
    if (!fields) throw new Error(`${openId} has no form`);
    return fields;
  }

  return {
    ...walk,
    does,
    onLetterTo: (openId, listener) =>
      walk.onLetter((letter) => {
        if (letter.to === openId) listener(letter);
      }),
    async fillsIn(person, wanted, chosen = {}) {
      const shown = newestForm(person.openId);
      const touched = Object.entries(wanted).filter(
        // Of what is optional nobody types a 0.
        ([label, value]) =>
          shown.has(label) &&
          shown.get(label) !== value &&
          !(label.includes('·') && value === '0' && !shown.get(label)),
      );
      // A form that is right already is submitted as it is.
      const [first = ''] = shown.keys();
      const values = touched.length > 0 ? Object.fromEntries(touched) : { [first]: wanted[first] ?? '' };
      const answer = await person.submits({ ...values, ...chosen });
      if (answer.tone === 'error') throw new Error(`${person.name}: ${answer.says}`);
      return touched.length;
    },
  };
}

/** Label → value of what can be typed. */
function fieldsOf(card: unknown): Map<string, string> {
  const found = new Map<string, string>();
  visit(card);
  return found;

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    const { tag, label, default_value: value } = node as Field;
    if (tag === 'input' && label?.content) found.set(label.content, value ?? '');
    for (const child of Object.values(node)) visit(child);
  }
}

interface Field {
  tag?: string;
  label?: { content?: string };
  default_value?: string;
}
