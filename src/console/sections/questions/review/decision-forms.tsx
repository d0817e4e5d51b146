import { SIGN_LENGTH } from '../../../../policy/desk/check-text.ts';
import type { Review } from '../../../../policy/desk/repo.ts';
import type { Collision } from '../../../../policy/retrieval/rules/collide.ts';
import { collisionWords } from '../../../../policy/words-collisions.ts';
import { Form, Hidden, TextField } from '../../../components/form.tsx';
import { questionPath } from '../list.tsx';
import type { Standing } from './page.tsx';
import { reviewWords as words } from './words.ts';

/** Yes or back; the yes carries the effect that was shown. */
export function DecisionForms(props: {
  review: Review;
  token: string;
  collisions: readonly Collision[];
  standing: Standing;
}) {
  const { review, token, collisions, standing } = props;
  if (standing !== 'decides') return <p>{standing === 'own' ? words.own : words.onlyApprovers}</p>;
  const path = questionPath(review.number);
  const revision = <Hidden name="revision" value={String(review.revision)} />;
  return (
    <div class="two-sides">
      <Form action={`${path}/approve`} class="panel form" label={words.approve}>
        {revision}
        <Hidden name="seenEffect" value={token} />
        {collisions.length > 0 ? (
          <>
            <h3>{words.collisions}</h3>
            <ul class="plain-list hints">
              {collisions.map((collision) => (
                <li>{collisionWords.reason(collision)}</li>
              ))}
            </ul>
            <TextField
              label={words.despite}
              hint={words.despiteHint}
              name="despite"
              max={200}
              required
              wide
            />
          </>
        ) : null}
        <TextField label={words.leaderSign} name="leaderSign" max={SIGN_LENGTH} wide />
        <div class="form-buttons">
          <button type="submit">{words.approve}</button>
        </div>
      </Form>
      <Form
        action={`${path}/return`}
        class="panel form"
        keep={`return-${review.number}`}
        label={words.giveBack}
      >
        {revision}
        <TextField label={words.reason} hint={words.reasonHint} name="reason" max={200} required wide />
        <div class="form-buttons">
          <button type="submit" class="second">
            {words.giveBack}
          </button>
        </div>
      </Form>
    </div>
  );
}
