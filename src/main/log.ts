import type { LogData, Logger } from '../kernel/ports.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];

/** Keys whose values never reach a log, whoever passes them. */
const SECRET =
  /secret|token|authorization|cookie|password|encrypt|text|content|name|body|phone|mobile|open_?id|user_?id|asker/i;

/** Ids of people and chats, tokens and keys as the platform writes them, phone and identity numbers: under any key. */
const TELLING =
  /\b(ou|on|oc)_[\w-]+|\b[tu]-[\w.-]{20,}|\bBearer\s+\S+|\beyJ[\w-]+\.[\w.-]+|(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/g;

/** Longer is no code, count or hint. */
const LONGEST = 400;
/** Deeper is no log entry of ours. */
const DEEPEST = 4;

const HIDDEN = '[redacted]';

/** One JSON line per event. */
export function createLogger(level: Level, write: (line: string) => void, now: () => number): Logger {
  const from = LEVELS.indexOf(level);
  const at = (name: Level) => (event: string, data?: LogData) => {
    if (LEVELS.indexOf(name) < from) return;
    const head = { time: new Date(now()).toISOString(), level: name, event };
    // Twice: first in the line, and not to be overwritten.
    write(JSON.stringify({ ...head, ...redact(data ?? {}, 0), ...head }));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function redact(data: LogData, depth: number): LogData {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key.replace(TELLING, HIDDEN),
      SECRET.test(key) ? HIDDEN : harmless(value, depth + 1),
    ]),
  );
}

function harmless(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.replace(TELLING, HIDDEN).slice(0, LONGEST);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  // An error's own text may quote data; where it happened is for `faultOf`.
  if (value instanceof Error) return value.constructor.name;
  if (depth >= DEEPEST) return HIDDEN;
  if (Array.isArray(value)) return value.map((item) => harmless(item, depth + 1));
  return redact(value as LogData, depth);
}
