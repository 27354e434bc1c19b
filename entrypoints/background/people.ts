/** What the person keeps of people, and the rules that go over what arrives. */
import type { Handlers } from '../../messages/contract.ts';
import { countUnseen, markSeen } from '../../storage/notices.ts';
import { joinPerson, keepApart, restorePeople, savePerson, splitPerson } from '../../storage/people.ts';
import { moveRule, removeRule, saveRules } from '../../storage/rules.ts';
import { showUnseen } from './badge.ts';

/** `authored` is what is done with what the person wrote. */
export function createPeopleHandlers(authored: (work: Promise<unknown>) => Promise<Record<never, never>>) {
  return {
    'person/save': ({ id, change }) => authored(savePerson(id, change, Date.now())),
    'person/join': async ({ a, b }) => {
      const joined = await joinPerson(a, b, Date.now());
      await authored(Promise.resolve());
      return { joined };
    },
    'person/split': ({ id }) => authored(splitPerson(id, Date.now())),
    'person/apart': ({ a, b }) => authored(keepApart(a, b, Date.now())),
    'person/restore': ({ people }) => authored(restorePeople(people)),
    'rule/save': ({ rules }) => authored(saveRules(rules)),
    'rule/remove': ({ id }) => authored(removeRule(id)),
    'rule/move': ({ id, to }) => authored(moveRule(id, to)),
    'notice/seen': async ({ until, kinds }) => {
      const now = Date.now();
      if ((await markSeen(Math.min(until, now), kinds)) > 0) await showUnseen(await countUnseen(now));
      return {};
    },
  } satisfies Partial<Handlers>;
}
