import type { RouteName } from '../guard.ts';
import type { Page } from '../page.ts';
import { auditExport, auditPage } from './audit.tsx';
import { homePage } from './home.tsx';
import { outboxExport, outboxPage } from './outbox.tsx';
import { questionPage } from './question.tsx';
import { questionsExport, questionsPage } from './questions.tsx';

/** One page for every address of the guard's table that is read. */
export const pages: Record<Exclude<RouteName, 'signOut' | 'signOutEverywhere'>, Page> = {
  home: homePage,
  questions: questionsPage,
  questionsExport,
  question: questionPage,
  outbox: outboxPage,
  outboxExport,
  audit: auditPage,
  auditExport,
};
