/**
 * WXT's content scripts announce themselves to the page (a `message` event and a document event, both with the extension's id in them) so
 * that an older copy of the script can stop. Any page could tell by them that Earshot is installed, and could stop it by forging one. Ours
 * hand over inside their own world instead, which no page can look into.
 * TODO [2027-06]: drop the two lines on the prototype when WXT can start without announcing (wxt.dev, ContentScriptContext.stopOldScripts).
 */
import { ContentScriptContext } from 'wxt/utils/content-script-context';

Object.assign(ContentScriptContext.prototype, { stopOldScripts() {}, listenForNewerScripts() {} });

const running = Symbol.for('running');
type World = { [running]?: ContentScriptContext };

/**
 * Ends the copy that ran in this page before. It may be an orphan of an update, and whether it still hears its messages cannot be told for
 * sure from here; to begin again costs one reading of the page.
 */
export function takeOver(ctx: ContentScriptContext): void {
  const world = globalThis as World;
  world[running]?.abort('replaced');
  world[running] = ctx;
}
