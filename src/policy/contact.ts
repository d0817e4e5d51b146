import { readContact } from '../chat/contact.ts';
import type { Db } from '../store/db.ts';
import { contactColumns } from './figures/sheets/columns.ts';

/** LOC-36: whom people can call; empty texts while nobody has entered it. */
export interface Contact {
  office: string;
  phone: string;
  hours: string;
}

export async function findContact(db: Db): Promise<Contact> {
  const values = (await readContact(db)) ?? {};
  return {
    office: values[contactColumns.office] ?? '',
    phone: values[contactColumns.phone] ?? '',
    hours: values[contactColumns.hours] ?? '',
  };
}
