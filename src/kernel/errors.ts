export type AppErrorCode =
  | 'not_found'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'closed'
  | 'stale'
  | 'unavailable';

/** Something the person can understand and act upon. `text` is Chinese: what went wrong, what to do next. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    readonly text: string,
    readonly data: Record<string, unknown> = {},
  ) {
    super(`${code}: ${text}`);
    this.name = 'AppError';
  }
}

export type PlatformErrorKind = 'rate_limited' | 'auth' | 'scope' | 'format' | 'gone' | 'network' | 'unknown';

/** The chat platform refused or could not be reached. `hint` (Chinese) tells the operator what to check. */
export class PlatformError extends Error {
  readonly kind: PlatformErrorKind;
  readonly retryable: boolean;
  /** Earliest sensible wait before trying again, in milliseconds; 0 when the platform gave none. */
  readonly waitMs: number;
  readonly code: number;
  readonly hint: string;
  readonly logId: string | undefined;
  /** It may have taken effect all the same: the request went out and no clear refusal came back. */
  readonly maybeDone: boolean;

  constructor(details: {
    kind: PlatformErrorKind;
    code: number;
    retryable: boolean;
    waitMs?: number;
    hint: string;
    logId?: string | undefined;
    /** True for `network` and `unknown` unless said otherwise, e.g. when no connection was made. */
    maybeDone?: boolean;
  }) {
    super(`platform ${details.kind} ${details.code}`);
    this.name = 'PlatformError';
    this.kind = details.kind;
    this.code = details.code;
    this.retryable = details.retryable;
    this.waitMs = details.waitMs ?? 0;
    this.hint = details.hint;
    this.logId = details.logId;
    this.maybeDone = details.maybeDone ?? (details.kind === 'network' || details.kind === 'unknown');
  }
}

/** The calendar has no holiday data for this year; whoever asked must say so instead of guessing. */
export class CalendarGap extends Error {
  constructor(readonly year: number) {
    super(`no holiday data for ${year}`);
    this.name = 'CalendarGap';
  }
}

/** The language model gave nothing to work with; whoever asked goes on without it. */
export class ModelError extends Error {
  constructor(readonly reason: 'late' | 'unreachable' | 'refused' | 'unreadable' | 'too_long') {
    super(`model ${reason}`);
    this.name = 'ModelError';
  }
}
