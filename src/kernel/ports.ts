/** Everything the core needs from the outside world and must not reach for by itself. */

export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

export interface Ids {
  /** A new unique id: URL-safe, at most 24 characters, sorted by time of creation. */
  next(): string;
}

/** A number in [0, 1). */
export type Dice = () => number;

/** One line per event; `data` holds ids, codes and counts, never message text, names or tokens. */
export interface Logger {
  debug(event: string, data?: LogData): void;
  info(event: string, data?: LogData): void;
  warn(event: string, data?: LogData): void;
  error(event: string, data?: LogData): void;
}

export type LogData = Record<string, unknown>;

/** The optional language model (BR-38). It may help to find an entry; nothing that it writes is shown. */
export interface Model {
  /**
   * What the model says to this prompt, at most a few thousand characters; trusted in nothing.
   * @throws ModelError, at the latest after `timeoutMs` milliseconds.
   */
  complete(prompt: string, options: { timeoutMs: number }): Promise<string>;
}

/** The platform's own web login: authorisation code with PKCE (S256). */
export interface WebLogin {
  /** Where the browser goes; `state` and the code come back to `redirectUri`. */
  authorizeUrl(request: { state: string; challenge: string; redirectUri: string }): string;
  /** The open_id of whoever the code was given to. @throws PlatformError */
  personOf(grant: { code: string; verifier: string; redirectUri: string }): Promise<string>;
}
