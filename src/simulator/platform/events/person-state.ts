import type { Core } from '../core.ts';
import { idsOf } from '../directory.ts';
import type { DirectoryPerson } from '../types.ts';
import { userObject } from './payloads.ts';

export interface ContactEvent {
  type: string;
  event: Record<string, unknown>;
}

/**
 * What the app hears when a person's state changes: leaving is a deletion, freezing an update, the app's scope an event
 * of its own; that somebody stopped the bot shows only when it sends.
 */
export function stateChanged(core: Core, before: DirectoryPerson, after: DirectoryPerson): ContactEvent[] {
  const events: ContactEvent[] = [];
  const scope = (added: DirectoryPerson[], removed: DirectoryPerson[]) =>
    events.push({
      type: 'contact.scope.updated_v3',
      event: { added: scopeSide(core, added), removed: scopeSide(core, removed) },
    });
  if (before.state === after.state) return [];
  if (before.state === 'out-of-scope') scope([after], []);
  if (after.state === 'out-of-scope') scope([], [after]);
  else if (after.state === 'resigned')
    events.push({
      type: 'contact.user.deleted_v3',
      event: {
        object: userObject(core, after),
        old_object: { department_ids: before.departments ?? ['0'], open_id: after.openId },
      },
    });
  else if (before.state === 'resigned')
    events.push({ type: 'contact.user.created_v3', event: { object: userObject(core, after) } });
  else if (before.state === 'frozen' || after.state === 'frozen')
    events.push({
      type: 'contact.user.updated_v3',
      event: { object: userObject(core, after), old_object: userObject(core, before) },
    });
  return events;
}

function scopeSide(core: Core, people: DirectoryPerson[]): Record<string, unknown> {
  const users = people.map((person) => ({
    ...idsOf(person, core.faults.employeeIds),
    name: person.name,
  }));
  return { departments: [], users, user_groups: [] };
}
