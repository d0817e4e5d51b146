import Database from 'better-sqlite3';
import { demoCast } from '../../db/seed/demo/index.ts';
import { fromBot, read } from './chats.ts';
import { CARD, type Diary } from './load.ts';
import { askers, liaisons, lost, type Town } from './town.ts';

export interface Check {
  says: string;
  counted: string;
  failures: string[];
}

/** The one card for everything that was said during a long outage (`chat/late.ts`). */
const LATE = /^刚才没能及时回复/;

/** What must hold when everything has come to rest, whatever happened before. */
export function checksOf(
  { platform, databasePath }: Town,
  diary: Diary,
  plan: { awayDay: boolean },
): Check[] {
  const db = new Database(databasePath, { readonly: true });
  const all = <T>(sql: string): T[] => db.prepare(sql).all() as T[];
  try {
    return [
      answers(),
      everyEvent(),
      figures(),
      voices(),
      cards(),
      lostOne(),
      ...(plan.awayDay ? [awayDay()] : []),
      finalStates(),
      { says: 'the database is whole', counted: '', failures: broken() },
    ];
  } finally {
    db.close();
  }

  /** Every event has exactly one effect. */
  function answers(): Check {
    const failures: string[] = [];
    let asked = 0;
    let late = 0;
    for (const [openId, times] of diary.asked) {
      const got = fromBot(platform, openId);
      const summaries = got.filter((message) => LATE.test(read(message))).length;
      const others = got.length - summaries;
      asked += times;
      late += times - others;
      if (others > times || (others < times && summaries === 0))
        failures.push(`${openId} asked ${times} times and got ${others} answers, ${summaries} summaries`);
    }
    const counted = `${asked} questions, ${late} of them answered by the one card after a long outage`;
    return { says: 'every message got exactly one answer', counted, failures };
  }

  function everyEvent(): Check {
    const open = all<{ id: string }>(`select id from inbox where state <> 'handled'`);
    const events = all<{ n: number }>('select count(*) as n from inbox')[0]?.n ?? 0;
    return {
      says: 'every event that came in was handled',
      counted: `${events} events`,
      failures: open.map(({ id }) => `open or failed: ${id}`),
    };
  }

  /** Every submission is stored once, and as it was last said. */
  function figures(): Check {
    interface Row {
      unit: string;
      amount: number;
      n: number;
    }
    const rows = all<Row>(
      `select unit, count(*) as n, (select amount from count_revision l where l.month = c.month and l.unit = c.unit
         and l.indicator = c.indicator order by revision desc limit 1) as amount
       from count_revision c where month = '2026-06' and indicator = 'document' and source = 'confirmed'
       group by unit`,
    );
    const stored = new Map(rows.map((row) => [row.unit, row]));
    const failures = [
      ...[...diary.typed].flatMap(([unit, figure]) =>
        stored.get(unit)?.amount === figure
          ? []
          : [`${unit} said ${figure}, stored ${stored.get(unit)?.amount}`],
      ),
      ...rows.flatMap(({ unit, n }) => (n === 1 ? [] : [`${unit} stored ${n} times`])),
      ...[...diary.confirmed].flatMap((unit) =>
        settled().has(unit) ? [] : [`${unit} was told and is open`],
      ),
    ];
    const counted = `${diary.typed.size} months typed in, ${diary.confirmed.size} told that they are settled`;
    return { says: 'every figure is stored once, as it was said', counted, failures };
  }

  function settled(): Set<string> {
    const rows = all<{ unit: string }>(
      `select unit from round_unit where month = '2026-06' and state = 'confirmed'`,
    );
    return new Set(rows.map(({ unit }) => unit));
  }

  function voices(): Check {
    const rows = all<{ text: string; n: number }>('select text, count(*) as n from voice group by text');
    const stored = new Map(rows.map(({ text, n }) => [text, n]));
    const failures = [...diary.voiced].flatMap((text) =>
      stored.get(text) === 1 ? [] : [`${text}: stored ${stored.get(text) ?? 0} times`],
    );
    return { says: 'every word about burdens is stored once', counted: `${diary.voiced.size}`, failures };
  }

  /** No message twice: what comes unasked differs in its day, its month or its list. */
  function cards(): Check {
    const failures = liaisons.flatMap(({ openId, unit }) => {
      const n = fromBot(platform, openId).filter((message) => CARD.test(read(message))).length;
      return n === 1 ? [] : [`${unit} got the month's card ${n} times`];
    });
    const others = platform.people().filter(({ openId }) => !askers.includes(openId) && openId !== lost);
    const twice = others.flatMap(({ openId, title }) =>
      [...Map.groupBy(fromBot(platform, openId), read)]
        .filter(([, same]) => same.length > 1)
        .map(([text]) => `${title} got twice: ${text.slice(0, 60)}`),
    );
    const counted = `${liaisons.length} liaisons, ${others.length} people who get something unasked`;
    return { says: 'no card came twice or not at all', counted, failures: [...failures, ...twice] };
  }

  function lostOne(): Check {
    const states = all<{ state: string; reason: string }>(
      `select state, reason from outbox where target = '${lost}' or key like '%${lost}%'`,
    );
    const arrived = fromBot(platform, lost).length;
    return {
      says: 'whoever cannot be reached has a failure with its reason, and nobody else has',
      counted: states.map(({ state, reason }) => `${state} (${reason})`).join(', '),
      failures: [
        ...(states.some(({ state }) => state === 'failed') ? [] : ['no failure is on record']),
        ...(arrived === 0 ? [] : [`${arrived} messages arrived`]),
      ],
    };
  }

  /** What was due on the day on which the platform was away came afterwards, once. */
  function awayDay(): Check {
    const got = fromBot(platform, demoCast.cityCoordinator).map(read);
    const about = got.filter((text) => /6月/.test(text) && /月报|预警|汇总/.test(text));
    return {
      says: 'what fell due while the platform was away for a day comes when it is back',
      counted: `${about.length} card for the coordinator`,
      failures: about.length > 0 ? [] : [`only: ${got.map((text) => text.slice(0, 40)).join(' | ')}`],
    };
  }

  function finalStates(): Check {
    const rows = all<{ state: string; n: number }>(
      'select state, count(*) as n from outbox group by state order by state',
    );
    const open = all<{ key: string; state: string; reason: string }>(
      `select key, state, reason from outbox where state in ('queued', 'held', 'sending')`,
    );
    return {
      says: 'every recipient has a final state',
      counted: rows.map(({ state, n }) => `${n} ${state}`).join(', '),
      failures: open.map(({ key, state, reason }) => `${state}: ${key} (${reason})`),
    };
  }

  function broken(): string[] {
    const found = all<{ integrity_check: string }>('pragma integrity_check').map(
      (row) => row.integrity_check,
    );
    return found.join() === 'ok' ? [] : found;
  }
}
