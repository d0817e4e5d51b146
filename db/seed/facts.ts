import factRows from './facts.json' with { type: 'json' };
import localFigureRows from './local-figures.json' with { type: 'json' };
import type { Fact, LocalFigureKind } from './types.ts';

export const facts: ReadonlyMap<string, Fact> = new Map((factRows as Fact[]).map((fact) => [fact.id, fact]));

/** LOC-01 … LOC-37 in order. */
export const localFigureKinds: ReadonlyMap<string, LocalFigureKind> = new Map(
  localFigureRows.map((kind) => [kind.code, kind]),
);
