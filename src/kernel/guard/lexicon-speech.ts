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

/** Something is asked. */
export const ASKS =
  /[?？]|谁|什么|哪|几(个|次|件|条|天|年|项|步|回|点|号)|多少|多久|多长|多大|多高|吗|呢$|怎么|怎样|如何|为何|能不能|能否|可不可以|可以不|是不是|是否|算不算|要不要|用不用|该不该|有没有|行不行|中不中|会不会|对不对|够不够|需不需要|超没超|合不合|[能行中对要算超有够]不[,，。]?$|[了到过]没(有)?$|何时|几时/;
