import type { Client } from '@larksuiteoapi/node-sdk';
import { PlatformError } from '../kernel/errors.ts';
import type { Call } from './client.ts';
import { listAt, textAt } from './payload.ts';

export interface Directory {
  /**
   * Which of these open_ids the platform does not know, or does not show to this app.
   * @throws PlatformError when it could not be asked about all of them: a partial answer would look like people gone.
   */
  unknown(openIds: readonly string[]): Promise<Set<string>>;
}

/** By `contact/v3/users/batch`. */
const BATCH = 50;

/** Refusals that concern an id and not the call: wrong form, another app's, outside the contact scope. */
const ABOUT_AN_ID = new Set([99992351, 99992361, 41012, 41050]);

export function createDirectory(client: Client, call: Call): Directory {
  async function known(openIds: readonly string[]): Promise<string[]> {
    if (openIds.length === 0) return [];
    try {
      const params = { user_ids: [...openIds], user_id_type: 'open_id' as const };
      const answer = await call('user.batch', (token) => client.contact.v3.user.batch({ params }, token));
      return listAt(answer, 'data', 'items').map((user) => textAt(user, 'open_id'));
    } catch (error) {
      if (!(error instanceof PlatformError) || !ABOUT_AN_ID.has(error.code)) throw error;
      // One bad id spoils the whole batch, so it is narrowed down.
      if (openIds.length === 1) return [];
      const half = Math.ceil(openIds.length / 2);
      return [...(await known(openIds.slice(0, half))), ...(await known(openIds.slice(half)))];
    }
  }

  return {
    async unknown(openIds) {
      const missing = new Set(openIds);
      const askable = [...missing].filter((id) => /^[\w-]{1,64}$/.test(id));
      for (let i = 0; i < askable.length; i += BATCH) {
        for (const id of await known(askable.slice(i, i + BATCH))) missing.delete(id);
      }
      return missing;
    },
  };
}
