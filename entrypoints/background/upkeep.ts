/** Tallies, counts and the search index are made whole in short steps beside everything else; the browser may stop the background between any two. */
import { isReadOnly } from '../../storage/db.ts';
import { tellOldTallies } from '../../storage/old-tallies.ts';
import { takeStep } from '../../storage/upkeep.ts';
import { inTurn, later } from './later.ts';

/** Others come between two steps. */
const pause = 20;
const oneByOne = inTurn();

export const keepUp = (): Promise<void> =>
  oneByOne(async () => {
    if (await isReadOnly()) return;
    await tellOldTallies();
    while (await takeStep(Date.now())) await new Promise((resolve) => setTimeout(resolve, pause));
  });

/** Mentions have come or changed, maybe from a file or a copy. */
export const keepUpSoon = later(2_000, keepUp, console.error);
