/** What the background does at each message. The gate (messages/receive.ts) has already looked at who sent it and what it holds. */
import type { Answered, Handlers } from '../../messages/contract.ts';
import { sendToTab } from '../../messages/send.ts';
import { readAdvice } from '../../storage/advice.ts';
import { saveAnswer } from '../../storage/answers.ts';
import { noteGone } from '../../storage/gone.ts';
import { removeKeyword, saveKeywords } from '../../storage/keywords.ts';
import { listMacros } from '../../storage/macros.ts';
import { setStatus } from '../../storage/mentions.ts';
import { addKeptAway, removeMute, saveMutes } from '../../storage/mutes.ts';
import { listAwaited, noteSeen } from '../../storage/own-replies.ts';
import { getKnownPerson, saveNote } from '../../storage/people.ts';
import { listReplies, removeReply, saveReplies } from '../../storage/replies.ts';
import {
  getSettings,
  saveCommunityNote,
  saveHandle,
  saveHushed,
  saveLearntHandle,
  savePlaces,
  saveSettings,
} from '../../storage/settings.ts';
import { dismissSiteCheck, getSiteCheck } from '../../storage/site-checks.ts';
import { createAnswerHandlers } from './answering.ts';
import { showCount } from './badge.ts';
import { createCardHandlers } from './card.ts';
import { noteBox } from './collision.ts';
import { createDataHandlers } from './data.ts';
import { errandFor, loadErrand, toTask } from './errand.ts';
import { createGoalHandlers } from './goals.ts';
import { createMacroHandlers } from './macros.ts';
import { receiveBatch } from './outbox.ts';
import { createPace } from './pace.ts';
import { createPeopleHandlers } from './people.ts';
import { findByShortcut, putReply } from './put-reply.ts';
import { registerWatching, watchOpenTabs } from './registration.ts';
import { arrive, moveRound, noteRead, startRound, viewOfTab } from './rounds.ts';
import { checkSite } from './site-check.ts';
import { setSnoozeAlarm } from './snooze.ts';
import { createUnderstandingHandlers } from './turning.ts';

export interface Effects {
  /** Resolves once the database is there and whole. */
  ready: () => Promise<void>;
  /** Keywords or places have changed: pages must hear of it before the message is answered. */
  onWatchChanged: () => Promise<void>;
  onAuthored: () => void;
  onHeard: (added: number) => void;
  onTrouble: (error: unknown) => void;
}

const nothing = {};
/** Faster than this no one types them; a page taken over by someone else's code could go through all words there are. */
const mayExpand = createPace(1_000, Date.now);

function createPageHandlers({ onHeard, onAuthored, onWatchChanged }: Effects) {
  return {
    'capture/save': (batch, sender) => receiveBatch(batch, sender, onHeard),
    'page/hello': async (page, { tabId }): Promise<Answered<'page/hello'>> => {
      const now = Date.now();
      const [errand, round, check, awaited] = await Promise.all([
        errandFor(tabId, page, now),
        arrive(tabId),
        getSiteCheck(page.site),
        listAwaited(page.site, now),
      ]);
      return {
        ...(errand ? { answering: toTask(errand, now) } : {}),
        ...(awaited.length > 0 ? { awaited } : {}),
        ...(round ? { round } : {}),
        ...(check ? { doubted: true } : {}),
      };
    },
    'page/errand': async (_, { tabId }) => {
      await loadErrand(tabId);
      return nothing;
    },
    'page/box': async ({ mentionId, inserted = false }, { tabId, incognito }) => {
      if (!incognito) await noteBox(tabId, mentionId, inserted, Date.now());
      return nothing;
    },
    'post/seen': async ({ posts }, { incognito }) => {
      if (incognito || (await noteSeen(posts, Date.now())) === 0) return nothing;
      onAuthored();
      onHeard(0);
      return nothing;
    },
    'post/gone': async ({ site, posts }, { incognito }) => {
      if (!incognito && (await noteGone(site, posts, Date.now())) > 0) onHeard(0);
      return nothing;
    },
    'handle/learn': async ({ place, handle }, { incognito }) => {
      if (incognito || !(await saveLearntHandle(place, handle))) return nothing;
      onAuthored();
      await onWatchChanged();
      return nothing;
    },
    'mute/kept': async ({ posts }, { incognito }) => {
      if (!incognito) await addKeptAway(posts);
      return nothing;
    },
    'badge/count': async ({ count }, { tabId }) => {
      await showCount(tabId, count);
      return nothing;
    },
  } satisfies Partial<Handlers>;
}

function createRoundHandlers() {
  return {
    'round/start': async ({ choice }) => ({ stops: await startRound(choice, Date.now()) }),
    'round/move': async ({ to }, { tabId, frameId }) => {
      // A strip moves the round of its own tab only; a page of ours, in a tab or not, moves any.
      await moveRound(to, Date.now(), frameId === 0 ? undefined : tabId);
      return nothing;
    },
    'round/state': async (_, { tabId }) => {
      const round = await viewOfTab(tabId);
      return round ? { round } : {};
    },
    'round/read': async (read, { tabId }) => {
      await noteRead(tabId, read);
      return nothing;
    },
    'site/check': async (check, { incognito }) => {
      if (!incognito) await checkSite(check, Date.now());
      return nothing;
    },
    'site/dismissCheck': async ({ site }) => {
      await dismissSiteCheck(site);
      return nothing;
    },
  } satisfies Partial<Handlers>;
}

function createOwnHandlers({ onWatchChanged, onAuthored, onHeard }: Effects) {
  const authored = async (work: Promise<unknown>): Promise<Record<never, never>> => {
    await work;
    onAuthored();
    return nothing;
  };
  const watched = async (work: Promise<unknown>): Promise<Record<never, never>> => {
    await authored(work);
    await onWatchChanged();
    return nothing;
  };
  return {
    'reply/list': async ({ personId }): Promise<Answered<'reply/list'>> => {
      const [replies, macros, { me, campaign }, person] = await Promise.all([
        listReplies(),
        listMacros(),
        getSettings(),
        personId ? getKnownPerson(personId) : undefined,
      ]);
      return { replies, macros, me: { name: me.name }, ...(campaign ? { campaign } : {}), ...(person ? { person } : {}) };
    },
    'picker/ask': async ({ name, body, frame }, { tabId }) => {
      if (tabId === undefined) throw new Error('The picker is in no tab.');
      return sendToTab(tabId, name, body, frame);
    },
    'reply/advice': ({ context }) => readAdvice(context),
    'shortcut/typed': async ({ word }, { tabId, incognito }) => {
      const reply = word && mayExpand(tabId) ? await findByShortcut(word) : undefined;
      if (reply && tabId !== undefined && (await putReply(reply, { tabId, incognito, word }))) onAuthored();
      return nothing;
    },
    'reply/hush': ({ key, hushed }) => authored(saveHushed(key, hushed)),
    'community/saveNote': ({ id, text, noPromotion }) => authored(saveCommunityNote(id, { text, noPromotion })),
    'answer/save': ({ answer }) => authored(saveAnswer(answer)),
    'keyword/save': ({ keywords }) => watched(saveKeywords(keywords)).finally(() => onHeard(0)),
    'keyword/remove': ({ id }) => watched(removeKeyword(id)).finally(() => onHeard(0)),
    'mute/save': ({ mutes }) => watched(saveMutes(mutes)),
    'mute/remove': ({ id }) => watched(removeMute(id)),
    'reply/save': ({ replies }) => authored(saveReplies(replies)),
    'reply/remove': ({ id }) => authored(removeReply(id)),
    'mention/setStatus': async ({ ids, status }) => {
      await setStatus(ids, status);
      onHeard(0);
      await setSnoozeAlarm();
      return nothing;
    },
    ...createCardHandlers(watched),
    ...createMacroHandlers(authored, onHeard),
    ...createUnderstandingHandlers(authored, onHeard),
    ...createGoalHandlers(authored),
    ...createPeopleHandlers(authored),
    'person/saveNote': ({ id, name, note }) => authored(saveNote(id, name, note)),
    ...createAnswerHandlers(authored),
    'handle/save': ({ place, handle, change }) => watched(saveHandle(place, handle, change)),
    'settings/save': async ({ patch }) => {
      await watched(saveSettings(patch));
      // Other words tell other things of what is kept: that is seen to beside everything else.
      if ('intentChanges' in patch) onHeard(0);
      return nothing;
    },
    'place/save': async ({ places, origins }) => {
      await watched(savePlaces(places));
      await registerWatching();
      await watchOpenTabs(origins);
      return nothing;
    },
  } satisfies Partial<Handlers>;
}

/** Every handler waits until the database is ready, and a failure to write is told to the person as well as to the sender. */
function guard(handlers: Handlers, { ready, onTrouble }: Effects): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    async (request: never, sender: never) => {
      await ready();
      try {
        return await (handler as (request: never, sender: never) => Promise<unknown>)(request, sender);
      } catch (error) {
        onTrouble(error);
        throw error;
      }
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}

export const createHandlers = (effects: Effects): Handlers =>
  guard(
    { ...createPageHandlers(effects), ...createRoundHandlers(), ...createOwnHandlers(effects), ...createDataHandlers(effects) },
    effects,
  );
