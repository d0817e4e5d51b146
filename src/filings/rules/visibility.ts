import type { FilingKind, FilingState } from './filing.ts';

/** Whose eyes: units by what somebody may see of them. */
export interface Viewer {
  /** Units where somebody has any post. */
  own: ReadonlySet<string>;
  /** Units whose filings somebody keeps, as liaison or in the office. */
  keeps: ReadonlySet<string>;
  /** Units of the level that somebody coordinates. */
  level: ReadonlySet<string>;
}

export interface Seen {
  kind: FilingKind;
  state: FilingState;
  /** As of today, after mergers and splits. */
  organisers: readonly string[];
  targets: readonly string[];
}

/**
 * The organiser sees all of its own; what is unannounced nobody else does, not even the offices (domain 5). Whoever is
 * inspected sees what has taken effect; the offices see their level.
 */
export function maySee(viewer: Viewer, { kind, state, organisers, targets }: Seen): boolean {
  if (meets(organisers, viewer.keeps)) return true;
  if (kind === 'unannounced') return false;
  if (meets(organisers, viewer.level) || meets(targets, viewer.level)) return true;
  return state === 'filed' && (meets(targets, viewer.own) || meets(organisers, viewer.own));
}

export function meets(codes: readonly string[], some: ReadonlySet<string>): boolean {
  return codes.some((code) => some.has(code));
}
