import {
  type SimpleIcon,
  siBluesky,
  siDiscord,
  siDiscourse,
  siElk,
  siFacebook,
  siGithub,
  siInstagram,
  siLemmy,
  siMastodon,
  siMedium,
  siNodebb,
  siPhpbb,
  siPinterest,
  siProducthunt,
  siQuora,
  siReddit,
  siStackexchange,
  siSubstack,
  siTelegram,
  siThreads,
  siTiktok,
  siTrustpilot,
  siTumblr,
  siX,
  siYcombinator,
  siYoutube,
} from 'simple-icons';

const marks: Partial<Record<string, SimpleIcon>> = {
  bluesky: siBluesky,
  discord: siDiscord,
  discourse: siDiscourse,
  elk: siElk,
  facebook: siFacebook,
  github: siGithub,
  hackernews: siYcombinator,
  instagram: siInstagram,
  lemmy: siLemmy,
  mastodon: siMastodon,
  medium: siMedium,
  nodebb: siNodebb,
  phpbb: siPhpbb,
  pinterest: siPinterest,
  producthunt: siProducthunt,
  quora: siQuora,
  reddit: siReddit,
  stackexchange: siStackexchange,
  substack: siSubstack,
  telegram: siTelegram,
  threads: siThreads,
  tiktok: siTiktok,
  trustpilot: siTrustpilot,
  tumblr: siTumblr,
  x: siX,
  youtube: siYoutube,
};

/** A site's own mark, or its first letter. The name stands in `title` for those who do not know the mark. */
export function SiteMark({ site, name }: { site: string; name: string }) {
  const mark = Object.hasOwn(marks, site) ? marks[site] : undefined;
  return (
    <span class="site-mark" title={name} role="img" aria-label={name}>
      {mark ? (
        <svg width="13" height="13" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path d={mark.path} />
        </svg>
      ) : (
        <span aria-hidden="true">{(name[0] ?? '·').toUpperCase()}</span>
      )}
    </span>
  );
}
