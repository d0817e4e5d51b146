/** What a person may say of a meeting, in the order of the card. */
export const MEETING_SIGNS = [
  'passes_on',
  'unprepared',
  'listens',
  'issued',
  'direct',
  'approved',
  'similar',
  'long',
] as const;
export type MeetingSign = (typeof MEETING_SIGNS)[number];

export type MeetingFinding =
  | 'passes_on'
  | 'unprepared'
  | 'listens'
  | 'issued'
  | 'needs_approval'
  | 'note_approval'
  | 'combine'
  | 'long'
  | 'nothing';

/** HY-01, HY-03, HY-07, HY-09: what the rules say to the signs. */
export function meetingFindings(signs: readonly MeetingSign[]): MeetingFinding[] {
  const has = (sign: MeetingSign) => signs.includes(sign);
  const not = (['passes_on', 'unprepared', 'listens', 'issued'] as const).filter(has);
  const findings: MeetingFinding[] = [
    ...not,
    ...(has('direct') ? [has('approved') ? ('note_approval' as const) : ('needs_approval' as const)] : []),
    ...(has('similar') ? ['combine' as const] : []),
    ...(has('long') ? ['long' as const] : []),
  ];
  return findings.length > 0 ? findings : ['nothing'];
}
