import { dayOf } from '../../../kernel/day.ts';
import { REPLY_LENGTH } from '../../../voice/cards-desk.ts';
import { openVoice } from '../../../voice/verbs/open-voice.ts';
import { deskWords, kindNames, stateNames, statusWords, submitWords } from '../../../voice/words.ts';
import { addressOf } from '../../address.ts';
import { ChoiceField, Form, Hidden, TextArea } from '../../components/form.tsx';
import { Tag } from '../../components/list.tsx';
import type { Page } from '../../section.ts';
import { voiceAccess as access } from './access.ts';
import { voiceWords as words } from './words.ts';

export const voiceItem: Page = async ({ ctx, params }) => {
  const { number = '' } = params;
  const { voice, replies, from, about } = (await openVoice(ctx, { number })).result;
  const title = kindNames[voice.kind];
  const body = (
    <>
      <h1>
        {title} <Tag tone={voice.state === 'open' ? 'warn' : 'plain'}>{stateNames[voice.state]}</Tag>
      </h1>
      <p class="answer panel">
        <bdi>{voice.text}</bdi>
      </p>
      <h2>{words.about}</h2>
      <dl>
        <dt>{submitWords.number}</dt>
        <dd>{voice.number}</dd>
        <dt>{statusWords.day}</dt>
        <dd>{voice.day}</dd>
        <dt>{deskWords.from}</dt>
        <dd>
          <bdi>{from || deskWords.anonymous}</bdi>
        </dd>
        {about.length > 0 ? (
          <>
            <dt>{deskWords.about}</dt>
            <dd>
              <bdi>{about.join('、')}</bdi>
            </dd>
          </>
        ) : null}
      </dl>
      <h2>{words.replies}</h2>
      {replies.length === 0 ? <p class="soft">{words.noReply}</p> : null}
      {replies.map((reply) => (
        <article class="panel step">
          <p class="soft">
            <bdi>{words.replyLine(dayOf(reply.at), reply.office)}</bdi>
          </p>
          <p class="answer">
            <bdi>{reply.text}</bdi>
          </p>
        </article>
      ))}
      {voice.state === 'done' ? (
        <p class="soft">{words.finished}</p>
      ) : (
        <ReplyForm number={voice.number} revision={voice.revision} />
      )}
      <p>
        <a href={access.voice.path}>{words.back}</a>
      </p>
    </>
  );
  return { kind: 'page', title, nav: 'voice', body };
};

function ReplyForm({ number, revision }: { number: string; revision: number }) {
  return (
    <>
      <h2>{words.answer}</h2>
      <Form
        action={addressOf(access.voiceReply.path, { number })}
        keep={`voice-${number}`}
        label={words.answer}
      >
        <Hidden name="revision" value={String(revision)} />
        <TextArea
          label={deskWords.reply}
          hint={deskWords.replyHint}
          name="reply"
          rows={5}
          max={REPLY_LENGTH}
          required
        />
        <ChoiceField
          label={deskWords.next}
          hint={words.nextHint}
          name="next"
          value="done"
          required
          options={[
            ['done', deskWords.done],
            ['working', deskWords.working],
          ]}
        />
        <p class="hint">{deskWords.note}</p>
        <div class="form-buttons">
          <button type="submit">{deskWords.send}</button>
        </div>
      </Form>
    </>
  );
}
