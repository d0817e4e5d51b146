import { reportPage } from '../counts/export/page.ts';
import { reportWorkbook } from '../counts/export/workbook.ts';
import type { Report } from '../counts/read-report.ts';
import { reportLines } from '../counts/report-json.ts';
import { findReview } from '../counts/reviews/repo.ts';
import type { Ctx } from '../store/context.ts';
import { UsageError } from './command.ts';
import { cliWords as words } from './words.ts';

/** Text to print, a page to print, or a workbook with figures as numbers; all end with the sentence of BR-06. */
export async function reportFile(ctx: Ctx, report: Report, name: string): Promise<string | Uint8Array> {
  if (name.endsWith('.md')) return `${reportLines(report).join('\n\n')}\n`;
  if (name.endsWith('.html'))
    return reportPage(report, await findReview(ctx.db, report.period, report.county));
  if (name.endsWith('.xlsx')) return reportWorkbook(ctx, report);
  throw new UsageError(words.outFormat);
}
