import type { LogData, Logger } from '../kernel/ports.ts';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof LEVELS)[number];

/** Keys whose values never reach a log, whoever passes them. */
const SECRET = /secret|token|authorization|cookie|password|encrypt|text|content|name/i;

/** One JSON line per event. */
export function createLogger(level: Level, write: (line: string) => void, now: () => number): Logger {
  const from = LEVELS.indexOf(level);
  const at = (name: Level) => (event: string, data?: LogData) => {
    if (LEVELS.indexOf(name) < from) return;
    write(JSON.stringify({ time: new Date(now()).toISOString(), level: name, event, ...redact(data ?? {}) }));
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function redact(data: LogData): LogData {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, SECRET.test(key) ? '[redacted]' : value]),
  );
}
