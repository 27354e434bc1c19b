/** What the product says in English, as the browser would: `browser.i18n.getMessage`. */
import { readFileSync } from 'node:fs';

export const messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

export function getMessage(key: string, values: string[] = []): string {
  const { message = '', placeholders = {} } = messages[key] ?? {};
  return message.replace(
    /\$([A-Z]+)\$/g,
    (_, name: string) => values[Number(placeholders[name.toLowerCase()]!.content.slice(1)) - 1] ?? '',
  );
}
