/** Words of the region and what they stand for; only those the guard's patterns need. Longer ones first. */
export const DIALECT: readonly (readonly [said: string, standard: string])[] = [
  ['弄啥', '做什么'],
  ['干啥', '做什么'],
  ['啥子', '什么'],
  ['咋个', '怎么'],
  ['咋样', '怎么样'],
  ['咋', '怎么'],
  ['啥', '什么'],
  ['俺们', '我们'],
  ['俺', '我'],
  ['咱们', '我们'],
  ['咱', '我们'],
  ['恁', '你'],
  ['您', '你'],
  ['哪个龟孙', '谁'],
  ['谁个', '谁'],
];
