import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { demoGroups, demoPeople } from '../../db/seed/demo/index.ts';
import type { Clock } from '../kernel/ports.ts';
import { createPlatform } from '../simulator/platform/index.ts';
import type { PlatformSnapshot } from '../simulator/platform/snapshot.ts';
import type { Platform } from '../simulator/platform/types.ts';
import { listen } from './listen.ts';
import { systemDice } from './system.ts';
import { startWords as words } from './words.ts';

export const BOT_OPEN_ID = 'ou_demo_bot';

/** Keys between the demo's own two halves; they protect nothing and leave this machine never. */
export const KEYS = {
  appId: 'cli_de30de30de30de30',
  appSecret: 'demo-app-secret',
  encryptKey: 'demo-encrypt-key',
  verificationToken: 'demo-verification-token',
};

export interface DemoPlatform {
  platform: Platform;
  /** Where its API is served. */
  baseUrl: string;
  /** Writes people and chats to the file, whole or not at all. */
  save(): void;
}

/** The emulator with the people of the fictional city and, on a second start, their chats. */
export async function openDemoPlatform(
  file: string,
  { clock, eventsUrl }: { clock: Clock; eventsUrl: string },
): Promise<DemoPlatform> {
  const platform = createPlatform({
    ...KEYS,
    botOpenId: BOT_OPEN_ID,
    botName: words.botName,
    tenantKey: 'demo',
    eventsUrl,
    clock,
    dice: systemDice,
  });
  for (const person of demoPeople()) platform.addPerson({ ...person, state: 'active' });
  for (const group of demoGroups()) platform.addGroup(group);
  if (existsSync(file)) platform.restore(JSON.parse(readFileSync(file, 'utf8')) as PlatformSnapshot);
  const { port } = await listen(platform.api, '127.0.0.1', 0);
  return {
    platform,
    baseUrl: `http://127.0.0.1:${port}`,
    save() {
      writeFileSync(`${file}.partial`, JSON.stringify(platform.snapshot()));
      renameSync(`${file}.partial`, file);
    },
  };
}
