import { escapeHtml, tableHtml } from '../export/html.ts';
import { saidText } from './cards.ts';
import type { Office } from './office.ts';
import type { Part } from './read-part.ts';
import { correctionText, differenceText, kindNames } from './words-kinds.ts';
import { pageWords as words } from './words-page.ts';

/** One unit to a sheet of paper, as it is signed and filed. */
const STYLE = `
@page { size: A4; margin: 16mm 14mm; }
body { font: 14px/1.7 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", SimSun, sans-serif; color: #1f2329; margin: 0 auto; max-width: 800px; padding: 16px; }
h1 { font-size: 22px; text-align: center; margin: 8px 0; }
h2 { font-size: 17px; margin: 24px 0 8px; break-after: avoid; }
section + section { break-before: page; }
.figures { width: 100%; border-collapse: collapse; margin: 8px 0; font-size: 13px; }
.figures th, .figures td { border: 1px solid #8f959e; padding: 3px 6px; text-align: left; overflow-wrap: anywhere; }
.figures th { background: #eef2f8; }
.figures tr { break-inside: avoid; }
.figures td:first-child { white-space: nowrap; }
.sign { margin-top: 36px; break-inside: avoid; }
.foot { color: #51565d; font-size: 12px; text-align: center; }
`;

/** 对账单 (domain 4.3): confirmed here, signed on paper. One page of HTML without anything from elsewhere. */
export function statementPage(office: Office): string {
  const title = escapeHtml(words.title(office.year, office.county));
  const uneven = office.parts.filter((part) => part.comparison.differences.length > 0);
  const even = office.parts.filter((part) => part.comparison.differences.length === 0);
  const names = even.map((part) => part.unit.name);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${uneven.map((part) => unitHtml(office, part, title)).join('\n')}
${names.length > 0 ? `<section><p>${escapeHtml(words.even(names))}</p></section>` : ''}
</body>
</html>
`;
}

function unitHtml(office: Office, part: Part, title: string): string {
  const closed = office.row?.state === 'closed';
  const rows = part.comparison.differences.map((one) => [
    kindNames[one.kind],
    differenceText(one, office.names),
    saidText(part, one) || words.unsaid,
  ]);
  const notes = [
    ...(part.corrections.length > 0 ? [words.corrected(part.corrections.map(correctionText))] : []),
    ...(part.unlisted.length > 0 ? [words.unlisted(part.unlisted)] : []),
    ...(part.by === '' ? [] : [words.saidBy(part.byName, part.at, part.turn === 'settled')]),
  ];
  return `<section>
<h1>${title}</h1>
<h2>${escapeHtml(words.unitTitle(part.unit.name, words.standing(part.turn, closed)))}</h2>
${tableHtml(words.columns, rows)}
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
<p class="sign">${escapeHtml(words.sign)}</p>
<p class="foot">${escapeHtml(words.footer)}</p>
</section>`;
}
