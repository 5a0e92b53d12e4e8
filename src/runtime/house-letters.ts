import { join } from 'node:path';
import { letterChannel, letterPreview } from '#adapters/channels/letter-channel.ts';
import { smsTexts } from '#adapters/channels/sms-texts.ts';
import { householdLines } from '#domain/campaign/household-lines.ts';
import { readPostcodeRegister } from '#intake/postcodes/read-register.ts';
import { startRegister } from '#intake/postcodes/start-register.ts';
import { manyHands } from '#letters/hands.ts';
import { letterPress } from '#letters/press.ts';
import { standardTemplates } from '#letters/standard-templates.ts';
import { messageWriter } from '#letters/writer.ts';
import type { LetterPress } from '#ports/letter-press.ts';
import { messageFacts } from '#store/letters/facts.ts';
import { letterKeys } from '#store/letters/keys.ts';
import { mailRoom } from '#store/letters/mail-room.ts';
import { letterPost } from '#store/letters/post.ts';
import { keepStandardTemplates, templates } from '#store/letters/templates.ts';
import type { Database } from '#store/open.ts';
import type { Sealing } from '#store/sealing.ts';
import { projectRoot } from './project-root.ts';

/** What letters are made of, made by and kept in, with the texts every county starts from. */
export async function lettersOf(db: Database, sealing: Sealing) {
  await keepStandardTemplates(db, standardTemplates);
  const keys = letterKeys(db, sealing);
  const facts = messageFacts(db, sealing, startRegister());
  const own = {
    ...{ facts, keys, press: press(), writer: messageWriter, now: Date.now },
    ...{ templates: templates(db), post: letterPost(db, sealing) },
  };
  return {
    channel: letterChannel(own),
    smsTexts: smsTexts(own),
    households: async () => householdLines(await facts.knowledge()),
    ports: {
      messageFacts: facts,
      messageWriter,
      templates: own.templates,
      letterKeys: keys,
      letterPost: own.post,
      letterPress: own.press,
      letterPreview: letterPreview(own),
      mailRoom: mailRoom(db),
      readPostcodes: readPostcodeRegister,
    },
  };
}

/** Two hands as the program is built; from the sources, where nothing is built, the press works in this thread. */
function press(): LetterPress {
  const hand = join(projectRoot(), 'dist/letter-hand.mjs');
  return import.meta.url.endsWith('.ts') ? letterPress() : manyHands(hand, 2);
}
