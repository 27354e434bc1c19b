/** What a notification says. */

import { cut } from '../core/mention.ts';
import type { Mention } from '../core/model.ts';
import type { NoticeSum } from '../core/notice-plan.ts';
import { stripControls } from './plain-text.tsx';
import { formatNumber, word, wordFor } from './words.ts';

interface Telling {
  nameSite: (site: string) => string;
  /** The one mention it is about, where the person wants its words shown. */
  mention: Mention | undefined;
}

const mostNamed = 3;
const mostWords = 140;

function nameKeywords({ keywords }: NoticeSum): string {
  const named = keywords
    .slice(0, mostNamed)
    .map(({ name, count }) => (keywords.length > 1 ? word('noticeKeyword', name, formatNumber(count)) : name));
  const more = keywords.length - named.length;
  return [...named, ...(more > 0 ? [word('noticeMore', formatNumber(more))] : [])].join(', ');
}

function nameSites({ sites }: NoticeSum, nameSite: Telling['nameSite']): string {
  const named = sites.slice(0, mostNamed).map(nameSite);
  const more = sites.length - named.length;
  return [...named, ...(more > 0 ? [word('noticeMore', formatNumber(more))] : [])].join(', ');
}

const sayOthers = ({ others }: NoticeSum): string[] => [
  ...(others.some(({ kind }) => kind === 'turning-point') ? [word('noticeTurning')] : []),
  ...(others.some(({ kind }) => kind === 'report') ? [word('noticeReport')] : []),
];

/** Title and body, in plain text. */
export function sayNotices(sum: NoticeSum, { nameSite, mention }: Telling): { title: string; message: string } {
  const others = sayOthers(sum);
  if (sum.mentions === 0) return { title: others[0] ?? word('noticeTurning'), message: others.slice(1).join(' · ') || word('noticeOpen') };
  const about = nameKeywords(sum);
  const where = nameSites(sum, nameSite);
  const title = about ? wordFor(sum.mentions, 'noticeOneOf', 'noticeManyOf', about) : wordFor(sum.mentions, 'noticeOne', 'noticeMany');
  const words = mention ? cut(mention.text.replace(/\s+/g, ' ').trim(), mostWords) : '';
  const said = mention ? [[mention.author.name || mention.author.handle || word('someone'), words].join(': ')] : [];
  return { title: stripControls(title), message: stripControls([...said, where, ...others].filter(Boolean).join(' · ')) };
}
