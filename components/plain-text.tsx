/** Words that strangers wrote, shown so that they cannot disturb ours. */

/** Direction overrides and isolates can make a row read as something it is not (CVE-2021-42574). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
const disturbing = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function stripControls(text: string): string {
  return text.replace(disturbing, '');
}

export function Stranger({ children, title }: { children: string; title?: string }) {
  return <bdi title={title && stripControls(title)}>{stripControls(children)}</bdi>;
}

/** The address where it is a web address we may link to; pages give us what they like. */
export function safeLink(url: string | undefined): string | undefined {
  if (!url) return undefined;
  try {
    const parsed = new URL(url);
    const here = parsed.protocol === 'http:' && (parsed.hostname === 'localhost' || parsed.hostname === '127.0.0.1');
    return (parsed.protocol === 'https:' || here) && !parsed.username && !parsed.password ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}
