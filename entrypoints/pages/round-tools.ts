import { browser } from 'wxt/browser';
import type { RoundTools } from '../../components/use-rounds.ts';
import { watchRound } from '../../messages/notices.ts';
import { send } from '../../messages/send.ts';
import { listRoundSites } from '../../sites/_rounds.ts';
import { listSeen } from '../../storage/coverage.ts';
import { watchQuery } from '../../storage/db.ts';
import { listRounds } from '../../storage/rounds.ts';

/** Mentions of this long tell on which hosts the person reads. */
const lookedBack = 90 * 86_400_000;

export const roundTools: RoundTools = {
  watchRound,
  watchKept: () =>
    watchQuery(async () => {
      const [rounds, used] = await Promise.all([listRounds(), listSeen(Date.now() - lookedBack, 1_000)]);
      return { rounds, used };
    }),
  listSites: listRoundSites,
  isAllowed: ({ pages }) => browser.permissions.contains({ origins: [...pages] }),
  async allow({ id, origins }) {
    // Asked before anything is awaited: browsers show this prompt only as the direct answer to a click.
    const allowed = await browser.permissions.request({ origins: [...origins] }).catch(() => false);
    if (allowed) await send('place/save', { places: { [id]: { listen: true } }, origins: [...origins] });
    return allowed;
  },
  start: async (choice) => (await send('round/start', { choice })).stops,
  move: (to) => send('round/move', { to }),
};
