import { findHolders } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';

/** Open_ids of everybody who looks after the installation: by the roster, and by the settings from the start. */
export async function administrators({ db, host }: Pick<Ctx, 'db' | 'host'>): Promise<string[]> {
  const holders = await findHolders(db, 'admin');
  return [...new Set([...holders.map(({ openId }) => openId), ...host.bootstrapAdmins])];
}
