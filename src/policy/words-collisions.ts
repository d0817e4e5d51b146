import type { Collision } from './retrieval/rules/collide.ts';

const said = {
  leads_elsewhere: ({ phrase, other }: Collision) =>
    `问法“${phrase}”会先找到 ${other}，请只在一条里保留，或者改写。`,
  counter_example: ({ phrase }: Collision) => `反例“${phrase}”也会找到本条，请去掉这个反例或同样的问法。`,
  takes_over: ({ phrase, other }: Collision) =>
    `会抢走 ${other} 的问法“${phrase}”，请改写本条的问法，或者修改 ${other}。`,
};

/** Why an entry is not published beside those that stand. */
export const collisionWords = {
  reason: (collision: Collision) => said[collision.kind](collision),
  /** Where two entries are wanted side by side. */
  howToForce: (column: string) => `确需并存的，在“${column}”里写明理由。`,
  refused: (number: string, collisions: readonly Collision[]) =>
    `${number} 没有发布：${collisions.map((one) => said[one.kind](one)).join('')}`,
};
