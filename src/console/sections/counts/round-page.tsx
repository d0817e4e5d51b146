import { INDICATORS } from '../../../counts/rules/indicator.ts';
import { entryOf, type UnitMonth } from '../../../counts/unit-month.ts';
import { indicatorNames, momentText, monthText } from '../../../counts/words.ts';
import { Filters, SelectField } from '../../components/filters.tsx';
import { Form } from '../../components/form.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { Refusal } from '../../components/refusal.tsx';
import type { Page } from '../../section.ts';
import { countsAccess as access } from './access.ts';
import { addressOf, Rooms } from './level.tsx';
import { type RoundState, readRound, roundParams } from './read-rounds.ts';
import { State } from './rounds-page.tsx';
import { countsWords, roundWords as words } from './words.ts';

export const roundPage: Page = async ({ ctx, params, query }) => {
  const round = await readRound(ctx, params);
  const path = addressOf(access.round.path, roundParams(round));
  const only = query.get('state') === 'missing' ? 'missing' : '';
  const chosen = round.views.filter((view) => only === '' || round.absent.has(view.unit.code));
  const page = pageIn(query);
  const title = words.roundTitle(round.county, monthText(round.month));
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">
        <State line={round} /> {words.standing(round.due, round.missing, round.silent)}
        {round.deadline === undefined ? words.noDeadline : words.deadline(momentText(round.deadline))}
      </p>
      <Rooms here="counts" />
      <Actions round={round} now={ctx.now} />
      <Filters path={path} active={only !== ''}>
        <SelectField
          label={words.filter}
          name="state"
          value={only}
          options={[['missing', words.onlyMissing]]}
        />
      </Filters>
      <Listing
        path={path}
        exportPath={addressOf(access.roundExport.path, roundParams(round))}
        query={query}
        page={page}
        found={chosen.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS + 1)}
        columns={columnsOf(round)}
        caption={words.unitsCaption}
        empty={only === '' ? words.nobody : words.nobodyMissing}
      />
    </>
  );
  return { kind: 'page', title, nav: 'counts', body };
};

export const roundExport: Page = async ({ ctx, params, exported }) => {
  const round = await readRound(ctx, params, 'roundExport');
  const titles = [words.unit, words.state, ...INDICATORS.map((indicator) => indicatorNames[indicator])];
  return exported({
    route: 'roundExport',
    sheet: { name: words.sheet(round.month), columns: titles.map((title) => ({ title })) },
    rows: round.views.map((view) => ({
      [words.unit]: view.unit.name,
      [words.state]: stateText(round, view),
      ...Object.fromEntries(INDICATORS.map((one) => [indicatorNames[one], amountText(view, one)])),
    })),
  });
};

/** What may be done now, and what not any more. */
function Actions({ round, now }: { round: RoundState; now: number }) {
  const { deadline, open, silent, failed } = round;
  const before = open && deadline !== undefined && now <= deadline;
  return (
    <div class="actions">
      {before && silent > 0 ? (
        <Form action={addressOf(access.roundRemind.path, roundParams(round))} class="inline">
          <button type="submit">{words.remind}</button>
          <p class="hint">{words.remindHint}</p>
        </Form>
      ) : null}
      {!before && silent > 0 ? <p>{words.callThem}</p> : null}
      {before && silent > 0 ? null : <Refusal />}
      {failed > 0 ? (
        <Form action={addressOf(access.roundResend.path, roundParams(round))} class="inline">
          <button class="second" type="submit">
            {words.resend(failed)}
          </button>
        </Form>
      ) : null}
    </div>
  );
}

function columnsOf(round: RoundState): Column<UnitMonth>[] {
  return [
    { title: words.unit, main: true, cell: ({ unit }) => <bdi>{unit.name}</bdi> },
    {
      title: words.state,
      cell: (view) => <Tag tone={toneOf(round, view)}>{stateText(round, view)}</Tag>,
    },
    ...INDICATORS.map(
      (indicator): Column<UnitMonth> => ({
        title: indicatorNames[indicator],
        number: true,
        cell: (view) => amountText(view, indicator),
      }),
    ),
  ];
}

/** Only what has been entered for this very month. */
function amountText(view: UnitMonth, indicator: (typeof INDICATORS)[number]): string {
  const listed = view.listed.some((one) => one.indicator === indicator);
  if (!listed) return '';
  const known = view.figures.get(indicator);
  if (known) return String(known.amount);
  return view.filled.source === 'registered'
    ? String(entryOf(view, indicator)?.amount ?? '')
    : countsWords.none;
}

function stateText({ absent }: RoundState, { state, unit }: UnitMonth): string {
  if (state === 'confirmed') return words.confirmed;
  if (state === 'adopted') return words.adopted;
  const missing = absent.get(unit.code);
  if (missing === undefined) return words.has;
  return missing ? words.missing : words.registered;
}

function toneOf({ absent }: RoundState, { state, unit }: UnitMonth) {
  if (state === 'confirmed' || state === 'adopted') return 'good';
  return absent.get(unit.code) === true ? 'warn' : 'plain';
}
