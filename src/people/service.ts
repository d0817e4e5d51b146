import type { Host } from '../store/context.ts';

/** Without a filing number only the trial list and the installation's administrators are served (BR-02). */
export function served(host: Host, openId: string): boolean {
  return (
    host.filingNumber !== '' || host.trialOpenIds.includes(openId) || host.bootstrapAdmins.includes(openId)
  );
}
