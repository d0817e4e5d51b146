import { serve } from '@hono/node-server';
import { systemClock, systemDice } from '../../src/main/system.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import { KEYS } from './events.ts';

/** The platform emulator in a process of its own, with the real limits. */
const platform = createPlatform({
  ...KEYS,
  botOpenId: 'ou_bot',
  botName: '轻负',
  tenantKey: 'tenant',
  eventsUrl: 'http://127.0.0.1:9/feishu/events',
  clock: systemClock,
  dice: systemDice,
});
for (let n = 0; n < 500; n++) {
  platform.addPerson({ openId: `ou_bench_${n}`, name: `测试${n}`, title: '测试', state: 'active' });
}
serve({ fetch: platform.api.fetch, hostname: '127.0.0.1', port: 0 }, (info) =>
  console.log(`port ${info.port}`),
);
