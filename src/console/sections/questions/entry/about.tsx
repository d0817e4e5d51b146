import { questionPath } from '../list.tsx';
import { questionListWords, questionWords as words } from '../words.ts';
import type { QuestionPage } from './read.ts';

/** Basis, validity, scope and owner. */
export function About({ found: { entry, unitNames, figures } }: { found: QuestionPage }) {
  const lines: [string, string][] = [
    [words.document, entry.document],
    [words.documentNumber, entry.documentNumber],
    [words.clause, entry.clause],
    [words.validity, questionListWords.validity(entry.validFrom, entry.validUntil)],
    [words.units, unitNames.join('、') || entry.units.join('、') || words.everybody],
    [words.office, entry.office],
    [words.phone, entry.phone],
    [words.topic, entry.topic],
    [words.facts, entry.factIds.join('、')],
    [words.figures, figures.map(({ code, entered }) => words.figure(code, entered)).join('、')],
  ];
  return (
    <dl>
      {lines
        .filter(([, value]) => value !== '')
        .map(([title, value]) => (
          <>
            <dt>{title}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
      {entry.replacedBy ? (
        <>
          <dt>{words.replacedBy}</dt>
          <dd>
            <a href={questionPath(entry.replacedBy)}>{entry.replacedBy}</a>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

export function Phrasings({ title, phrasings }: { title: string; phrasings: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      {phrasings.length > 0 ? (
        <ul class="plain-list">
          {phrasings.map((text) => (
            <li>
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{words.none}</p>
      )}
    </>
  );
}
