import { grant, person as personTable, unit } from '../../db/schema/index.ts';
import type { Outcome } from '../../src/chat/outcome.ts';
import { perform } from '../../src/delivery/perform.ts';
import type { Actor, Role, Tier } from '../../src/kernel/actor.ts';
import { contentOf } from '../../src/policy/content.ts';
import { previewEffect } from '../../src/policy/desk/effect/preview-effect.ts';
import { findOnDesk } from '../../src/policy/desk/repo.ts';
import type { EntryText } from '../../src/policy/desk/rules/entry-text.ts';
import { approveRevision } from '../../src/policy/desk/verbs/approve-revision.ts';
import { saveRevision } from '../../src/policy/desk/verbs/save-revision.ts';
import { submitForReview } from '../../src/policy/desk/verbs/submit-for-review.ts';
import type { Ctx } from '../../src/store/context.ts';
import type { Store } from '../../src/store/db.ts';
import { person, type TestRuntime, testCtx } from '../support/ctx.ts';
import { policyWorld } from './world.ts';

type Post = [unit: string, name: string, tier: Tier, county: string];

const UNITS: Post[] = [
  ['S1', '市委组织部', 'city-department', ''],
  ['S3', '市委办公室', 'office', ''],
  ['C1', '青禾县委组织部', 'county-department', '青禾县'],
  ['C2', '青禾县委办公室', 'office', '青禾县'],
  ['D1', '柳川县委组织部', 'county-department', '柳川县'],
  ['T1', '青禾镇', 'township', '青禾县'],
];

const STAFF: [openId: string, name: string, role: Role, unit: string][] = [
  ['ou_gu', '顾言', 'editor', 'S1'],
  ['ou_he', '何安', 'editor', 'S1'],
  ['ou_shen', '沈核', 'approver', 'S1'],
  ['ou_both', '两兼', 'editor', 'S1'],
  ['ou_both', '两兼', 'approver', 'S1'],
  ['ou_tong', '童筹', 'coordinator', 'S3'],
  ['ou_xian', '县编', 'editor', 'C1'],
  ['ou_xsh', '县核', 'approver', 'C1'],
];

export interface DeskHouse {
  runtime: TestRuntime;
  as(openId: string): Ctx;
  act<T>(openId: string, verb: (ctx: Ctx) => Promise<Outcome<T>>): Promise<T>;
  /** The newest text of an entry, changed. */
  changed(number: string, change: Partial<EntryText>): Promise<EntryText>;
  /** Saves a change on top of the newest revision and submits it. */
  submit(openId: string, number: string, change: Partial<EntryText>): Promise<number>;
  /** Looks at the effect and approves. */
  approve(openId: string, number: string, revision: number): Promise<{ changed: boolean }>;
}

/** Editors and reviewers of a city and one of its counties, over the sample questions. */
export async function deskHouse(store?: Store): Promise<DeskHouse> {
  const runtime = await policyWorld(store);
  const { db } = runtime.store;
  await runtime.store.atomically([
    ...UNITS.map(([code, name, tier, county]) => db.insert(unit).values({ code, name, tier, county })),
    ...STAFF.flatMap(([openId, name, role, code]) => [
      db.insert(personTable).values({ openId, name }).onConflictDoNothing(),
      db.insert(grant).values({ openId, unit: code, role }),
    ]),
  ]);
  const actorOf = (openId: string): Actor => {
    const posts = STAFF.filter(([id]) => id === openId).map(([, , role, code]) => {
      const [, , tier, county] = UNITS.find(([own]) => own === code) as Post;
      return { role, unit: code, tier, county };
    });
    return person(openId, STAFF.find(([id]) => id === openId)?.[1] ?? '', ...posts);
  };
  const as = (openId: string) => testCtx(runtime, actorOf(openId));
  const act: DeskHouse['act'] = (openId, verb) => perform(runtime.store, () => as(openId), verb);

  return {
    runtime,
    as,
    act,
    changed: async (number, change) => ({ ...contentOf((await findOnDesk(db, number)).newest), ...change }),
    async submit(openId, number, change) {
      const { newest } = await findOnDesk(db, number);
      const content = { ...contentOf(newest), ...change };
      const { revision } = await act(openId, (ctx) =>
        saveRevision(ctx, { number, baseRevision: newest.revision, content }),
      );
      await act(openId, (ctx) => submitForReview(ctx, { number, revision, remark: '' }));
      return revision;
    },
    async approve(openId, number, revision) {
      const { token } = await previewEffect(as(openId), { number, revision });
      return act(openId, (ctx) => approveRevision(ctx, { number, revision, seenEffect: token }));
    },
  };
}
