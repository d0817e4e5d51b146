/** `/console/voice/T-1` of the pattern `/console/voice/:number`. */
export function addressOf(path: string, params: Readonly<Record<string, string | number>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
