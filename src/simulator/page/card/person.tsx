/** @jsxImportSource hono/jsx/dom */
import { Avatar } from '../avatar.tsx';
import { type Node, nameOf, nodes, type Place, str } from './node.ts';
import { margin } from './style.ts';

export function Person({ element, place }: { element: Node; place: Place }) {
  return (
    <div style={margin(element)}>
      <Badge
        id={str(element['user_id'])}
        place={place}
        size={str(element['size'], 'medium')}
        avatar={element['show_avatar'] !== false}
        name={element['show_name'] === true}
        capsule={str(element['style']) === 'capsule'}
      />
    </div>
  );
}

export function PersonList({ element, place }: { element: Node; place: Place }) {
  return (
    <div class="person-list" style={margin(element)}>
      {nodes(element['persons']).map((person, i) => (
        <Badge
          key={String(i)}
          id={str(person['id'])}
          place={place}
          size={str(element['size'], 'medium')}
          avatar={element['show_avatar'] !== false}
          name={element['show_name'] !== false}
          capsule
        />
      ))}
    </div>
  );
}

interface BadgeProps {
  id: string;
  place: Place;
  size: string;
  avatar: boolean;
  name: boolean;
  capsule: boolean;
}

export function Badge({ id, place, size, avatar, name, capsule }: BadgeProps) {
  const shown = nameOf(place, id);
  return (
    <span class="person-badge" data-size={size} data-capsule={String(capsule)} title={shown}>
      {avatar ? (
        <Avatar id={id} name={shown} kind={id === place.directory.bot.openId ? 'bot' : 'person'} />
      ) : null}
      {name ? <span>{shown}</span> : null}
    </span>
  );
}
