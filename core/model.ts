/**
 * Every noun Earshot keeps or sends, once: a schema and the type read from it. Nothing else lives in this file, because code that runs in a
 * web page may import only types from it (a schema by value would bring the whole of zod along). Times are milliseconds since 1970 (UTC).
 * Offsets are UTF-16 units.
 */
import { z } from 'zod';

/** By itself zod tries whether code made from text may run here. In our pages it may not, and each try would be reported as one. */
z.config({ jitless: true });

const id = z.string().min(1).max(500);
const time = z.number().int().nonnegative().max(8.64e15);
const text = z.string().max(20_000);
const short = z.string().max(300);
/** An https address, or one of this very machine (the practice feed); anything else (http:, javascript:, data:) is refused. */
const address = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/i);

export const keywordKind = z.enum(['brand', 'competitor', 'topic', 'person']);
export type KeywordKind = z.infer<typeof keywordKind>;

/** The palette keywords are painted with. Names, not colours, so that no text from a person or page ever reaches a style sheet. */
export const keywordColor = z.enum(['teal', 'rose', 'amber', 'violet', 'sky', 'lime', 'orange', 'slate']);
export type KeywordColor = z.infer<typeof keywordColor>;

/** What the person listens for. `query` is what is matched; `name` is what is shown. */
export const keyword = z.object({
  id,
  query: z.string().trim().min(1).max(2_000),
  name: z.string().trim().min(1).max(200),
  kind: keywordKind,
  color: keywordColor,
  paused: z.boolean(),
  /** Letters of other scripts that look the same are taken for the same ("Аcme" with a Cyrillic А). */
  lookalikes: z.boolean().optional(),
  /** The person is told of its new mentions, at once or once a day. */
  notify: z.enum(['now', 'digest']).optional(),
  createdAt: time,
});
export type Keyword = z.infer<typeof keyword>;

/** Where in a mention's text a keyword stands. */
export const hit = z.object({ keywordId: id, start: z.number().int().nonnegative(), end: z.number().int().positive() });
export type Hit = z.infer<typeof hit>;

export const author = z.object({ handle: short.optional(), name: short.optional(), url: address.optional() });
export type Author = z.infer<typeof author>;

export const postKind = z.enum(['post', 'comment', 'review', 'message']);
export type PostKind = z.infer<typeof postKind>;

/** The file name in sites/ without its ending. */
const siteId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** As the site shows them; what it does not show is absent. */
export const postCounts = z.object({
  likes: z.number().int().optional(),
  replies: z.number().int().nonnegative().optional(),
  reposts: z.number().int().nonnegative().optional(),
  views: z.number().int().nonnegative().optional(),
});
export type PostCounts = z.infer<typeof postCounts>;

const postFields = {
  site: siteId,
  /** Unique within the site and stable between visits. */
  postId: id,
  url: address.optional(),
  kind: postKind,
  author,
  text,
  postedAt: time.optional(),
  rating: z.number().min(0).max(10).optional(),
  /** Where on the site: a subreddit ("r/devops"), a community ("!linux@lemmy.ml"). */
  community: short.optional(),
  promoted: z.boolean().optional(),
  edited: z.boolean().optional(),
  /** Written by the person who is listening. */
  own: z.boolean().optional(),
  /** The id, within the site, of the post that the thread began with. */
  thread: id.optional(),
  /** The post it answers, as far as the page showed it. */
  parent: z.object({ postId: id.optional(), author: author.optional(), text: z.string().max(500).optional() }).optional(),
  /** What the page counted beside the post. */
  counts: postCounts.optional(),
};

/** Of the post's links, those it is a mention by. */
const matchedLinks = z.array(z.string().max(2_000)).max(5).optional();

/** A mention as a page sends it: a post that matches a keyword. One that matches by a link or a field alone has no hit. */
export const capture = z.object({
  ...postFields,
  hits: z.array(hit).max(500),
  keywordIds: z.array(id).min(1).max(500),
  links: matchedLinks,
  seenAt: time,
});
export type Capture = z.infer<typeof capture>;

export const mentionStatus = z.enum(['new', 'waiting', 'done', 'snoozed', 'ignored']);
export type MentionStatus = z.infer<typeof mentionStatus>;

export const sentimentValue = z.enum(['positive', 'neutral', 'negative', 'unknown']);
export type SentimentValue = z.infer<typeof sentimentValue>;

/** How a post speaks of the keyword it was found by. */
export const sentiment = z.object({
  value: sentimentValue,
  /** The words that decided it, as they stand in the text. */
  words: z.array(z.string().max(60)).max(20),
  /** The person said so. */
  corrected: z.boolean().optional(),
});
export type Sentiment = z.infer<typeof sentiment>;

/** What the person said of a mention's sentiment, and what is learnt from it (core/lessons.ts). `id` is the mention's. */
export const correction = z.object({
  id: z.string().min(1).max(600),
  at: time,
  value: sentimentValue,
  /** What it was taken for, and how strongly. */
  was: sentimentValue,
  score: z.number().min(-20).max(20),
  /** The words it teaches. */
  words: z.array(z.string().max(60)).max(30),
});
export type Correction = z.infer<typeof correction>;

export const intentKind = z.enum(['question', 'complaint', 'praise', 'buying', 'switching', 'bug', 'press']);
export type IntentKind = z.infer<typeof intentKind>;

const phrases = z.array(z.string().min(1).max(120)).max(500);

/** What a person changed about the words an intent is told by (core/intent-changes.ts). */
export const intentChange = z.object({ off: z.boolean().optional(), added: phrases.optional(), removed: phrases.optional() });
export type IntentChange = z.infer<typeof intentChange>;

/** An intent, or a group of words in its rules: `<buy>`. */
export const intentRuleName = z.union([intentKind, z.templateLiteral(['<', z.string().max(40), '>'])]);
export type IntentRuleName = z.infer<typeof intentRuleName>;

/** By language (as BCP 47 has it, its first part alone), and intent or group. */
export const intentChanges = z.record(z.string().max(10), z.partialRecord(intentRuleName, intentChange));
export type IntentChanges = z.infer<typeof intentChanges>;

/** What a page says of a post it does not show any more: taken down, or not to be had without a reason given. */
export const goneKind = z.enum(['deleted', 'unavailable']);

/** A post that its own page or thread says is gone. */
export const gone = z.object({ postId: id, what: goneKind });
export type Gone = z.infer<typeof gone>;

/** What a later visit found changed about a post. `from` and `to` are absent where it is the post's being gone or seen again. */
export const evidenceChange = z.object({
  at: time,
  what: z.enum(['edited', ...goneKind.options, 'back', 'counts']),
  from: z.string().max(20_000).optional(),
  to: z.string().max(20_000).optional(),
});
export type EvidenceChange = z.infer<typeof evidenceChange>;

/** What a rule did to a mention when it arrived. */
export const ruleMark = z.object({ ruleId: id, name: short, did: z.array(z.string().max(120)).max(10), at: time });
export type RuleMark = z.infer<typeof ruleMark>;

/** A capture, kept. `id` is `site:postId`. */
export const mention = z.object({
  id: z.string(),
  ...postFields,
  hits: z.array(hit).max(500),
  keywordIds: z.array(id),
  links: matchedLinks,
  seenAt: time,
  status: mentionStatus,
  tags: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
  note: z.string().max(5_000).optional(),
  /** Who looks after it, in the person's own words. */
  assignee: short.optional(),
  /** When a snoozed mention is new again. */
  snoozedUntil: time.optional(),
  /** It was snoozed, and that is over since then. */
  wokeAt: time.optional(),
  /** When the person last gave it its status by hand. */
  statusAt: time.optional(),
  /** Its status comes from what a page showed: the person's own reply, or that the other side wrote again. By hand it is taken back. */
  moved: z.object({ why: z.enum(['own-reply', 'answered-back']), at: time }).optional(),
  /** 1 where the person starred it, so that an index finds the few that are. */
  starred: z.literal(1).optional(),
  /** How soon it wants an answer, 0–100; core/priority.ts says what it is made of. */
  priority: z.number().min(0).max(100).optional(),
  /** How many people its page counted (core/inbox-match.ts); kept so that an index finds those with most. */
  reach: z.number().nonnegative().optional(),
  /** The same for posts that say the same, wherever they stand. */
  likeness: z.string().max(40).optional(),
  sentiment: sentiment.optional(),
  intents: z.array(intentKind).max(7).optional(),
  changes: z.array(evidenceChange).max(50).optional(),
  rules: z.array(ruleMark).max(50).optional(),
});
export type Mention = z.infer<typeof mention>;

/** A reply's own wording for one site. */
export const variant = z.object({ site: siteId, body: z.string().min(1).max(20_000) });
export type Variant = z.infer<typeof variant>;

/** A canned reply. `body` is a template (core/template.ts). */
export const reply = z.object({
  id,
  title: z.string().trim().min(1).max(200),
  body: z.string().min(1).max(20_000),
  shortcut: z.string().max(40),
  tags: z.array(z.string().trim().min(1).max(60)).max(50),
  createdAt: time,
  updatedAt: time,
  usedCount: z.number().int().nonnegative(),
  lastUsedAt: time.optional(),
  favourite: z.boolean().optional(),
  folder: z.string().trim().max(60).optional(),
  /** The language it is written in, as BCP 47 has it ("en", "pt-BR"). */
  lang: z.string().max(35).optional(),
  variants: z.array(variant).max(50).optional(),
});
export type Reply = z.infer<typeof reply>;

/** `id` is `site:handle`. */
export const person = z.object({
  id,
  name: short,
  tags: z.array(short),
  note: text,
  /** The ids (`site:handle`) under which the same person is known elsewhere. */
  sameAs: z.array(id).max(50).optional(),
  /** Ids that are not the same person after all, and are suggested no more. */
  notSameAs: z.array(id).max(200).optional(),
  /** The person's own fields, for templates: "company", "plan". */
  fields: z.record(z.string().max(60), z.string().max(500)).optional(),
  createdAt: time.optional(),
});
export type Person = z.infer<typeof person>;

/** How many distinct posts were scanned on a site within one hour (`hour` is the hour's first millisecond). */
export const exposure = z.object({ id, site: z.string(), hour: time, posts: z.number().int().nonnegative() });
export type Exposure = z.infer<typeof exposure>;

/** How many distinct posts were scanned in one community of a site within one hour. They are part of the site's own exposure. */
export const coverage = z.object({ site: siteId, community: short, hour: time, posts: z.number().int().nonnegative() });
export type Coverage = z.infer<typeof coverage>;

/**
 * The mentions of one keyword on one site on one day (UTC), for counting without reading them; core/tally.ts says what `posts`, `moments`
 * and `answered` hold. Own and promoted posts are not among them. Where `posts` tells of fewer than `count`, more is not known of the others.
 */
export const tally = z.object({
  keywordId: id,
  site: siteId,
  /** The day's first millisecond. */
  day: time,
  count: z.number().int().nonnegative(),
  communities: z.array(short).max(254).optional(),
  posts: z.array(z.number().int().nonnegative()).optional(),
  moments: z.array(z.number().int().nonnegative().max(3_599_999)).optional(),
  answered: z.array(z.number()).optional(),
});
export type Tally = z.infer<typeof tally>;

/** A post scanned lately, with or without a hit: what a new keyword is tried on. Kept for a short while, unless the person opts out. */
export const recentPost = z.object({
  /** `site:postId`. */
  id: z.string().min(1).max(600),
  site: siteId,
  url: address.optional(),
  kind: postKind,
  author: z.object({ handle: short.optional(), name: short.optional() }),
  text: z.string().max(2_000),
  community: short.optional(),
  rating: z.number().min(0).max(10).optional(),
  lang: z.string().max(35).optional(),
  links: z.array(z.string().max(2_000)).max(20).optional(),
  seenAt: time,
});
export type RecentPost = z.infer<typeof recentPost>;

/** What is not to be heard: everything by a person, in a community, on a place, or with a phrase in it; for one keyword or for all. */
export const mute = z.object({
  id,
  kind: z.enum(['person', 'community', 'place', 'phrase']),
  /** The site a person or community is on. */
  site: siteId.optional(),
  /** The handle, the community, the place (a site's id or a host), or the phrase. */
  value: z.string().trim().min(1).max(300),
  /** Only for this keyword. */
  keywordId: id.optional(),
  /** It ends by itself then. */
  until: time.optional(),
  createdAt: time,
});
export type Mute = z.infer<typeof mute>;

/** A page of a known site that should have shown posts, and none could be read: its markup has changed. `id` is the site's. */
export const siteCheck = z.object({
  id: siteId,
  at: time,
  /** Host and path, nothing after them. */
  page: z.string().max(300),
  /** How many elements each of the site's selectors found. */
  found: z.array(z.object({ selector: z.string().max(500), count: z.number().int().nonnegative() })).max(50),
  /** The person has seen it. */
  dismissed: z.boolean(),
});
export type SiteCheck = z.infer<typeof siteCheck>;

/** When a search or the notifications of a site were last gone through. `id` is `site:keywordId` or `site:notifications`. */
export const round = z.object({ id: z.string().min(1).max(600), site: siteId, keywordId: id.optional(), checkedAt: time });
export type Round = z.infer<typeof round>;

/** Posts read on a page since the last report, as 32-bit hashes of their ids: enough to count distinct ones, too little to tell what was read. */
export const scanned = z.object({
  site: siteId,
  /** Where on the site they stood, if it has communities. */
  community: short.optional(),
  hour: time,
  posts: z.array(z.number().int().min(0).max(0xffffffff)).max(5_000),
});
export type Scanned = z.infer<typeof scanned>;

/** What a post is like, as far as the choice of a reply goes. */
export const situation = z.object({
  site: short,
  keywordKind: keywordKind.optional(),
  lang: z.string().max(35).optional(),
  /** What the post does: it asks, complains, praises, or none of these. */
  intent: z.enum(['question', 'complaint', 'praise', 'other']).optional(),
  rating: z.number().min(0).max(10).optional(),
});
export type Situation = z.infer<typeof situation>;

/** A reply that was put into a page's box. */
export const answer = z.object({
  id,
  mentionId: id.optional(),
  replyId: id.optional(),
  insertedAt: time,
  /** When it was seen to stand in the page: the time the site gives, or else when it was seen. */
  postedAt: time.optional(),
  site: short.optional(),
  community: short.optional(),
  /** `site:handle`. */
  personId: z.string().max(600).optional(),
  /** What was put in. */
  text: text.optional(),
  situation: situation.optional(),
  /** The replies that were suggested, best first. */
  suggested: z.array(id).max(10).optional(),
  /** The post it became. */
  postId: id.optional(),
  url: address.optional(),
  /** When the other side was seen to write again. */
  answeredBackAt: time.optional(),
});
export type Answer = z.infer<typeof answer>;

/**
 * A post that may have to do with an answer: one of the person's own, one that reads like what was just put in, or one under such a post. It
 * need not match any keyword.
 */
export const seenPost = z.object({
  site: siteId,
  postId: id,
  url: address.optional(),
  handle: short.optional(),
  own: z.boolean(),
  text,
  postedAt: time.optional(),
  community: short.optional(),
  /** The post it answers, where the page says which. */
  parent: id.optional(),
  /** The post that the whole page is about. */
  thread: id.optional(),
});
export type SeenPost = z.infer<typeof seenPost>;

/** Several acts in one: put a reply in, and change the mention. */
export const macro = z.object({
  id,
  name: z.string().trim().min(1).max(200),
  replyId: id.optional(),
  status: mentionStatus.optional(),
  addTags: z.array(z.string().trim().min(1).max(60)).max(20),
  /** How long it is snoozed, in hours. */
  snoozeHours: z.number().positive().max(8_760).optional(),
  createdAt: time,
});
export type Macro = z.infer<typeof macro>;

/** What is done with a mention when it first arrives. Several may fire, in the order they stand in. */
export const rule = z.object({
  id,
  name: z.string().trim().min(1).max(200),
  /** In the keyword query language; empty: whatever the post says. */
  query: z.string().trim().max(2_000),
  /** Only for mentions of these keywords; absent: of any. */
  keywordIds: z.array(id).max(500).optional(),
  /** Only for mentions by people who have one of these tags; absent: by anyone. */
  personTags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  on: z.boolean(),
  order: z.number(),
  addTags: z.array(z.string().trim().min(1).max(60)).max(20),
  status: mentionStatus.optional(),
  star: z.boolean().optional(),
  assignee: short.optional(),
  notify: z.enum(['now', 'digest']).optional(),
  createdAt: time,
});
export type Rule = z.infer<typeof rule>;

/** A way to look at the inbox that has a name. */
export const view = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  /** The filter as text; core/inbox-filter.ts reads it. */
  query: z.string().max(2_000),
  sort: z.enum(['time', 'priority', 'reach']),
  order: z.number(),
  createdAt: time,
});
export type View = z.infer<typeof view>;

/** Something the person is to be told of; `shownAt` once it was, or once there was no need to any more. */
export const notice = z.object({
  id: z.string().min(1).max(700),
  at: time,
  kind: z.enum(['mention', 'turning-point', 'report']),
  mentionId: z.string().min(1).max(600).optional(),
  keywordId: id.optional(),
  ruleId: id.optional(),
  how: z.enum(['now', 'digest']),
  /** The notification it is, or was, part of. Without `shownAt`: the browser was asked for it and has not answered. */
  batch: id.optional(),
  shownAt: time.optional(),
  /** The person has looked at the inbox since. */
  seenAt: time.optional(),
});
export type Notice = z.infer<typeof notice>;

/** Something in what drives a turning point: a site, a community, a term, a person or a post, and how many of its mentions are of it. */
export const driver = z.object({
  kind: z.enum(['site', 'community', 'term', 'person', 'post']),
  /** A site's id, a community's name, a term, `site:handle`, a mention's id. */
  value: z.string().max(600),
  count: z.number().int().nonnegative(),
  /** A site on which nothing was read before it turned: what is usual there is not known. */
  isNew: z.literal(true).optional(),
});
export type Driver = z.infer<typeof driver>;

/** Where the talk about a keyword turned (core/inflection.ts says how it is told). `id` is the keyword's and `since`. */
export const turningPoint = z.object({
  id: z.string().min(1).max(600),
  keywordId: id,
  /** When it was told; since when it is so; until when it was seen. */
  at: time,
  since: time,
  until: time,
  direction: z.enum(['up', 'down']),
  kind: z.enum(['spike', 'level']),
  /** The score, and the chance of one like it when nothing has changed. */
  z: z.number(),
  p: z.number().min(0).max(1),
  /** One like it is to be expected once in so many weeks, by how this keyword has been. */
  weeks: z.number().nonnegative(),
  /** The hours it was told by: how many, from when to when, mentions, how many are usual for so many posts, posts scanned. */
  bins: z.number().int().positive(),
  from: time,
  to: time,
  count: z.number().nonnegative(),
  expected: z.number().nonnegative(),
  posts: z.number().nonnegative(),
  drivers: z.array(driver).max(20),
  /** What the person makes of it. */
  state: z.enum(['confirmed', 'muted']).optional(),
  note: z.string().max(1_000).optional(),
});
export type KeptTurningPoint = z.infer<typeof turningPoint>;

/** What a goal, an audit or a report can say in one number; core/measures.ts says how each is taken. */
export const measureKind = z.enum([
  'read',
  'rate',
  'share-of-voice',
  'answered',
  'response-time',
  'negative',
  'people',
  'mentions',
  'open',
]);
export type MeasureKind = z.infer<typeof measureKind>;

/** What is measured, and of what: of these keywords alone, with these tags, these intents. Absent: of all. */
export const measure = z.object({
  kind: measureKind,
  keywordIds: z.array(id).max(500).optional(),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
  intents: z.array(intentKind).max(7).optional(),
});
export type Measure = z.infer<typeof measure>;

/** What was counted on a site, among how many posts read there. */
export const siteCount = z.object({ site: id, n: z.number().int().nonnegative(), posts: z.number().int().nonnegative() });

/** One number as it was measured: `n` is what it was counted from, `posts` how many posts were scanned meanwhile. */
export const measured = z.object({
  /** Absent where nothing could be measured: unknown, not zero. */
  value: z.number().optional(),
  n: z.number().int().nonnegative(),
  posts: z.number().int().nonnegative(),
  /** Of a rate: from what it comes on each site, so that it can be held against another like for like. Older ones have none. */
  sites: z.array(siteCount).max(500).optional(),
  from: time,
  to: time,
});
export type Measured = z.infer<typeof measured>;

export const planName = z.enum(['listen', 'answer-faster', 'win-comparison', 'find-champions', 'teach-colleagues', 'audit']);
export type PlanName = z.infer<typeof planName>;

/** An outcome the person works for, in their own words, and the number it is told by. */
export const goal = z.object({
  id,
  outcome: z.string().trim().min(1).max(300),
  measure,
  /** `more`: the number is to reach the target; `less`: to fall to it, or stay under it. */
  better: z.enum(['more', 'less']),
  target: z.number().nonnegative(),
  /** As it was when the goal was set. */
  baseline: measured.optional(),
  from: time,
  until: time,
  owner: short.optional(),
  /** The ready plan it came from. */
  plan: planName.optional(),
  createdAt: time,
});
export type Goal = z.infer<typeof goal>;

/** How things stood on a day, in counts: shares and intervals are reckoned from them. core/audit.ts takes it. */
export const audit = z.object({
  id,
  at: time,
  /** What it looked back on. */
  from: time,
  to: time,
  note: z.string().max(2_000).optional(),
  counts: z.record(z.string().max(60), z.number().nonnegative()),
  /** Mentions among posts read, by site; older ones have none. */
  sites: z.array(siteCount).max(500).optional(),
});
export type Audit = z.infer<typeof audit>;

/** What the person wrote into a report and left out of it; everything else is reckoned anew. `id` is `month:2026-11-01`. */
export const reportDraft = z.object({
  id,
  /** By the name of the passage. */
  texts: z.record(z.string().max(40), z.string().max(10_000)),
  /** The mentions quoted, in order; absent: those that Earshot would choose. */
  quotes: z.array(z.string().max(600)).max(20).optional(),
  redacted: z.boolean().optional(),
  updatedAt: time,
});
export type ReportDraft = z.infer<typeof reportDraft>;

/** A text that was begun and is neither saved nor let go; `id` says what it is about. */
export const draft = z.object({ id: z.string().min(1).max(700), text: z.string().max(20_000), at: time });
export type Draft = z.infer<typeof draft>;

/** What to do about a kind of post: whether to answer, who decides, in what tone, and who is to be told. */
export const play = z.object({
  id,
  name: z.string().trim().min(1).max(200),
  /** It applies where all of these hold; without any it applies everywhere. The query is in the keyword query language. */
  when: z.object({
    query: z.string().trim().max(2_000).optional(),
    intents: z.array(intentKind).max(7).optional(),
    sentiments: z.array(sentimentValue).max(4).optional(),
    keywordKinds: z.array(keywordKind).max(4).optional(),
  }),
  answer: z.enum(['answer', 'ask-first', 'leave']),
  /** Who decides. */
  decides: short.optional(),
  tone: z.string().max(1_000).optional(),
  /** When someone else is to be told, and who. */
  escalate: z.string().max(1_000).optional(),
  order: z.number(),
  createdAt: time,
});
export type Play = z.infer<typeof play>;

/** How one place is listened to. A place is a known site's id, or a host name. */
export const place = z.object({
  listen: z.boolean(),
  highlight: z.boolean(),
  /** Marks at the edge show where mentions are; absent: yes. */
  strip: z.boolean().optional(),
});
export type Place = z.infer<typeof place>;

/** Minutes since midnight, on the clock of the person's machine. */
const minuteOfDay = z.number().int().min(0).max(1_439);

export const noticeSettings = z.object({
  /** They are wanted since then; what came before is not told of. Absent: they are not wanted. */
  since: time.optional(),
  /** When what waits for it is told of, once a day. */
  digestAt: minuteOfDay,
  /** Between these two nothing is shown; over midnight where `to` is the earlier. */
  quiet: z.object({ from: minuteOfDay, to: minuteOfDay }).optional(),
  /** Who wrote it and how it begins may be read by whoever sees the screen; absent: no. */
  showText: z.boolean().optional(),
});
export type NoticeSettings = z.infer<typeof noticeSettings>;

export const settings = z.object({
  id: z.literal('settings'),
  me: z.object({ name: short }),
  brand: short,
  /** What links in replies tell the person's own statistics, where the reply does not say. */
  campaign: z.object({ source: short.optional(), medium: short.optional(), campaign: short.optional() }).optional(),
  theme: z.enum(['system', 'light', 'dark']),
  places: z.record(z.string().max(300), place),
  welcomed: z.boolean(),
  /** Posts scanned lately are kept to try keywords on; absent: yes. */
  keepRecent: z.boolean().optional(),
  /** Marks at the edge of pages show where mentions are; absent: yes. */
  strip: z.boolean().optional(),
  /** Mentions older than so many days are let go; absent: 90, and 0: none ever. */
  keepDays: z.number().int().min(0).max(36_500).optional(),
  /** How often a backup is made by itself, or the person reminded of one; absent: never. */
  backupEvery: z.enum(['never', 'day', 'week']).optional(),
  /** A typed `;shortcut` becomes its reply; absent: yes. */
  shortcuts: z.boolean().optional(),
  /** What the person noted about a community, by `site:community` (or a whole site, by its id). */
  communityNotes: z.record(z.string().max(400), z.object({ text: z.string().max(1_000), noPromotion: z.boolean().optional() })).optional(),
  /** The person's own keys in the dashboard, by action; core/keymap.ts knows them. */
  keys: z.record(z.string().max(40), z.string().max(20)).optional(),
  /** Warnings the person wants no more of, as core/reply-guard.ts names them. */
  hushed: z.array(z.string().max(400)).max(500).optional(),
  /** How often the person wants to be reminded of a report; absent: never. */
  reportEvery: z.enum(['week', 'month', 'quarter']).optional(),
  /** The last report they were reminded of. */
  reportTold: z.string().max(60).optional(),
  /** Handles the person writes under, by place. */
  myHandles: z.record(z.string().max(300), z.array(short).max(20)).optional(),
  /** Handles that pages themselves marked as the person's; a dismissed one is not theirs after all, and is not learnt again. */
  learntHandles: z.record(z.string().max(300), z.array(z.object({ handle: short, dismissed: z.boolean().optional() })).max(20)).optional(),
  /** By which days and hours is counted, and how soon a mention is to be answered. */
  measuring: z
    .object({
      /** As the IANA names it; absent: the browser's own. */
      zone: z.string().max(60).optional(),
      /** In minutes, of working hours where there are some. */
      target: z.number().int().min(1).max(525_600).optional(),
      /** Minutes of the day, on these days of the week (0 is Sunday); absent: the clock never stops. */
      hours: z
        .object({
          days: z.array(z.number().int().min(0).max(6)).max(7),
          from: z.number().int().min(0).max(1_440),
          to: z.number().int().min(0).max(1_440),
        })
        .optional(),
    })
    .optional(),
  /** How the browser's own notifications are used; absent: not at all. */
  notices: noticeSettings.optional(),
  /** When a team pack was last exported; absent: never. */
  packedAt: time.optional(),
  /** What the person changed about the words that tell what a post wants; absent: nothing. */
  intentChanges: intentChanges.optional(),
});
export type Settings = z.infer<typeof settings>;

/**
 * What a page needs to listen, published to `storage.local` under the key `watch` each time it changes, so that a tab has it without waking
 * the background and hears of every change.
 */
export const watch = z.object({
  revision: z.number().int(),
  keywords: z.array(keyword.pick({ id: true, query: true, name: true, kind: true, color: true, lookalikes: true })),
  places: z.record(z.string(), place),
  mutes: z.array(mute).optional(),
  keepRecent: z.boolean().optional(),
  strip: z.boolean().optional(),
  shortcuts: z.boolean().optional(),
  /** Set by hand and learnt. */
  myHandles: z.record(z.string(), z.array(z.string())).optional(),
});
export type Watch = z.infer<typeof watch>;

/** What a reply's variables are filled from. */
export const replyContext = z.object({
  /** As people call it. */
  site: short,
  /** The file name in sites/ without its ending. */
  siteId: siteId.optional(),
  author: author.optional(),
  keyword: short.optional(),
  keywordKind: keywordKind.optional(),
  community: short.optional(),
  lang: z.string().max(35).optional(),
  url: address.optional(),
  rating: z.number().min(0).max(10).optional(),
  excerpt: text.optional(),
  mentionId: id.optional(),
  /** How long the answer may be, where the page says so. */
  limit: z.number().int().positive().max(1_000_000).optional(),
  /** What stands in the box already: it takes its part of the limit. */
  written: z.string().max(20_000).optional(),
});
export type ReplyContext = z.infer<typeof replyContext>;
