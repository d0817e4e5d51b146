/** Dials for tests; all off by default. */
export interface Faults {
  /** Applies to the next matching API calls, in order of addition. */
  inject(fault: ApiFault): void;
  clear(): void;
  /** Deliver every event twice, and again with a new event id for messages. */
  duplicateEvents: boolean;
  /** Random extra fields, missing user_id, other JSON spacing. */
  roughPayloads: boolean;
  /** Sends per second per user and per chat (5), per API (50), per API and minute (1000); Infinity switches off. */
  limits: { perTarget: number; perSecond: number; perMinute: number };
  tokenErrorStatus: 400 | 200;
  /** HTTP status of 99991400: some old APIs answer 400. */
  rateLimitStatus: 429 | 400;
  /** Sources disagree on the code of a wrong app secret. */
  wrongSecretCode: 10014 | 10015;
  /** Answer to a repeated `uuid` within the hour: the first message, or error 230049. */
  uuidRepeat: 'first' | 'error';
  /** Events are kept back until `release()`. */
  hold: boolean;
  /** Event types whose next event waits until the one before was answered with 200. */
  orderedTypes: string[];
  /** The app may see employee ids; otherwise `user_id` is null in events and absent in the contact API. */
  employeeIds: boolean;
  /** The app may read names, titles and state; otherwise the contact API gives ids only, with code 0. */
  contactFields: boolean;
  /** The app receives group messages that do not mention it. */
  allGroupMessages: boolean;
  /** What the client sends for an empty optional field; `natural` is "" for texts and [] for lists. */
  emptyFields: 'natural' | 'missing' | 'blank' | 'list';
  /** Over a long connection every payload comes in three pieces. */
  splitFrames: boolean;
  /** Refuse raw cards in callback answers with 200673, as some report from the field. */
  refuseRawCards: boolean;
  /** Pages of the member list hold fewer rows than asked for although more follow. */
  shortPages: boolean;
  /** Tables in one card: documented are 5, seen were 3. */
  maxTables: number;
  /** The bot ability is switched off or not published: every send gives 230006. */
  botOff: boolean;
  /** Milliseconds after which the bot may not recall a message (a setting of the tenant). */
  recallWindow: number;
}

export interface ApiFault {
  /** Path prefix, e.g. `/open-apis/im/v1/messages`. */
  path: string;
  times: number;
  kind:
    | 'rate-limit'
    | 'status-502'
    | 'html-502'
    | 'reset'
    | 'hang'
    | 'code'
    | 'empty'
    | 'trickle'
    | 'reset-after-store'
    | '502-after-store'
    | 'hang-after-store'
    | 'code-after-store';
  code?: number;
  waitSeconds?: number;
  /** HTTP status of `code`, `rate-limit` and `status-502` when it shall be another than usual. */
  status?: number;
  /** Lets this many matching calls pass first: an error in the middle of paging. */
  skip?: number;
}
