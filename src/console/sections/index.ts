import type { RouteName } from '../guard.ts';
import type { Form, Page } from '../section.ts';
import type { ACCESS } from './access.ts';
import { homePage } from './home/page.tsx';
import { sections } from './list.ts';

type Named<M> = {
  [K in RouteName as (typeof ACCESS)[K]['method'] extends M ? K : never]: M extends 'GET' ? Page : Form;
};

const { questions, standards, counts, visits, voice, people, outbox, audit } = sections;

/** One page for every address of the guard's table that is read. */
export const pages: Named<'GET'> = {
  home: homePage,
  ...questions.pages,
  ...standards.pages,
  ...counts.pages,
  ...visits.pages,
  ...voice.pages,
  ...people.pages,
  ...outbox.pages,
  ...audit.pages,
};

/** One form for every address that is written to; the sign-out is the frame's. */
export const forms: Omit<Named<'POST'>, 'signOut' | 'signOutEverywhere'> = {
  ...questions.forms,
  ...standards.forms,
  ...counts.forms,
  ...visits.forms,
  ...voice.forms,
  ...people.forms,
  ...outbox.forms,
  ...audit.forms,
};
