import { fixedHex } from './ids.ts';
import type { DirectoryPerson } from './types.ts';

export interface UserIds {
  open_id: string;
  union_id: string;
  user_id: string | null;
}

export type IdType = 'open_id' | 'union_id' | 'user_id' | 'email';

export class Directory {
  #people = new Map<string, DirectoryPerson>();

  /** Adds the person or replaces what was known. */
  add(person: DirectoryPerson): void {
    this.#people.set(person.openId, { ...person });
  }

  all(): DirectoryPerson[] {
    return [...this.#people.values()].map((person) => ({ ...person }));
  }

  get(openId: string): DirectoryPerson | undefined {
    return this.#people.get(openId);
  }

  find(id: string, type: IdType): DirectoryPerson | undefined {
    if (type === 'open_id') return this.#people.get(id);
    const of = { union_id: unionId, user_id: employeeId, email: (person: DirectoryPerson) => person.email };
    return [...this.#people.values()].find((person) => of[type](person) === id);
  }
}

/** Without the permission for employee ids the live platform sends null. */
export function idsOf(person: { openId: string }, employeeIds: boolean): UserIds {
  return {
    open_id: person.openId,
    union_id: unionId(person),
    user_id: employeeIds ? employeeId(person) : null,
  };
}

export function unionId(person: { openId: string }): string {
  return `on_${fixedHex(`union:${person.openId}`, 32)}`;
}

export function employeeId(person: { openId: string }): string {
  return fixedHex(`employee:${person.openId}`, 8);
}
