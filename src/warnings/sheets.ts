import { warningRule } from '../../db/schema/index.ts';
import { type Refusal, type Row, repeats, type Sheet } from '../chat/sheet.ts';
import { INDICATORS, indicatorNames } from '../counts/window.ts';
import { actorId } from '../kernel/actor.ts';
import { isMonth, type Month } from '../kernel/period.ts';
import { insertRows } from '../store/statement.ts';
import { type Rules, type RuleVersion, readRules, rulesOf } from './read-rules.ts';
import { PAIRS, PARAMETERS, type ParameterSpec, readValue } from './rules/parameter-list.ts';
import type { Parameters } from './rules/parameters.ts';
import { RULES } from './rules/triggers.ts';
import { ruleNames } from './words.ts';
import { parameterTitles, sheetWords as words } from './words-sheets.ts';

const NAME = '预警规则';

const c = { version: '版本', month: '生效月份', parameter: '参数', value: '值', note: '说明' } as const;

const VERSION_LENGTH = 20;

const namesOf: Record<string, ReadonlyMap<string, string>> = {
  rules: new Map([[words.none, ''], ...RULES.map((rule) => [ruleNames[rule], rule] as const)]),
  indicators: new Map([
    [words.none, ''],
    ...INDICATORS.map((indicator) => [indicatorNames[indicator], indicator] as const),
  ]),
};
const EMPTY: ReadonlyMap<string, string> = new Map();

const specOf = (title: string) => PARAMETERS.find(({ name }) => parameterTitles[name] === title);
const read = (spec: ParameterSpec, text: string) => readValue(spec, text, namesOf[spec.kind] ?? EMPTY);

/** A spreadsheet that took a month for a date hands over its first day. */
const monthIn = (text = ''): Month => (text.length === 10 ? text.replace(/-01$/, '') : text);

/** Versions of the rules of domain 4.2. A row changes one parameter; the others stay as in the version before. */
export const ruleSheet: Sheet = {
  name: NAME,
  columns: [
    { title: c.version, required: true },
    { title: c.month, required: true },
    { title: c.parameter, required: true },
    { title: c.value, required: true },
    { title: c.note },
  ],

  async check(ctx, rows) {
    const cells = rows.flatMap(checkRow);
    const repeated = repeats(rows, ({ cells: row }) => `${row[c.version]}:${row[c.parameter]}`).map(
      ({ row, first }) => refusal(row, c.parameter, words.repeated(first)),
    );
    if (cells.length + repeated.length > 0) return [...cells, ...repeated];
    return checkVersions(rows, await readRules(ctx.db));
  },

  async writes(ctx, rows) {
    const rules = await readRules(ctx.db);
    const fresh = versionsIn(rows, rules).filter(({ version }) => rules.named(version) === undefined);
    const author = actorId(ctx.actor);
    return insertRows(
      ctx.db,
      warningRule,
      fresh.map((one) => ({ ...one, author, createdAt: ctx.now })),
    );
  },

  async dump(ctx) {
    const { versions } = await readRules(ctx.db);
    return versions.flatMap(({ version, fromMonth, note, parameters }) =>
      PARAMETERS.map((spec) => ({
        [c.version]: version,
        [c.month]: fromMonth,
        [c.parameter]: parameterTitles[spec.name] ?? spec.name,
        [c.value]: textOf(spec, parameters),
        [c.note]: note,
      })),
    );
  },
};

export const sheets: Sheet[] = [ruleSheet];

function refusal(row: Row, column: string, reason: string): Refusal {
  return { sheet: NAME, row: row.number, column, reason };
}

function checkRow(row: Row): Refusal[] {
  const { cells } = row;
  const refusals: Refusal[] = [];
  const refuse = (column: string, reason: string) => refusals.push(refusal(row, column, reason));
  const version = cells[c.version] ?? '';
  if (version.length > VERSION_LENGTH || /\s/.test(version)) refuse(c.version, words.badVersion);
  if (cells[c.month] && !isMonth(monthIn(cells[c.month]))) refuse(c.month, words.badMonth);
  const title = cells[c.parameter] ?? '';
  const spec = specOf(title);
  if (title && !spec) refuse(c.parameter, words.unknownParameter(title));
  if (spec && cells[c.value]) {
    const reading = read(spec, cells[c.value] ?? '');
    const kind = spec.kind === 'rules' || spec.kind === 'indicators' ? spec.kind : undefined;
    if ('problem' in reading) refuse(c.value, words.problem(reading.problem, kind));
  }
  return refusals;
}

/** What a version becomes with all its rows, and whether it may. */
function checkVersions(rows: readonly Row[], rules: Rules): Refusal[] {
  const byVersion = Map.groupBy(rows, ({ cells }) => cells[c.version] ?? '');
  const made = new Map(versionsIn(rows, rules).map((one) => [one.version, one]));
  return [...byVersion].flatMap(([version, of]) => {
    const [first] = of;
    const one = made.get(version);
    if (!first || !one) return [];
    const elsewhere = of.filter(({ cells }) => monthIn(cells[c.month]) !== one.fromMonth);
    const known = rules.versions.find((stored) => stored.version === version);
    const upside = PAIRS.filter((key) => one.parameters[key].note > one.parameters[key].warning);
    return [
      ...elsewhere.map((row) => refusal(row, c.month, words.twoMonths(first.number))),
      ...(known && !same(known, one) ? [refusal(first, c.version, words.frozen(version))] : []),
      ...(upside.length > 0 ? [refusal(first, c.value, words.notePastWarning)] : []),
    ];
  });
}

/** Every version that the rows tell of, each built upon the one in force before it. */
function versionsIn(rows: readonly Row[], rules: Rules): RuleVersion[] {
  const byVersion = [...Map.groupBy(rows, ({ cells }) => cells[c.version] ?? '')].map(([version, of]) => ({
    version,
    of,
    fromMonth: monthIn(of[0]?.cells[c.month]),
    note: of.find(({ cells }) => cells[c.note])?.cells[c.note] ?? '',
  }));
  let known = rules.versions;
  const made: RuleVersion[] = [];
  for (const { version, of, fromMonth, note } of byVersion.toSorted((a, b) =>
    a.fromMonth < b.fromMonth ? -1 : 1,
  )) {
    const base = rules.named(version) ?? rulesOf(known).inForce(fromMonth);
    const parameters = of.reduce<Parameters>(
      (p, { cells }) => {
        const spec = specOf(cells[c.parameter] ?? '');
        const reading = spec && read(spec, cells[c.value] ?? '');
        return spec && reading && 'value' in reading ? spec.set(p, reading.value) : p;
      },
      { ...base, version },
    );
    const one = { version, fromMonth, note, parameters };
    made.push(one);
    known = [...known, one].toSorted((a, b) =>
      a.fromMonth < b.fromMonth ? -1 : a.fromMonth > b.fromMonth ? 1 : 0,
    );
  }
  return made;
}

function same(stored: RuleVersion, brought: RuleVersion): boolean {
  const texts = ({ parameters }: RuleVersion) => PARAMETERS.map((spec) => textOf(spec, parameters)).join('|');
  return stored.fromMonth === brought.fromMonth && texts(stored) === texts(brought);
}

function textOf(spec: ParameterSpec, parameters: Parameters): string | number {
  const value = spec.get(parameters);
  if (typeof value === 'number') {
    if (spec.kind === 'count') return value;
    const hundredths = Number((value * 100).toPrecision(12));
    return spec.kind === 'points' ? hundredths : `${hundredths}%`;
  }
  const names = [...(namesOf[spec.kind] ?? EMPTY)];
  const written = value.map((name) => names.find(([, stable]) => stable === name)?.[0] ?? name);
  return written.length === 0 ? words.none : written.join('；');
}
