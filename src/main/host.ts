import packageJson from '../../package.json' with { type: 'json' };
import type { Host } from '../store/context.ts';
import type { Config } from './config.ts';

export function hostOf(config: Config): Host {
  return {
    organisation: config.organisation,
    level: config.level,
    filingNumber: config.filingNumber,
    filingDate: config.filingDate,
    trialOpenIds: config.trialOpenIds,
    bootstrapAdmins: config.bootstrapAdmins,
    version: packageJson.version,
    publicUrl: config.publicUrl,
  };
}
