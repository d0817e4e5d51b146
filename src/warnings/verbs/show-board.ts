import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { boardCard } from '../cards-board.ts';
import { readBoard } from '../read-board.ts';

export async function showBoard(ctx: Ctx): Promise<Outcome<Card>> {
  return outcome(boardCard(await readBoard(ctx)));
}
