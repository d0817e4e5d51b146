/** @jsxImportSource hono/jsx/dom */
import { useEffect, useState } from 'hono/jsx/dom';
import { dayOf, timeOf } from '../../kernel/day.ts';
import type { JournalEntry } from '../platform/types.ts';
import type { JournalPage } from '../wire.ts';
import { get } from './api.ts';
import { Icon } from './icons.tsx';
import { Json } from './json.tsx';
import { type State, setState } from './store.ts';

type Direction = 'all' | JournalEntry['direction'];

const NAMES: Record<Direction, string> = {
  all: '全部',
  'to-bot': '平台 → 机器人',
  'from-bot': '机器人 → 平台',
};

/** Older entries stay on the server. */
const KEPT = 300;

interface Numbered {
  index: number;
  entry: JournalEntry;
}

/** Everything that went between platform and bot, and the JSON of one card. */
export function Drawer({ state }: { state: State }) {
  const [entries, setEntries] = useState<Numbered[]>([]);
  const [filter, setFilter] = useState<Direction>('all');
  const inspected = state.chats.flatMap((chat) => chat.messages).find((one) => one.id === state.inspected);

  useEffect(() => {
    const next = (entries.at(-1)?.index ?? -1) + 1;
    // A server that was started anew counts from the beginning.
    const since = state.journalTotal < next ? 0 : next;
    if (state.journalTotal === since && entries.length > 0) return;
    get<JournalPage>(`/api/journal?since=${since}`)
      .then((page) => {
        const fresh = page.entries.map((entry, i) => ({ index: page.from + i, entry }));
        setEntries((old) => [...old.filter((one) => one.index < page.from), ...fresh].slice(-KEPT));
      })
      .catch(() => undefined);
  }, [state.journalTotal]);

  const shown = entries.filter((one) => filter === 'all' || one.entry.direction === filter).toReversed();
  return (
    <aside class="drawer" aria-label="开发者抽屉" data-testid="drawer">
      <header class="sheet-head">
        <h2>开发者</h2>
        <button type="button" class="tool" aria-label="关闭抽屉" onClick={() => setState({ drawer: false })}>
          <Icon name="close" />
        </button>
      </header>
      <div class="drawer-body">
        {inspected?.card ? (
          <section class="entry inspected" data-testid="card-json">
            <div class="entry-head">
              <strong>卡片 JSON</strong>
              <small>{`${inspected.id}，更新 ${inspected.updates} 次`}</small>
              <span class="grow" />
              <button
                type="button"
                class="tool small"
                aria-label="收起卡片 JSON"
                onClick={() => setState({ inspected: '' })}
              >
                <Icon name="close" size={14} />
              </button>
            </div>
            <Json label="现在的样子" value={inspected.card} />
          </section>
        ) : null}
        <div class="segments" role="group" aria-label="筛选方向">
          {(Object.keys(NAMES) as Direction[]).map((direction) => (
            <button
              key={direction}
              type="button"
              data-testid={`filter-${direction}`}
              aria-pressed={String(direction === filter)}
              onClick={() => setFilter(direction)}
            >
              {NAMES[direction]}
            </button>
          ))}
        </div>
        {shown.length === 0 ? <p class="empty">还没有往来。发一句话，或者点一下卡片。</p> : null}
        <div class="entries">
          {shown.map((one) => (
            <Entry key={String(one.index)} entry={one.entry} />
          ))}
        </div>
      </div>
    </aside>
  );
}

function Entry({ entry }: { entry: JournalEntry }) {
  const [open, setOpen] = useState(false);
  const ok = entry.status >= 200 && entry.status < 300;
  const incoming = entry.direction === 'to-bot';
  return (
    <section class="entry" data-testid="journal-entry" data-direction={entry.direction}>
      <button type="button" class="entry-head" aria-expanded={String(open)} onClick={() => setOpen(!open)}>
        <span class="way" data-direction={entry.direction} title={NAMES[entry.direction]}>
          {incoming ? '↓' : '↑'}
        </span>
        <span class="entry-title">
          <strong>{entry.title}</strong>
          <small>{`${dayOf(entry.at).slice(5)} ${timeOf(entry.at)}，${NAMES[entry.direction]}`}</small>
        </span>
        <span class="status" data-ok={String(ok)}>
          {entry.status || '无应答'}
        </span>
        <small class="millis">{`${Math.round(entry.millis)} ms`}</small>
      </button>
      {open ? (
        <div class="entry-body">
          <Json label={incoming ? '事件' : '请求'} value={entry.request} />
          <Json label="应答" value={entry.response} />
        </div>
      ) : null}
    </section>
  );
}
