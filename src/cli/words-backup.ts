/** What the operator reads about backups. */
export const backupWords = {
  missingFile: '缺少参数：file。',
  noFile: (path: string) => `找不到文件：${path}`,
  noDatabase: (path: string) => `找不到数据库：${path}`,
  folder: (path: string) => `${path} 是目录，请写出备份文件的名字，例：${path.replace(/\/+$/, '')}/qingfu.db`,
  overItself: (path: string) => `${path} 就是正在用的数据库，请换一个文件名，最好放到另一块磁盘上。`,
  overOther: (path: string) => `${path} 已经有了，而且不是备份文件，没有覆盖。请换一个文件名。`,
  fromItself: (path: string) => `${path} 就是正在用的数据库，请写备份文件的名字。`,
  backedUp: (path: string, bytes: number) =>
    `已备份到 ${path}（${Math.ceil(bytes / 1024)} KB），并通过完整性检查。`,
  notBackedUp: (path: string) => `没有备份到 ${path}：`,
  badBackup: (path: string) => `备份文件不完整或不是本程序的数据库，没有恢复：${path}`,
  newerBackup: (path: string) => `${path} 是更新版本的程序做的备份，没有恢复。请先升级程序，再恢复。`,
  serverRunning: '数据库正在被使用，请先停掉服务再恢复。',
  restored: (path: string, kept: string | undefined) =>
    kept === undefined
      ? `已恢复到 ${path}。`
      : `已恢复到 ${path}；原来的数据库留在 ${kept}，确认无误后可以删除。`,
  notRestored: (path: string) => `没有恢复，${path} 没有改动：`,
  diskFull: '磁盘空间不够，请清理后再试。',
  noAccess: '文件或目录打不开、写不了，请检查路径和权限。',
  damaged: '数据库文件已损坏，请用最近的备份恢复。',
};
