import type { Core } from '../core.ts';
import { type Envelope, renamed } from './envelope.ts';
import { roughen } from './rough.ts';
import { deadline, parsed, type WireAnswer } from './wire.ts';

const SECOND = 1_000;
/** After a failure: 15 s, 5 min, 1 h, 6 h, then never again. */
const LADDER = [15 * SECOND, 300 * SECOND, 3_600 * SECOND, 21_600 * SECOND];

export interface Parcel {
  envelope: Envelope;
  attempts: number;
  /** Undefined while an attempt is under way or the parcel waits for its turn. */
  dueAt: number | undefined;
}

export type Transport = (plain: string, budget: number) => Promise<WireAnswer>;

/** Brings events to the bot, at least once, for at most five attempts each. */
export class EventDelivery {
  #owed = new Set<Parcel>();
  #held: Parcel[] = [];
  /** Of ordered types: what waits behind the first that was not yet answered with 200. */
  #lanes = new Map<string, Parcel[]>();

  constructor(
    private readonly core: Core,
    private readonly transport: Transport,
  ) {}

  /** Resolves after the first attempt (and its duplicates), however it went. */
  async publish(envelope: Envelope): Promise<void> {
    const body = this.core.faults.roughPayloads ? roughen(this.core, envelope.body) : envelope.body;
    const parcel: Parcel = {
      envelope: { ...envelope, body: body as Record<string, unknown> },
      attempts: 0,
      dueAt: undefined,
    };
    if (this.core.faults.hold) this.#held.push(parcel);
    else await this.#start(parcel);
  }

  /** Everything that was held back, in random order. */
  async release(): Promise<void> {
    const held = this.#held.map((parcel) => ({ parcel, rank: this.core.settings.dice() }));
    this.#held = [];
    for (const { parcel } of held.sort((a, b) => a.rank - b.rank)) await this.#start(parcel);
  }

  /** Once more, outside the ladder. */
  async again(envelope: Envelope): Promise<void> {
    await this.#send(envelope);
  }

  async runDue(): Promise<number | undefined> {
    const now = this.core.now();
    const due = [...this.#owed].filter((parcel) => parcel.dueAt !== undefined && parcel.dueAt <= now);
    for (const parcel of due.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))) await this.#attempt(parcel);
    const moments = [...this.#owed].flatMap((parcel) => parcel.dueAt ?? []);
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  /** What the ladder still has to bring; an attempt under way counts as due now. */
  owed(): Parcel[] {
    return [...this.#owed, ...this.#held, ...[...this.#lanes.values()].flat()].map((parcel) => ({
      ...parcel,
      dueAt: parcel.dueAt ?? this.core.now(),
    }));
  }

  owe(parcels: readonly Parcel[]): void {
    for (const parcel of parcels) this.#owed.add({ ...parcel });
  }

  async #start(parcel: Parcel): Promise<void> {
    const type = parcel.envelope.eventType;
    if (!this.core.faults.orderedTypes.includes(type)) return this.#first(parcel);
    const lane = this.#lanes.get(type);
    if (lane) {
      lane.push(parcel);
      return;
    }
    this.#lanes.set(type, []);
    await this.#first(parcel);
  }

  async #first(parcel: Parcel): Promise<void> {
    if (!this.core.faults.duplicateEvents) return this.#attempt(parcel);
    // Twice at the same time or one after the other: receivers fail at these in different ways.
    if (this.core.settings.dice() < 0.5)
      await Promise.all([this.#attempt(parcel), this.again(parcel.envelope)]);
    else {
      await this.#attempt(parcel);
      await this.again(parcel.envelope);
    }
    if (parcel.envelope.eventType === 'im.message.receive_v1')
      await this.again(renamed(this.core, parcel.envelope));
  }

  async #attempt(parcel: Parcel): Promise<void> {
    parcel.attempts += 1;
    parcel.dueAt = undefined;
    this.#owed.add(parcel);
    const { status } = await this.#send(parcel.envelope);
    const wait = LADDER[parcel.attempts - 1];
    if (status !== 200 && wait !== undefined) {
      parcel.dueAt = this.core.now() + wait;
      return;
    }
    this.#owed.delete(parcel);
    await this.#next(parcel.envelope.eventType);
  }

  async #next(type: string): Promise<void> {
    const lane = this.#lanes.get(type);
    const next = lane?.shift();
    if (next) await this.#first(next);
    else this.#lanes.delete(type);
  }

  async #send({ eventType, body }: Envelope): Promise<WireAnswer> {
    return this.core.activity.during(async () => {
      const at = this.core.now();
      const answer = await this.transport(JSON.stringify(body), deadline(this.core, 'event'));
      this.core.journal.add({
        at,
        direction: 'to-bot',
        title: eventType,
        request: body,
        response: answer.failure ?? parsed(answer.body),
        status: answer.status,
        millis: answer.millis,
      });
      return answer;
    });
  }
}
