/** @jsxImportSource hono/jsx/dom */
import { useEffect, useRef, useState } from 'hono/jsx/dom';
import type { PersonRow } from '../wire.ts';
import { choosePerson } from './actions.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { recall } from './memory.ts';
import { type State, setState } from './store.ts';

const STATES: Record<PersonRow['state'], string> = {
  active: '',
  frozen: '已冻结',
  resigned: '已离职',
  'out-of-scope': '不在可用范围',
  'stopped-bot': '已停用机器人',
};

/** Focus in a text field would open the keyboard over the list. */
const touch = matchMedia('(hover: none)').matches;

export function People({ state }: { state: State }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === state.picker) return;
    if (!state.picker) {
      setSearch('');
      return element.close();
    }
    element.showModal();
    (touch ? element : field.current)?.focus();
  }, [state.picker]);
  const close = () => setState({ picker: false });
  const groups = state.picker ? groupsOf(state, search.trim()) : [];
  const pickFirst = (event: KeyboardEvent) => {
    const first = groups[0]?.people[0];
    if (event.key === 'Enter' && !event.isComposing && first) void choosePerson(first.openId);
  };
  return (
    <dialog
      ref={dialog}
      class="sheet people"
      tabindex={-1}
      aria-label="选择一个人"
      onClose={close}
      onClick={(event: MouseEvent) => {
        if (event.target === dialog.current) close();
      }}
    >
      <div class="sheet-body">
        <header class="sheet-head">
          <h2>选择一个人</h2>
          <button type="button" class="tool" aria-label="关闭" onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <label class="search">
          <Icon name="search" size={16} />
          <input
            ref={field}
            type="search"
            placeholder="搜姓名、单位、岗位"
            aria-label="搜索人员"
            data-testid="person-search"
            value={search}
            onInput={(event: Event) => setSearch((event.target as HTMLInputElement).value)}
            onKeyDown={pickFirst}
          />
        </label>
        <div class="people-list" role="list">
          {groups.map((group) => (
            <section key={group.name} aria-label={group.name}>
              <h3>{group.name}</h3>
              {group.people.map((person) => (
                <PersonItem key={person.openId} person={person} state={state} />
              ))}
            </section>
          ))}
        </div>
        {state.picker && groups.length === 0 ? <p class="empty">没有找到“{search}”，换个词试试。</p> : null}
      </div>
    </dialog>
  );
}

function PersonItem({ person, state }: { person: PersonRow; state: State }) {
  const fresh =
    person.latest && state.read[person.openId]?.[person.latest.chatId] !== person.latest.messageId;
  const note = STATES[person.state];
  return (
    <button
      type="button"
      class="person-item"
      role="listitem"
      data-testid="person-item"
      data-open-id={person.openId}
      aria-current={person.openId === state.me ? 'true' : undefined}
      onClick={() => void choosePerson(person.openId)}
    >
      <Avatar id={person.openId} name={person.name} />
      <span class="person-text">
        <strong>
          {person.name}
          {note ? <em>{note}</em> : null}
        </strong>
        <small>{person.title}</small>
      </span>
      {fresh ? <span class="fresh">有新消息</span> : null}
    </button>
  );
}

interface Group {
  name: string;
  people: PersonRow[];
}

/** Without a search: seats of the tour and recent ones first, then everybody by unit. */
function groupsOf(state: State, search: string): Group[] {
  const { people } = state.directory;
  const words = search.split(/\s+/).filter(Boolean);
  const found = people.filter((person) =>
    words.every((word) => `${person.name} ${person.title} ${person.openId}`.includes(word)),
  );
  const groups = new Map<string, PersonRow[]>();
  for (const person of found) groups.set(person.group, [...(groups.get(person.group) ?? []), person]);
  const all = [...groups].map(([name, members]) => ({ name, people: members }));
  if (search) return all;
  const pick = (ids: string[]) => ids.flatMap((id) => people.find((person) => person.openId === id) ?? []);
  const tour = pick([...new Set(state.guide.map((step) => step.as))]);
  const recent = pick((recall('recent') as string[] | undefined) ?? []).filter(
    (person) => !tour.includes(person),
  );
  const front = [
    { name: '五分钟上手', people: tour },
    { name: '最近使用', people: recent },
  ];
  return [...front.filter((group) => group.people.length > 0), ...all];
}
