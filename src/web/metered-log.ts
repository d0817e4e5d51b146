import type { LogData, Logger } from '../kernel/ports.ts';
import type { Metrics } from './metrics.ts';

/**
 * A log whose entries are counted, so that no part of the product needs to know of metrics: questions by decision,
 * refusals of the platform, and every warning and error by its name, which is a word of the program.
 */
export function meteredLog(log: Logger, metrics: Metrics): Logger {
  const told = (event: string, data?: LogData) => {
    if (event === 'asked') metrics.asked(word(data?.['decision']));
    if (event === 'feishu_failed') metrics.platformFailed(word(data?.['call']), word(data?.['kind']));
  };
  return {
    debug(event, data) {
      told(event, data);
      log.debug(event, data);
    },
    info(event, data) {
      told(event, data);
      log.info(event, data);
    },
    warn(event, data) {
      told(event, data);
      metrics.logged('warn', event);
      log.warn(event, data);
    },
    error(event, data) {
      metrics.logged('error', event);
      log.error(event, data);
    },
  };
}

/** Labels are words of the program. */
function word(value: unknown): string {
  return typeof value === 'string' ? value : 'other';
}
