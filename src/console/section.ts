import type { Child } from 'hono/jsx';
import type { Outcome } from '../chat/outcome.ts';
import type { Ctx } from '../store/context.ts';
import type { AccessTable } from './access.ts';
import type { Reach } from './guard.ts';
import type { NavKey } from './navigation.ts';
import type { Sent } from './sent.ts';
import type { ExportInput } from './verbs/export-list.ts';
import type { noticeWords } from './words.ts';

/** One request, by somebody who may make it. */
export interface Call {
  /** For verbs and reads; its actor is whoever is signed in. */
  ctx: Ctx;
  reach: Reach;
  /** Of the address: `:number` and the like. */
  params: Record<string, string>;
  query: URLSearchParams;
}

export interface PageCall extends Call {
  /** A list as a workbook to be taken away, on record. */
  exported(input: ExportInput): Promise<PageAnswer>;
}

export type PageAnswer =
  | { kind: 'page'; title: string; nav: NavKey; body: Child }
  /** A piece of a page, which the script puts in its place: previews and hints. */
  | { kind: 'fragment'; body: Child }
  | { kind: 'workbook'; name: string; file: Uint8Array };

export type Page = (call: PageCall) => Promise<PageAnswer>;

export interface FormCall extends Call {
  sent: Sent;
  /** Runs a verb and commits what it wants written; again when somebody else was quicker. */
  perform<T>(verb: (ctx: Ctx) => Promise<Outcome<T>>): Promise<T>;
}

/** Where to go once it is done, and what to say there; or something to look at before anything is done. */
export type FormAnswer = { to: string; notice?: keyof typeof noticeWords } | PageAnswer;

export interface Form {
  submit(call: FormCall): Promise<FormAnswer>;
  /** Shown again with the entries kept when `submit` throws an `AppError`: the page that the form stands on. */
  page: Page;
}

type Routes<A extends AccessTable, M> = {
  [K in keyof A as A[K]['method'] extends M ? K : never]: M extends 'GET' ? Page : Form;
};

/** One room of the desk: a page for every address that is read, a form for every one that is written to. */
export interface Section<A extends AccessTable> {
  pages: Routes<A, 'GET'>;
  forms: Routes<A, 'POST'>;
  /** The one thing here that may wait for somebody, for the first page. */
  waits?(ctx: Ctx): Promise<{ text: string; path: string } | undefined>;
}
