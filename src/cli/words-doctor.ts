import { dayOf, timeOf } from '../kernel/day.ts';

export const doctorWords = {
  line: (line: { ok: boolean; text: string }) => `${line.ok ? '正常' : '要处理'}　${line.text}`,
  migrated: '数据库完好，结构已是最新',
  noDatabase: (path: string) => `还没有数据库 ${path}：启动服务会自动建立；已经在用的，请核对 DATABASE_PATH`,
  damaged: (path: string) => `数据库 ${path} 打不开或已损坏：请停掉服务，用最近的备份 restore 恢复`,
  newer: '数据库是更新版本的程序建立的：请升级程序',
  pending: (count: number) =>
    `数据库有 ${count} 处没有升级：请先 backup 备份，再执行 migrate（重启服务也会升级）`,
  jobs: (jobs: readonly { job: string; lastSuccess: number | null }[]) =>
    [
      '各任务最近一次完成：',
      ...jobs.map(({ job, lastSuccess }) =>
        lastSuccess === null
          ? `  ${job}　还没有完成过`
          : `  ${job}　${dayOf(lastSuccess)} ${timeOf(lastSuccess)}`,
      ),
    ].join('\n'),
};
