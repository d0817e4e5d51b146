import { visitsAccess as access } from './access.ts';
import { visitsWords as words } from './words.ts';

/** The two pages of this room. */
export function Rooms({ here }: { here: 'visits' | 'visitGroups' }) {
  const rooms = [
    ['visits', words.coverage],
    ['visitGroups', words.groups],
  ] as const;
  return (
    <nav aria-label={words.rooms}>
      <ul class="tabs">
        {rooms.map(([room, text]) => (
          <li>
            <a href={access[room].path} aria-current={room === here ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
