import { Megaphone, X } from 'lucide';
import type { Notice } from '../core/model.ts';
import { IconButton } from './controls.tsx';
import { Icon } from './icon.tsx';
import { Stranger } from './plain-text.tsx';
import { word } from './words.ts';

/** What stands on a page of its own, and is told of wherever the person is until they have looked there. */
export const newsKinds = ['turning-point', 'report'] as const satisfies readonly Notice['kind'][];
export type NewsKind = (typeof newsKinds)[number];

/** Where it stands in the dashboard. */
export const pageOfNews = { 'turning-point': 'insights', report: 'report' } as const satisfies Record<NewsKind, string>;

interface Props {
  news: readonly Notice[];
  nameKeyword: (id: string) => string | undefined;
  onLook: (kind: NewsKind) => void;
  onDismiss: (kind: NewsKind) => void;
}

const mostNamed = 3;

function sayNews(kind: NewsKind, news: readonly Notice[], nameKeyword: Props['nameKeyword']): string {
  if (kind === 'report') return word('newsReport');
  const names = [...new Set(news.flatMap(({ keywordId = '' }) => nameKeyword(keywordId) ?? []))];
  if (names.length === 0) return word('noticeTurning');
  const more = names.length > mostNamed ? [word('noticeMore', names.length - mostNamed)] : [];
  return word('newsTurning', [...names.slice(0, mostNamed), ...more].join(', '));
}

/** A moment that is missed is lost: what turned, and a report that is due, are told on every page, with the browser's notifications or without. */
export function News({ news, nameKeyword, onLook, onDismiss }: Props) {
  return newsKinds.map((kind) => {
    const own = news.filter((one) => one.kind === kind);
    if (own.length === 0) return null;
    const said = sayNews(kind, own, nameKeyword);
    return (
      <div key={kind} class="news" role="status">
        <Icon of={Megaphone} size={17} />
        <p class="grow">
          <Stranger>{said}</Stranger>
        </p>
        <button type="button" class="slim" onClick={() => onLook(kind)}>
          {word(kind === 'report' ? 'newsRead' : 'newsLook')}
        </button>
        <IconButton icon={X} name={word('newsDismiss', said)} onClick={() => onDismiss(kind)} />
      </div>
    );
  });
}
