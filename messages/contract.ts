/**
 * Every message that may reach the background: who may send it, what it carries, what comes back. Both ends are typed from this one table.
 * Pages import only the types; the schemas are for messages/receive.ts.
 */
import { z } from 'zod';
import type { WordAdvice } from '../core/guard.ts';
import {
  answer,
  audit,
  capture,
  draft,
  goal,
  gone,
  keyword,
  macro,
  mention,
  mentionStatus,
  mute,
  notice,
  person,
  place,
  play,
  recentPost,
  reply,
  replyContext,
  reportDraft,
  rule,
  scanned,
  seenPost,
  sentimentValue,
  settings,
  siteCheck,
  situation,
  turningPoint,
  view,
} from '../core/model.ts';
import type { Changed } from '../core/put-back.ts';
import type { RoundView } from '../core/round.ts';
import type { Suggested } from '../core/suggest-replies.ts';

/** `page`: our content script in a web page. `frame`: our own page, shown inside a web page. `extension`: our own page in a tab or popup. */
export type Sender = 'page' | 'frame' | 'extension';

interface Entry {
  from: readonly Sender[];
  request: z.ZodType;
  reply: z.ZodType;
}

const id = z.string().min(1).max(600);
const nothing = z.object({});

const { status, statusAt, moved, wokeAt, snoozedUntil, tags, note, assignee, starred } = mention.shape;
const fields = z
  .strictObject({
    status,
    statusAt: statusAt.nullable(),
    moved: moved.nullable(),
    wokeAt: wokeAt.nullable(),
    snoozedUntil: snoozedUntil.nullable(),
    tags: tags.nullable(),
    note: note.nullable(),
    assignee: assignee.nullable(),
    starred: starred.nullable(),
  })
  .partial();
/** core/put-back.ts says what it is. */
const changedMention = z.object({ id, was: fields, made: fields });

export const contract = {
  /**
   * Keep mentions and count exposure, in one strict transaction. `saved` are the mention ids that are safe on disk. `recent` are posts scanned
   * lately, with or without a hit; the background keeps of them what the person allows.
   */
  'capture/save': {
    from: ['page'],
    request: z.object({
      key: z.string().min(1).max(100),
      captures: z.array(capture).max(200),
      scanned: z.array(scanned).max(50),
      recent: z.array(recentPost).max(200).optional(),
    }),
    reply: z.object({ saved: z.array(z.string()) }),
  },
  /** A page has begun to listen. `answering` is the mention this tab was opened to answer. */
  'page/hello': {
    from: ['page'],
    request: z.object({ place: z.string().max(300), site: z.string().max(40) }),
    reply: z.object({
      answering: z
        .object({
          mentionId: id,
          postId: id,
          pressed: z.boolean(),
          text: z.string().optional(),
          caret: z.number().optional(),
          offer: z.string().optional(),
        })
        .optional(),
      /** What was put in on this site a moment ago and has not been seen there yet. */
      awaited: z.array(z.string()).optional(),
      /** This tab is going a round, and was sent to this address; `landed`: this page is the first it came to by that. */
      round: z.object({ url: z.string(), landed: z.boolean() }).optional(),
      /** It is said of this site that it can no longer be read. */
      doubted: z.boolean().optional(),
    }),
  },
  /**
   * How it stands with the mention this tab answers. `begin`: the person asked for it in the page. `pressed`: the site's Reply control is
   * pressed, which may lead to another page; `again`: to one for signing in, so that it will have to be pressed once more. `elsewhere`: there
   * is no such control here, but there may be one at the post's own address. `done` ends it, with what became of the reply chosen before.
   */
  'page/answering': {
    from: ['page'],
    request: z.object({
      state: z.enum(['begin', 'pressed', 'again', 'elsewhere', 'done']),
      mentionId: id.optional(),
      inserted: z.boolean().optional(),
    }),
    reply: z.object({ opened: z.boolean().optional() }),
  },
  /** The page needs the script that answers a mention. Resolved once it is there. */
  'page/errand': { from: ['page'], request: z.object({ mentionId: id }), reply: nothing },
  /** A box for this mention is in use in the page; `inserted`: a reply has been put into it. */
  'page/box': { from: ['page'], request: z.object({ mentionId: id, inserted: z.boolean().optional() }), reply: nothing },
  /** Posts that may have to do with answers. */
  'post/seen': { from: ['page'], request: z.object({ posts: z.array(seenPost).min(1).max(50) }), reply: nothing },
  /** Posts that their page says are gone. */
  'post/gone': {
    from: ['page'],
    request: z.object({ site: z.string().min(1).max(40), posts: z.array(gone).min(1).max(50) }),
    reply: nothing,
  },
  /** Is the same mention answered in another tab, or was it a moment ago? */
  'mention/elsewhere': {
    from: ['frame'],
    request: z.object({ id }),
    reply: z.object({ open: z.boolean(), insertedAt: z.number().optional() }),
  },
  /** The page itself marks posts of this author as the person's own. */
  'handle/learn': {
    from: ['page'],
    request: z.object({ place: z.string().min(1).max(300), handle: z.string().min(1).max(300) }),
    reply: nothing,
  },
  'badge/count': { from: ['page'], request: z.object({ count: z.number().int().nonnegative().max(100_000) }), reply: nothing },

  /** The page a round has come to is loaded and read: so many posts. */
  'round/read': {
    from: ['page'],
    request: z.object({ url: z.string().max(4_000), posts: z.number().int().nonnegative().max(100_000) }),
    reply: nothing,
  },
  /** Opens the first page of a round; what may not be listened to is left out. */
  'round/start': {
    from: ['extension'],
    request: z.object({
      choice: z.object({
        sites: z.array(z.string().max(40)).max(500),
        keywordIds: z.array(id).max(10_000),
        notifications: z.boolean(),
        within: z.number().min(0).max(10_000),
      }),
    }),
    reply: z.object({ stops: z.number() }),
  },
  /** `next` has gone through the page, `skip` has not; `continue` opens the tab again; `stop` ends the round, `inbox` shows what it brought. */
  'round/move': {
    from: ['frame', 'extension'],
    request: z.object({ to: z.enum(['next', 'skip', 'stop', 'continue', 'inbox']) }),
    reply: nothing,
  },
  'round/state': {
    from: ['frame'],
    request: nothing,
    reply: z.object({ round: z.custom<RoundView>().optional() }),
  },
  /** What an address that always shows posts showed: some, or none that could be read. */
  'site/check': {
    from: ['page'],
    request: siteCheck.pick({ page: true, found: true }).extend({ site: siteCheck.shape.id, posts: z.number().int().nonnegative() }),
    reply: nothing,
  },
  'site/dismissCheck': { from: ['extension'], request: z.object({ site: siteCheck.shape.id }), reply: nothing },

  /** All replies, and what else they are filled in from; `personId` is who wrote the post. */
  'reply/list': {
    from: ['frame', 'extension'],
    request: z.object({ personId: id.optional() }),
    reply: z.object({
      replies: z.array(reply),
      macros: z.array(macro),
      me: z.object({ name: z.string() }),
      campaign: settings.shape.campaign,
      /** `fieldNames`: what is kept of anyone. A reply may ask for it, also of a person of whom it is not. */
      person: person.extend({ fieldNames: z.array(z.string()).optional() }).optional(),
    }),
  },
  /**
   * What the picker and the card ask of the script of the very tab they are shown in. The background passes it on, because in Firefox a frame inside a web
   * page has no `tabs` of its own (MDN, "Content scripts" lists what is left there). `frame` is what the script of a frame named it by, where
   * it is not the page's own.
   */
  'picker/ask': {
    from: ['frame'],
    request: z.intersection(
      z.object({ frame: z.string().max(40).optional() }),
      z.discriminatedUnion('name', [
        z.object({ name: z.literal('tab/context'), body: nothing }),
        z.object({
          name: z.literal('tab/insert'),
          body: z.object({ text: z.string().min(1).max(20_000), caret: z.number().int().min(0).max(20_000).optional() }),
        }),
        z.object({
          name: z.literal('tab/picker'),
          body: z.object({ open: z.boolean(), height: z.number().min(0).max(10_000).optional(), fit: z.boolean().optional() }),
        }),
        z.object({ name: z.literal('tab/card'), body: nothing }),
        z.object({ name: z.literal('tab/fitCard'), body: z.object({ id, height: z.number().min(0).max(10_000), busy: z.boolean() }) }),
        z.object({ name: z.literal('tab/closeCard'), body: nothing }),
        z.object({ name: z.literal('tab/prepare'), body: z.object({ mentionId: id }) }),
        z.object({ name: z.literal('tab/step'), body: z.object({ by: z.union([z.literal(1), z.literal(-1)]) }) }),
      ]),
    ),
    reply: z.unknown(),
  },
  /** What bears on an answer to this post: what was answered before, what fits, what the person noted. Asked before a reply is put in. */
  'reply/advice': {
    from: ['frame', 'extension'],
    request: z.object({ context: replyContext }),
    reply: z.object({
      situation,
      /** The few newest of each, newest first. */
      past: z.object({ onSite: z.array(answer), toPerson: z.array(answer), toPost: z.array(answer) }),
      suggested: z.array(z.custom<Suggested>()),
      note: z.object({ text: z.string(), noPromotion: z.boolean().optional() }).optional(),
      hushed: z.array(z.string()),
      brand: z.string(),
    }),
  },
  /**
   * `;word ` was typed in a reply box. The page's script knows no shortcut: where there is one, the background has the reply put in
   * (`tab/expand`). Without a word it is only told that one begins.
   */
  'shortcut/typed': { from: ['page'], request: z.object({ word: z.string().max(40) }), reply: nothing },
  /** A warning is not wanted any more, or wanted again. */
  'reply/hush': {
    from: ['frame', 'extension'],
    request: z.object({ key: z.string().min(1).max(400), hushed: z.boolean() }),
    reply: nothing,
  },
  /** What to mind in a community; an empty text takes the note away. */
  'community/saveNote': {
    from: ['frame', 'extension'],
    request: z.object({ id: z.string().min(1).max(400), text: z.string().max(1_000), noPromotion: z.boolean() }),
    reply: nothing,
  },
  'answer/save': { from: ['frame', 'extension'], request: z.object({ answer }), reply: nothing },

  'keyword/save': { from: ['extension'], request: z.object({ keywords: z.array(keyword).min(1).max(10_000) }), reply: nothing },
  'keyword/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** Posts that mutes kept away, as 32-bit hashes of their ids. */
  'mute/kept': {
    from: ['page'],
    request: z.object({
      posts: z.array(z.object({ muteId: id, posts: z.array(z.number().int().min(0).max(0xffffffff)).max(500) })).max(100),
    }),
    reply: nothing,
  },
  'mute/save': { from: ['frame', 'extension'], request: z.object({ mutes: z.array(mute).min(1).max(1_000) }), reply: nothing },
  'mute/remove': { from: ['frame', 'extension'], request: z.object({ id }), reply: nothing },
  'reply/save': { from: ['extension'], request: z.object({ replies: z.array(reply).min(1).max(10_000) }), reply: nothing },
  'reply/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** Replies and macros from a file, or such an import taken back: all or nothing. */
  'reply/import': {
    from: ['extension'],
    request: z.object({
      replies: z.array(reply).max(10_000),
      macros: z.array(macro).max(10_000),
      removeReplies: z.array(id).max(10_000),
      removeMacros: z.array(id).max(10_000),
    }),
    reply: nothing,
  },
  'macro/save': { from: ['extension'], request: z.object({ macros: z.array(macro).min(1).max(1_000) }), reply: nothing },
  'macro/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** What a macro does to the mention; its reply is put in by the one who asks. `done` is false where either is gone. */
  'macro/run': { from: ['frame', 'extension'], request: z.object({ id, mentionId: id }), reply: z.object({ done: z.boolean() }) },
  /** Changes the named fields only; `null` takes one away. */
  'mention/change': {
    from: ['extension'],
    request: z.object({
      ids: z.array(id).min(1).max(100_000),
      change: z.object({
        status: mentionStatus.optional(),
        tags: mention.shape.tags,
        addTags: mention.shape.tags,
        removeTags: mention.shape.tags,
        starred: z.boolean().optional(),
        note: z.string().max(5_000).nullable().optional(),
        assignee: z.string().max(300).nullable().optional(),
        snoozedUntil: z.number().int().nonnegative().max(8.64e15).nullable().optional(),
      }),
    }),
    reply: z.object({ changed: z.array(z.custom<Changed>()) }),
  },
  /** Takes such changes back; `back` is how many mentions could be. What was changed again since stays as it is. */
  'mention/putBack': {
    from: ['extension'],
    request: z.object({ changes: z.array(changedMention).min(1).max(5_000) }),
    reply: z.object({ back: z.number() }),
  },
  /** A named way to look at the inbox. */
  'view/save': { from: ['extension'], request: z.object({ views: z.array(view).min(1).max(500) }), reply: nothing },
  'view/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** What is known about a mention and who wrote it. `mention` is absent while it is still on its way to the database. */
  'mention/card': {
    from: ['frame'],
    request: z.object({ id }),
    reply: z.object({
      mention: mention.optional(),
      keywords: z.array(keyword),
      /** Absent where the page does not say who wrote it. */
      person: z.object({ id, mentions: z.number(), answeredAt: z.number().optional(), note: z.string() }).optional(),
      /** The site or host it stands on, as it is muted and as it is called. */
      place: z.object({ value: z.string(), name: z.string() }).optional(),
      /** A note that was begun here and neither saved nor discarded. */
      draft: z.string().optional(),
    }),
  },
  /** A note is being written at a mention; an empty one was saved or discarded. */
  'note/draft': { from: ['frame'], request: z.object({ id, text: person.shape.note }), reply: nothing },
  /** A text is being written in a page of ours; without one it was saved or let go. */
  'draft/save': { from: ['extension'], request: draft.omit({ at: true }).partial({ text: true }), reply: nothing },
  /** What of a mention that is not relevant may be muted, or left out of this keyword. */
  'mention/advice': {
    from: ['frame'],
    request: z.object({ id, keywordId: z.string().max(600) }),
    reply: z.custom<WordAdvice>(),
  },
  /** The other mentions in New that a mute would cover. */
  'mute/covers': { from: ['frame'], request: z.object({ mute, except: id }), reply: z.object({ ids: z.array(z.string()) }) },
  /** Adds `NOT words` to a keyword; `name` is the keyword's, absent where that could not be done. */
  'keyword/leaveOut': {
    from: ['frame'],
    request: z.object({ id, words: z.string().min(1).max(200) }),
    reply: z.object({ name: z.string().optional() }),
  },
  /** An empty note takes it away. */
  'person/saveNote': {
    from: ['frame', 'extension'],
    request: z.object({ id, name: person.shape.name, note: person.shape.note }),
    reply: nothing,
  },
  /** Changes the named parts only of what is kept of a person, under whichever of their names. */
  'person/save': {
    from: ['extension'],
    request: z.object({
      id,
      change: z.object({
        name: person.shape.name.optional(),
        tags: z.array(z.string().max(60)).max(50).optional(),
        note: person.shape.note.optional(),
        fields: z.record(z.string().max(60), z.string().max(500)).optional(),
      }),
    }),
    reply: nothing,
  },
  /** `joined` is false where they would be more names than anyone has. */
  'person/join': { from: ['extension'], request: z.object({ a: id, b: id }), reply: z.object({ joined: z.boolean() }) },
  /** One name leaves the person it was joined to. */
  'person/split': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** Two names are two people, and are suggested as one no more. */
  'person/apart': { from: ['extension'], request: z.object({ a: id, b: id }), reply: nothing },
  /** Rows of people as they were, to take a change back. */
  'person/restore': { from: ['extension'], request: z.object({ people: z.array(person).min(1).max(200) }), reply: nothing },
  'rule/save': { from: ['extension'], request: z.object({ rules: z.array(rule).min(1).max(500) }), reply: nothing },
  'rule/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** `to`: its place in the list, counted from 0. */
  'rule/move': { from: ['extension'], request: z.object({ id, to: z.number().int().min(0).max(10_000) }), reply: nothing },
  /** The person looks at where it stands: what of these kinds they were to be told of until then, they have seen. */
  'notice/seen': {
    from: ['extension'],
    request: z.object({ until: z.number().int().nonnegative().max(8.64e15), kinds: z.array(notice.shape.kind).max(3).optional() }),
    reply: nothing,
  },
  'mention/setStatus': {
    from: ['frame', 'extension'],
    request: z.object({ ids: z.array(id).min(1).max(100_000), status: mentionStatus }),
    reply: nothing,
  },
  /**
   * Opens the post in a tab, opens its reply box and puts the chosen reply into it, with the caret at `caret` in it, or offers the picker.
   * `offer` is a reply that is chosen there and not put in: something about it is for the person to say first. Asked by a frame, it is done in
   * the frame's own tab, unless it is to be `apart`. `tabId`: in that tab, where the post stands already.
   */
  'mention/answer': {
    from: ['frame', 'extension'],
    request: z.object({
      id,
      apart: z.boolean().optional(),
      tabId: z.number().int().nonnegative().optional(),
      reply: z
        .object({ id: reply.shape.id, text: z.string().min(1).max(20_000), caret: z.number().int().min(0).max(20_000).optional() })
        .optional(),
      offer: reply.shape.id.optional(),
    }),
    reply: nothing,
  },
  'goal/save': { from: ['extension'], request: z.object({ goals: z.array(goal).min(1).max(100) }), reply: nothing },
  'goal/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  'audit/save': { from: ['extension'], request: z.object({ audit }), reply: nothing },
  'audit/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  'report/save': { from: ['extension'], request: z.object({ draft: reportDraft }), reply: nothing },
  'play/save': { from: ['extension'], request: z.object({ plays: z.array(play).min(1).max(500) }), reply: nothing },
  'play/remove': { from: ['extension'], request: z.object({ id }), reply: nothing },
  /** One place up or down among the plays. */
  'play/move': { from: ['extension'], request: z.object({ id, by: z.union([z.literal(1), z.literal(-1)]) }), reply: nothing },
  /** The plays that apply to the post that is answered, in their order. */
  'play/for': { from: ['frame'], request: z.object({ context: replyContext }), reply: z.object({ plays: z.array(play) }) },
  /** How the person takes a mention; null takes that back, and it is judged anew. Words it shares with others are learnt. */
  'mention/correct': { from: ['extension'], request: z.object({ id, sentiment: sentimentValue.nullable() }), reply: nothing },
  /** What the person makes of a turning point; a state of null takes it back, an empty note takes the note away. */
  'turningPoint/judge': {
    from: ['extension'],
    request: z.object({
      id,
      state: turningPoint.shape.state.unwrap().nullable().optional(),
      note: z.string().max(1_000).optional(),
    }),
    reply: nothing,
  },
  /** What the person says about one of their handles: theirs, or no longer; or told by a page and not theirs, or theirs after all. */
  'handle/save': {
    from: ['extension'],
    request: z.object({
      place: z.string().min(1).max(300),
      handle: z.string().min(1).max(300),
      change: z.enum(['add', 'remove', 'dismiss', 'restore']),
    }),
    reply: nothing,
  },
  /** Changes the named settings only. */
  'settings/save': {
    from: ['extension'],
    request: z.object({ patch: settings.omit({ id: true, places: true }).partial() }),
    reply: nothing,
  },
  /** Listen (or stop) at places, and highlight there (or not). The permission for `origins` was asked by the page that sends this. */
  'place/save': {
    from: ['extension'],
    request: z.object({ places: z.record(z.string().max(300), place.partial()), origins: z.array(z.string().max(300)).max(1_000) }),
    reply: nothing,
  },

  /**
   * Takes the rows of a backup or a team pack in, in one transaction. They were read and checked by the page that asks, and are checked again;
   * `prefer` is whose row stands where both have one.
   */
  'data/import': {
    from: ['extension'],
    request: z.object({ tables: z.record(z.string().max(40), z.array(z.unknown()).max(200_000)), prefer: z.enum(['newer', 'file']) }),
    reply: z.object({
      tables: z.array(
        z.object({ table: z.string(), added: z.number(), changed: z.number(), same: z.number(), kept: z.number() }).readonly(),
      ),
    }),
  },
  /** Puts everything the last import changed back. */
  'data/undoImport': { from: ['extension'], request: nothing, reply: z.object({ done: z.boolean() }) },
  /** A backup was downloaded. */
  'data/noteBackup': {
    from: ['extension'],
    request: z.object({ name: z.string().min(1).max(200), rows: z.number().int().nonnegative() }),
    reply: nothing,
  },
  /** Writes a backup into the folder the person picked. */
  'data/backupNow': { from: ['extension'], request: nothing, reply: z.object({ name: z.string() }) },
  /**
   * Erases everything by and about a person (`site:handle`), or of a site, wherever it is kept. `mute`: what they write is not kept from now on.
   * @returns how many rows of each table went
   */
  'data/erase': {
    from: ['extension'],
    request: z.object({
      what: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('person'), id: person.shape.id }),
        z.object({ kind: z.literal('site'), site: siteCheck.shape.id }),
      ]),
      mute: z.boolean().optional(),
    }),
    reply: z.object({ erased: z.record(z.string(), z.number()) }),
  },
  /** Lets go of what is older than the person wants it kept, now. */
  'data/retain': { from: ['extension'], request: nothing, reply: z.object({ removed: z.number() }) },
  /** As on the day of installation. */
  'data/deleteAll': { from: ['extension'], request: z.object({ confirm: z.literal('delete everything') }), reply: nothing },
} as const satisfies Record<string, Entry>;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type Request<N extends MessageName> = z.input<Contract[N]['request']>;
export type Answered<N extends MessageName> = z.output<Contract[N]['reply']>;
/** What the background must supply: one handler a message. `sender` is the browser's word, never the message's. */
export type Handlers = {
  [N in MessageName]: (
    request: z.output<Contract[N]['request']>,
    sender: { tabId?: number; frameId?: number; incognito: boolean },
  ) => Promise<Answered<N>>;
};
