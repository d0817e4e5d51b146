import { Activity } from './activity.ts';
import { CardTokens } from './card-tokens.ts';
import { Chats } from './chats.ts';
import { Directory } from './directory.ts';
import { FaultDials } from './faults.ts';
import { Ids } from './ids.ts';
import { Journal } from './journal.ts';
import { Limits } from './limits.ts';
import { Messages } from './messages.ts';
import { Resources } from './resources.ts';
import type { PlatformSettings } from './types.ts';

/** What all parts of the platform share. */
export interface Core {
  settings: PlatformSettings;
  faults: FaultDials;
  ids: Ids;
  directory: Directory;
  chats: Chats;
  messages: Messages;
  resources: Resources;
  cardTokens: CardTokens;
  /** `uuid` → the one message that it made within the hour. */
  sentByUuid: Map<string, { messageId: string; at: number }>;
  limits: Limits;
  journal: Journal;
  activity: Activity;
  now(): number;
}

export function createCore(settings: PlatformSettings): Core {
  const now = () => settings.clock.now();
  const ids = new Ids(() => settings.dice());
  return {
    settings,
    faults: new FaultDials(),
    ids,
    directory: new Directory(),
    chats: new Chats(settings.appId),
    messages: new Messages(),
    resources: new Resources(),
    cardTokens: new CardTokens(ids, now),
    sentByUuid: new Map(),
    limits: new Limits(now),
    journal: new Journal(),
    activity: new Activity(),
    now,
  };
}
