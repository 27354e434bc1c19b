import {
  type SimpleIcon,
  siAppstore,
  siBluesky,
  siDiscord,
  siDiscourse,
  siDisqus,
  siElk,
  siFacebook,
  siFoursquare,
  siG2,
  siGithub,
  siGlassdoor,
  siGooglemaps,
  siGoogleplay,
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
  siSteam,
  siSubstack,
  siTelegram,
  siThreads,
  siTiktok,
  siTripadvisor,
  siTrustpilot,
  siTumblr,
  siTwitch,
  siX,
  siYcombinator,
  siYelp,
  siYoutube,
} from 'simple-icons';

const marks: Partial<Record<string, SimpleIcon>> = {
  appstore: siAppstore,
  bluesky: siBluesky,
  discord: siDiscord,
  discourse: siDiscourse,
  disqus: siDisqus,
  elk: siElk,
  facebook: siFacebook,
  foursquare: siFoursquare,
  g2: siG2,
  github: siGithub,
  glassdoor: siGlassdoor,
  googleplay: siGoogleplay,
  googlereviews: siGooglemaps,
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
  steam: siSteam,
  substack: siSubstack,
  telegram: siTelegram,
  threads: siThreads,
  tiktok: siTiktok,
  tripadvisor: siTripadvisor,
  trustpilot: siTrustpilot,
  tumblr: siTumblr,
  twitch: siTwitch,
  x: siX,
  yelp: siYelp,
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
