import { z } from 'zod';
import { ModelError } from '../kernel/errors.ts';
import type { Model } from '../kernel/ports.ts';
import type { Config } from './config.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Both prompts ask for one short JSON object; a reply beyond this is not read to its end. */
const MAX_BYTES = 16 * 1024;
const MAX_TOKENS = 200;

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })) });

/** Any server that speaks OpenAI's `/chat/completions`; undefined while the settings name none. */
export function modelOf(
  { model }: Pick<Config, 'model'>,
  fetcher: Fetch = (url, init) => fetch(url, init),
): Model | undefined {
  if (!model) return undefined;
  const url = `${model.baseUrl.replace(/\/+$/, '')}/chat/completions`;
  const headers = {
    'content-type': 'application/json',
    ...(model.apiKey && { authorization: `Bearer ${model.apiKey}` }),
  };
  return {
    async complete(prompt, { timeoutMs }) {
      const body = JSON.stringify({
        model: model.name,
        messages: [{ role: 'user', content: prompt }],
        temperature: 0,
        max_tokens: MAX_TOKENS,
      });
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        // A redirect is refused: nothing is sent to an address that nobody entered.
        const response = await fetcher(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
        if (!response.ok) {
          await response.body?.cancel();
          throw new ModelError('refused');
        }
        return contentOf(await readSome(response));
      } catch (error) {
        if (error instanceof ModelError) throw error;
        const late = error instanceof Error && error.name === 'TimeoutError';
        throw new ModelError(late ? 'late' : 'unreachable');
      }
    },
  };
}

async function readSome(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new ModelError('too_long');
    }
    text += decoder.decode(value, { stream: true });
  }
}

function contentOf(text: string): string {
  const read = completion.safeParse(parsed(text));
  const content = read.success ? read.data.choices[0]?.message.content : undefined;
  if (content === undefined) throw new ModelError('unreadable');
  return content;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
