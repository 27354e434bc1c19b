/** Terms that are addresses ("example.com", "https://example.com/blog"), looked for where links lead as well as in the words. */
import { readableHost, travellingHost } from './idn.ts';

export interface Address {
  /** As people read it, in lower case, without `www.`. */
  readonly host: string;
  /** What follows the host, without a slash at its end. */
  readonly path: string;
}

const written =
  /^(?:https?:\/\/)?(?:www\.)?((?:[\p{L}\p{N}\p{So}](?:[\p{L}\p{N}\p{M}\p{So}-]*[\p{L}\p{N}\p{M}\p{So}])?\.)+(?:\p{L}[\p{L}\p{M}]{1,23}|xn--[a-z0-9-]{1,59}))((?:\/\S*)?)$/iu;
const absolute = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)(?::\d+)?([^#]*)/i;
/** Where sites send people by way of a page of their own, the true address is in a parameter. */
const wrapped = /[?&][a-z_]+=(https?(?::|%3a)[^&#]+)/i;

/** The address a term is, if it is one. */
export function readAddress(text: string): Address | undefined {
  const [, host, path = ''] = written.exec(text.trim()) ?? [];
  return host === undefined ? undefined : { host: readableHost(host), path: path.replace(/\/$/, '').toLowerCase() };
}

/** A term that is an address in letters beyond a to z, in the other of its two spellings. */
export function respell(text: string, { host }: Address): string | undefined {
  const [readable, travelling] = [readableHost(host), travellingHost(host)];
  if (readable === travelling) return undefined;
  const [, typed = ''] = written.exec(text.trim()) ?? [];
  return text.replace(typed, () => (typed.toLowerCase().includes('xn--') ? readable : travelling));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readLink(link: string): Address | undefined {
  const [, host, path = ''] = absolute.exec(link) ?? [];
  return host === undefined ? undefined : { host: readableHost(host), path: path.toLowerCase() };
}

/** Where a link leads, and where it leads on to. */
function listTargets(link: string): Address[] {
  const onward = wrapped.exec(link)?.[1];
  return [readLink(link), onward && readLink(decode(onward))].filter((target): target is Address => typeof target === 'object');
}

const longestShown = 60;

/** Where a link leads in the end, in few words: "example.com/blog/one". */
export function showLink(link: string): string {
  const onward = wrapped.exec(link)?.[1];
  const [, host = '', rest = ''] = absolute.exec(onward ? decode(onward) : link) ?? [];
  const shown = host === '' ? link : readableHost(host) + rest.replace(/[/?]+$/, '');
  return shown.length > longestShown ? `${shown.slice(0, longestShown - 1)}…` : shown;
}

const continuesWord = /^[\p{L}\p{N}_]/u;
const beginsWith = (path: string, wanted: string): boolean => path.startsWith(wanted) && !continuesWord.test(path.slice(wanted.length));

/** Many addresses at once: the cost of a link is the number of dots in its host. */
export class LinkIndex {
  private readonly byHost = new Map<string, { term: number; path: string }[]>();

  get size(): number {
    return this.byHost.size;
  }

  add(term: number, { host, path }: Address): void {
    const list = this.byHost.get(host);
    if (list) list.push({ term, path });
    else this.byHost.set(host, [{ term, path }]);
  }

  /** The terms that one of the links leads to, with the first such link. */
  find(links: readonly string[]): Map<number, string> {
    const found = new Map<number, string>();
    for (const link of links) {
      for (const { host, path } of listTargets(link)) {
        for (let from = 0; ; from = host.indexOf('.', from) + 1) {
          for (const { term, path: wanted } of this.byHost.get(host.slice(from)) ?? []) {
            if (!found.has(term) && beginsWith(path, wanted)) found.set(term, link);
          }
          if (host.indexOf('.', from) < 0) break;
        }
      }
    }
    return found;
  }
}
