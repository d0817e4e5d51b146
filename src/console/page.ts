import type { Child } from 'hono/jsx';
import type { Ctx } from '../store/context.ts';
import type { Reach } from './guard.ts';
import type { NavKey } from './navigation.ts';
import type { ExportInput } from './verbs/export-list.ts';

/** One request for a page, by somebody who may have it. */
export interface PageCall {
  /** For verbs and reads; its actor is whoever is signed in. */
  ctx: Ctx;
  reach: Reach;
  /** Of the address: `:number` and the like. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** A list as a workbook to be taken away, on record. */
  exported(input: ExportInput): Promise<PageAnswer>;
}

export type PageAnswer =
  | { kind: 'page'; title: string; nav: NavKey; body: Child }
  | { kind: 'workbook'; name: string; file: Uint8Array };

export type Page = (call: PageCall) => Promise<PageAnswer>;
