/** What the run tells the process under test, and what it hears from it. */
export type Order = { kind: 'shift'; by: number } | { kind: 'pragma'; text: string } | { kind: 'memory' };

export type Report = { kind: 'ready' } | { kind: 'done' } | { kind: 'memory'; bytes: number };
