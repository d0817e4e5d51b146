/** What a person may say of a draft, in the order of the card. */
export const DOCUMENT_SIGNS = [
  'unplanned',
  'copied',
  'said_before',
  'padded',
  'wants_reports',
  'wants_follow_up',
  'disguised',
] as const;
export type DocumentSign = (typeof DOCUMENT_SIGNS)[number];

/** FW-07 tells apart what deploys a special task, documents in general, and what deploys overall work. */
export const DOCUMENT_KINDS = ['special', 'general', 'overall'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Signs first, in their order; without any of them there is nothing to be said but what always holds. */
export function documentFindings(
  signs: readonly DocumentSign[],
  tooLong: boolean,
): DocumentSign[] | 'nothing' {
  const findings = DOCUMENT_SIGNS.filter((sign) => signs.includes(sign));
  return findings.length > 0 || tooLong ? findings : 'nothing';
}
