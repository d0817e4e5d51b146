import type { ApiFault, Faults } from './types.ts';

/** Sending limits of the platform: 50/s and 1000/min per API, 5/s per person and per group. */
const LIMITS = { perTarget: 5, perSecond: 50, perMinute: 1000 };
const DAY = 24 * 60 * 60_000;

export class FaultDials implements Faults {
  duplicateEvents = false;
  roughPayloads = false;
  limits = { ...LIMITS };
  tokenErrorStatus: Faults['tokenErrorStatus'] = 400;
  rateLimitStatus: Faults['rateLimitStatus'] = 429;
  wrongSecretCode: Faults['wrongSecretCode'] = 10015;
  uuidRepeat: Faults['uuidRepeat'] = 'first';
  hold = false;
  orderedTypes: string[] = [];
  employeeIds = false;
  contactFields = true;
  allGroupMessages = false;
  emptyFields: Faults['emptyFields'] = 'natural';
  splitFrames = false;
  refuseRawCards = false;
  shortPages = false;
  maxTables = 3;
  botOff = false;
  recallWindow = DAY;
  #queue: ApiFault[] = [];

  inject(fault: ApiFault): void {
    this.#queue.push({ ...fault });
  }

  /** Ends the injected faults; the other dials stay as they are. */
  clear(): void {
    this.#queue = [];
  }

  /** The fault that this call runs into, used up by it. */
  take(path: string): ApiFault | undefined {
    const fault = this.#queue.find((each) => path.startsWith(each.path));
    if (!fault) return undefined;
    if (fault.skip) {
      fault.skip -= 1;
      return undefined;
    }
    fault.times -= 1;
    if (fault.times <= 0) this.#queue.splice(this.#queue.indexOf(fault), 1);
    return fault;
  }
}
