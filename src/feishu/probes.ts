import type { Client } from '@larksuiteoapi/node-sdk';
import { PlatformError } from '../kernel/errors.ts';
import type { BotInfo, Call } from './client.ts';
import type { Directory } from './directory.ts';

export interface Checkup {
  probes: Probe[];
  bot: BotInfo | undefined;
}

export interface Probe {
  name: 'bot' | 'send' | 'contacts';
  ok: boolean;
  /** The platform's code; 0 when there was none. */
  code: number;
  /** Chinese: what to check; empty when all is well. */
  hint: string;
}

interface Parts {
  client: Client;
  call: Call;
  directory: Directory;
  botInfo: () => Promise<BotInfo>;
}

/** Belongs to nobody: what is sent to it is refused, which shows that sending as such is allowed. */
const NOBODY = `ou_${'0'.repeat(32)}`;

/** What `doctor` asks: do the credentials work, may we send, may we look people up. Sends nothing to anybody. */
export async function checkUp({ client, call, directory, botInfo }: Parts): Promise<Checkup> {
  let bot: BotInfo | undefined;
  const probes = [
    await probe('bot', async () => {
      bot = await botInfo();
    }),
    await probe('send', () => sendToNobody(client, call)),
    await probe('contacts', () => directory.unknown([NOBODY])),
  ];
  return { probes, bot };
}

async function probe(name: Probe['name'], run: () => Promise<unknown>): Promise<Probe> {
  try {
    await run();
    return { name, ok: true, code: 0, hint: '' };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { name, ok: false, code: error.code, hint: error.hint };
  }
}

async function sendToNobody(client: Client, call: Call): Promise<void> {
  const data = { receive_id: NOBODY, msg_type: 'text', content: '{"text":""}' };
  try {
    await call('message.probe', (token) =>
      client.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data }, token),
    );
  } catch (error) {
    const expected = error instanceof PlatformError && (error.kind === 'format' || error.kind === 'gone');
    if (!expected) throw error;
  }
}
