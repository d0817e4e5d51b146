export const words = {
  backward: (at: string, last: string) =>
    `时刻只能往前走：${at} 早于上次运行的时刻 ${last}。请改用不早于该时刻的 --at。`,
  unknownJob: (name: string, known: readonly string[]) =>
    `没有名为 ${name} 的定时任务。现有任务：${known.join('、') || '无'}。`,
};
