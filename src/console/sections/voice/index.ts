import { listOpen } from '../../../voice/verbs/list-open.ts';
import type { Section } from '../../section.ts';
import { voiceAccess } from './access.ts';
import { voiceItem } from './item.tsx';
import { voiceExport, voicePage } from './list.tsx';
import { voiceReply } from './reply.ts';
import { voiceWords as words } from './words.ts';

export const voice: Section<typeof voiceAccess> = {
  pages: { voice: voicePage, voiceExport, voiceItem },
  forms: { voiceReply },
  async waits(ctx) {
    const { result } = await listOpen(ctx);
    return { text: words.waits(result.length), path: voiceAccess.voice.path };
  },
};
