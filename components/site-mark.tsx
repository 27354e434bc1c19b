import {
  type SimpleIcon,
  siBluesky,
  siDiscord,
  siDiscourse,
  siFacebook,
  siGithub,
  siInstagram,
  siLemmy,
  siMastodon,
  siNodebb,
  siPhpbb,
  siProducthunt,
  siReddit,
  siStackexchange,
  siThreads,
  siTiktok,
  siTrustpilot,
  siX,
  siYcombinator,
  siYoutube,
} from 'simple-icons';

const marks: Partial<Record<string, SimpleIcon>> = {
  bluesky: siBluesky,
  discord: siDiscord,
  discourse: siDiscourse,
  facebook: siFacebook,
  github: siGithub,
  hackernews: siYcombinator,
  instagram: siInstagram,
  lemmy: siLemmy,
  mastodon: siMastodon,
  nodebb: siNodebb,
  phpbb: siPhpbb,
  producthunt: siProducthunt,
  reddit: siReddit,
  stackexchange: siStackexchange,
  threads: siThreads,
  tiktok: siTiktok,
  trustpilot: siTrustpilot,
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
