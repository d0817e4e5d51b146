import { type CardJson, cardProblem, schemaOf } from '../cards.ts';
import type { Core } from '../core.ts';
import { type ApiCall, Refusal, type Route, success } from './call.ts';

const LIFE = 30 * 60_000;
const USES = 2;
const BYTES = 100 * 1024;

/** The delayed update after a click: by the token of its callback instead of the message id. */
export const cardUpdateRoute: Route = {
  method: 'POST',
  path: '/open-apis/interactive/v1/card/update',
  access: 'tenant',
  handle: updateCard,
};

function updateCard(core: Core, call: ApiCall) {
  const { token, card } = call.body;
  if (typeof token !== 'string' || !token.startsWith('c-')) throw new Refusal(300020, 'token is malformed');
  if (typeof card !== 'object' || card === null) throw new Refusal(11311, 'card is not an object');
  if (call.raw.length > BYTES) throw new Refusal(100000, 'card is larger than 100 KB');
  const click = core.cardTokens.get(token);
  if (!click) throw new Refusal(200310, 'token of another app');
  if (core.now() - click.issuedAt > LIFE) throw new Refusal(300030, 'token expired');
  if (click.uses >= USES) throw new Refusal(300040, 'token is used up');
  const message = core.messages.get(click.messageId);
  if (!message || message.recalledAt !== undefined) throw new Refusal(200000, 'card message was recalled');
  if (schemaOf(card as CardJson) !== schemaOf(message.body))
    throw new Refusal(200830, 'schema may not change');
  const problem = cardProblem(core, card);
  if (problem) throw new Refusal(11311, `ErrCode: ${problem.code}; ErrMsg: ${problem.message}`);
  click.uses += 1;
  core.messages.replace(message, card as CardJson, core.now());
  return success({});
}
