import { beforeAll, expect, it } from 'vitest';
import { demoCast } from '../../db/seed/demo/index.ts';
import { type Browser, openDesk } from '../console/desk.ts';
import { seededDice } from '../support/house.ts';
import { openCity } from './city.ts';
import { junkText, pick } from './mutate.ts';

const MOST_PAGES = 150;
const ADDRESSES = 600;
const SUBMISSIONS = 1_500;

interface FoundForm {
  action: string;
  fields: Map<string, string>;
}

let faults: string[];
let seats: Browser[];

beforeAll(async () => {
  const city = await openCity();
  faults = [];
  const { log } = city.qingfu.runtime;
  const error = (event: string, data: object = {}) => void faults.push(`${event} ${JSON.stringify(data)}`);
  const desk = openDesk({}, '2026-06-30T10:00', { store: city.qingfu.runtime.store, log: { ...log, error } });
  seats = [];
  for (const openId of [
    demoCast.admin,
    demoCast.cityCoordinator,
    demoCast.editor,
    demoCast.countyCoordinator,
  ]) {
    const seat = desk.browser();
    await seat.signIn(openId);
    seats.push(seat);
  }
});

/** Every page that links lead to, and every form on them, as this person sees them. */
async function walk(seat: Browser): Promise<{ pages: string[]; forms: FoundForm[] }> {
  const pages = ['/console'];
  const forms = new Map<string, FoundForm>();
  for (let n = 0; n < pages.length && n < MOST_PAGES; n++) {
    const html = await (await seat.get(pages[n] ?? '')).text();
    for (const [, link = ''] of html.matchAll(/href="(\/console[^"#]*)"/g)) {
      const address = link.replaceAll('&amp;', '&');
      // One page of a list is like the others.
      const kind = address.replace(/\/[^/?]*\d[^/?]*/g, '/#').replace(/=[^&]*/g, '');
      if (!/assets|login/.test(address) && !kinds.has(kind)) {
        kinds.add(kind);
        pages.push(address);
      }
    }
    for (const [, head = '', body = ''] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      const action = /action="([^"]+)"/.exec(head)?.[1]?.replaceAll('&amp;', '&');
      if (!action || !head.includes('method="post"') || /logout/.test(action)) continue;
      const fields = [...body.matchAll(/<(?:input|textarea|select)[^>]*\bname="([^"]+)"[^>]*>/g)].map(
        ([tag, name = '']) => [name, /value="([^"]*)"/.exec(tag)?.[1] ?? ''] as const,
      );
      forms.set(action, { action, fields: new Map(fields) });
    }
  }
  return { pages, forms: [...forms.values()] };
}

const kinds = new Set<string>();

it(`${ADDRESSES} addresses and ${SUBMISSIONS} forms that nobody would send: told what is wrong, never a fault`, async () => {
  const dice = seededDice(31);
  const seen = [];
  for (const seat of seats) {
    kinds.clear();
    seen.push({ seat, ...(await walk(seat)) });
  }
  expect(faults).toEqual([]);
  expect(seen[0]?.pages.length).toBeGreaterThan(5);

  for (let n = 0; n < ADDRESSES; n++) {
    const { seat, pages } = pick(dice, seen);
    const [path = '', query = ''] = pick(dice, pages).split('?');
    const parts = path.split('/');
    if (dice() < 0.5 && parts.length > 3) parts[parts.length - 1] = encodeURIComponent(shortJunk());
    const asked = new URLSearchParams(query);
    for (const name of [...asked.keys(), 'page', 'q', 'from', 'state']) asked.set(name, shortJunk());
    const { status } = await seat.get(`${parts.join('/')}?${asked}`);
    expect(status, `${parts.join('/')}?${asked}`).toBeLessThan(500);
  }
  for (let n = 0; n < SUBMISSIONS; n++) {
    const { seat, forms } = pick(
      dice,
      seen.filter(({ forms: some }) => some.length > 0),
    );
    const { action, fields } = pick(dice, forms);
    const form = Object.fromEntries(
      [...fields].map(([name, value]) => [
        name,
        name === 'csrf' || dice() < 0.4 ? value : junkText(dice).slice(0, 20_000),
      ]),
    );
    const { status } = await seat.post(action, form);
    expect(status, action).toBeLessThan(500);
  }
  expect(faults).toEqual([]);

  function shortJunk(): string {
    return junkText(dice)
      .slice(0, 300)
      .replaceAll(/[\ud800-\udfff]/g, '');
  }
}, 60_000);
