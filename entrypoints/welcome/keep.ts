import { send } from '../../messages/send.ts';
import { type Draft, type Known, planKeywords } from './plan.ts';
import { listChoices, originsOf } from './site-choice.ts';

/** Writes down what was chosen: keywords, then where to listen, then that the welcome is over. Safe to repeat where one of them failed. */
export async function keep(draft: Draft, known: Known): Promise<void> {
  const { add, remove } = planKeywords(draft, known.keywords, Date.now());
  if (add.length > 0) await send('keyword/save', { keywords: add });
  for (const keyword of remove) await send('keyword/remove', { id: keyword.id });
  const changed = listChoices().filter(({ id }) => draft.sites.includes(id) || known.sites.includes(id));
  const places = Object.fromEntries(changed.map(({ id }) => [id, { listen: draft.sites.includes(id) }]));
  await send('place/save', { places, origins: originsOf(draft.sites) });
  await send('settings/save', { patch: { brand: draft.brand.trim(), me: { name: draft.myName.trim() }, welcomed: true } });
}
