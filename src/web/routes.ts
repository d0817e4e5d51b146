/** Our own addresses; everything else that somebody tries is one label, so that nobody can make up new ones. */
const OWN = ['/feishu/events', '/healthz', '/readyz', '/metrics'];
const METHODS = ['GET', 'HEAD', 'POST'];

export function routeOf(path: string): string {
  if (OWN.includes(path)) return path;
  const first = /^\/(console|simulator)(\/|$)/.exec(path)?.[1];
  return first ? `/${first}` : 'other';
}

export function methodOf(method: string): string {
  return METHODS.includes(method) ? method : 'other';
}
