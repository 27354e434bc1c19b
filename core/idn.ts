/**
 * Host names in other letters than a to z have two spellings: as people read them ("münchen.example") and as they travel, in punycode
 * (RFC 3492: "xn--mnchen-3ya.example"). Here each is turned into the other, so that one is found where the other is meant.
 */
const prefix = 'xn--';
const base = 36;
const smallest = 1;
const largest = 26;
/** Longer labels are no host's. */
const longestLabel = 63;

/** How the number of a gap's digits follows from those before it (RFC 3492, 6.1). */
function adapt(delta: number, points: number, isFirst: boolean): number {
  let left = isFirst ? Math.floor(delta / 700) : delta >> 1;
  let k = 0;
  for (left += Math.floor(left / points); left > 455; k += base) left = Math.floor(left / (base - smallest));
  return k + Math.floor(((base - smallest + 1) * left) / (left + 38));
}

const threshold = (k: number, bias: number): number => Math.min(largest, Math.max(smallest, k - bias));
const digitOf = (code: number): number => (code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : base);
const letterOf = (digit: number): string => String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);

/** The letters of a label without its prefix; undefined where it is no punycode. */
function decode(label: string): string | undefined {
  const cut = Math.max(0, label.lastIndexOf('-'));
  const points = [...label.slice(0, cut)].map((char) => char.charCodeAt(0));
  let [code, index, bias] = [128, 0, 72];
  for (let at = cut > 0 ? cut + 1 : 0; at < label.length; index++) {
    const before = index;
    for (let weight = 1, k = base; ; k += base) {
      const digit = digitOf(label.charCodeAt(at++));
      index += digit * weight;
      if (digit >= base || index > 0x7fffffff) return undefined;
      const limit = threshold(k, bias);
      if (digit < limit) break;
      weight *= base - limit;
    }
    const count = points.length + 1;
    bias = adapt(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > 0x10ffff) return undefined;
    points.splice(index, 0, code);
  }
  return String.fromCodePoint(...points);
}

/** What stands after the prefix. */
function encode(label: string): string {
  const points = [...label].map((char) => char.codePointAt(0) ?? 0);
  const plain = points.filter((point) => point < 128);
  let out = plain.length > 0 ? `${String.fromCodePoint(...plain)}-` : '';
  let [code, delta, bias, done] = [128, 0, 72, plain.length];
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= code));
    delta += (next - code) * (done + 1);
    code = next;
    for (const point of points) {
      if (point < code) delta++;
      if (point !== code) continue;
      let left = delta;
      for (let k = base; ; k += base) {
        const limit = threshold(k, bias);
        if (left < limit) break;
        out += letterOf(limit + ((left - limit) % (base - limit)));
        left = Math.floor((left - limit) / (base - limit));
      }
      out += letterOf(left);
      bias = adapt(delta, done + 1, done === plain.length);
      delta = 0;
      done++;
    }
    delta++;
    code++;
  }
  return out;
}

const eachLabel = (host: string, change: (label: string) => string): string => host.split('.').map(change).join('.');

/** A host as people read it, in lower case; what is no punycode stays as it is. */
export function readableHost(host: string): string {
  const lower = host.toLowerCase();
  if (!lower.includes(prefix)) return /^[\x20-\x7e]*$/.test(lower) ? lower : lower.normalize('NFKC');
  return eachLabel(lower, (label) =>
    label.startsWith(prefix) && label.length <= longestLabel ? (decode(label.slice(prefix.length)) ?? label) : label,
  ).normalize('NFKC');
}

/** A readable host as it travels. */
export const travellingHost = (host: string): string =>
  eachLabel(host, (label) => (/^[\x20-\x7e]*$/.test(label) || label.length > longestLabel ? label : prefix + encode(label)));
