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

/** False where a live copy already works in this page. A copy orphaned by an update or a reload of the extension is stopped. */
export function takeOver(ctx: ContentScriptContext): boolean {
  const world = globalThis as World;
  const before = world[running];
  if (before && !isOrphan(before)) return false;
  before?.abort('replaced');
  world[running] = ctx;
  return true;
}

function isOrphan(ctx: ContentScriptContext): boolean {
  try {
    return ctx.isInvalid;
  } catch {
    return true;
  }
}
