import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { indicatorNames } from './words.ts';

/** The county of a level as people write it: empty for 市, undefined when it is neither 市 nor 县区:…. */
export function countyOf(level: string): string | undefined {
  if (level === '市') return '';
  return /^县区[:：](.+)$/.exec(level)?.[1]?.trim();
}

export function indicatorOf(text: string): Indicator | undefined {
  return INDICATORS.find((indicator) => indicatorNames[indicator] === text);
}

export const modes: Record<string, 'items' | 'figures'> = { 逐件: 'items', 只报数: 'figures' };

/** 更正, 更正 2026-05, 更正2026年5月. */
export const correctionPattern = /^更正\s*(\d{4})\s*[-年.]\s*(\d{1,2})\s*月?$/;
