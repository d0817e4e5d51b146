import { Buffer } from 'node:buffer';
import type { Core } from '../core.ts';
import { deadline, outer, parsed, post } from './wire.ts';

/** Sent when the URL is saved in the console: encrypted like everything else, but never signed. */
export async function verifyUrl(core: Core): Promise<boolean> {
  const challenge = core.ids.hex(32);
  const request = { challenge, token: core.settings.verificationToken, type: 'url_verification' };
  const answer = await core.activity.during(() =>
    post(
      core,
      {
        body: Buffer.from(outer(core, JSON.stringify(request)), 'utf8'),
        headers: { 'content-type': 'application/json; charset=utf-8' },
      },
      deadline(core, 'challenge'),
    ),
  );
  const response = parsed(answer.body);
  core.journal.add({
    at: core.now(),
    direction: 'to-bot',
    title: 'url_verification',
    request,
    response: answer.failure ?? response,
    status: answer.status,
    millis: answer.millis,
  });
  return answer.status === 200 && (response as { challenge?: unknown } | null)?.challenge === challenge;
}
