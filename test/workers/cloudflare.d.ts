/** The part of the Workers test runtime that is used here; its own types need the whole of Workers' type package. */
declare module 'cloudflare:test' {
  type D1Binding = import('../../src/store/d1.ts').D1Binding;
  export function applyD1Migrations(db: D1Binding, migrations: readonly unknown[]): Promise<void>;
  /** Deletes all data from all bindings. */
  export function reset(): Promise<void>;
}

declare module 'cloudflare:workers' {
  export const env: unknown;
}
