import type { Template } from '#domain/plan/template.ts';
import type { House } from '#src/wiring.ts';
import { isOpenCase } from '#store/assignment/open-case.ts';
import { isLeft, leftOf } from '#store/conditions/left.ts';
import { isCounted } from '#store/counting.ts';
import { countNames } from '#texts/counts.ts';
import { createViews } from '#views/create-views.ts';

/** The store's own rules, so that what is frozen, closed or shared out and what is shown are one. */
const storeRules = { isCounted, isOpenCase, conditions: { leftOf, isLeft } };

type AskedHouse = Pick<
  House,
  | ('db' | 'sealing' | 'channels' | 'runs' | 'register' | 'intakes' | 'campaigns' | 'crossChecks')
  | ('templates' | 'messageFacts' | 'messageWriter')
>;

/** The questions on a house's own tables; `templates` is what a year can be started from. */
export const viewsOf = (house: AskedHouse, templates: readonly Template[]) =>
  createViews(house.db, {
    now: Date.now,
    openText: house.sealing.open,
    runs: house.runs,
    register: house.register,
    indexOf: house.sealing.blindIndex,
    intakes: house.intakes,
    campaigns: house.campaigns,
    channels: house.channels,
    ...{ messages: house.templates, messageFacts: house.messageFacts, messageWriter: house.messageWriter },
    crossChecks: house.crossChecks,
    ...storeRules,
    countNames,
    templates,
  });
