/** What the person says of sentiments and turning points, and when turning points are looked for. */
import type { Handlers } from '../../messages/contract.ts';
import { correctSentiment, judgeNewest } from '../../storage/corrections.ts';
import { checkTurningPoints, judgeTurningPoint, listMentionedSince } from '../../storage/turning-points.ts';
import { later } from './later.ts';

/** `authored` is what is done with what the person wrote. `onHeard` tells views that count. */
export function createUnderstandingHandlers(
  authored: (work: Promise<unknown>) => Promise<Record<never, never>>,
  onHeard: (added: number) => void,
) {
  // What a correction taught shows at what else is on the screen; several in a row are learnt from at once.
  const learnSoon = later(
    1_000,
    async () => {
      if ((await judgeNewest()) > 0) onHeard(0);
    },
    console.error,
  );
  return {
    'mention/correct': async ({ id, sentiment }) => {
      const done = await authored(correctSentiment(id, sentiment ?? undefined, Date.now()));
      onHeard(0);
      learnSoon();
      return done;
    },
    'turningPoint/judge': ({ id, state, note }) =>
      authored(judgeTurningPoint(id, { ...(state === undefined ? {} : { state }), ...(note === undefined ? {} : { note }) })),
  } satisfies Partial<Handlers>;
}

/** A background that was stopped in between looks back this far. */
const atFirst = 10 * 60_000;
let checkedAt: number | undefined;

/** After a batch: the keywords it mentioned. `onFound` is told how many points are news. */
export async function checkMentioned(onFound: (found: number) => void): Promise<void> {
  const now = Date.now();
  const since = checkedAt ?? now - atFirst;
  checkedAt = now;
  const found = await checkTurningPoints(await listMentionedSince(since), now);
  if (found.length > 0) onFound(found.length);
}

/** Every hour: all keywords, for what is talked of less is in no batch. */
export async function checkAll(onFound: (found: number) => void): Promise<void> {
  const found = await checkTurningPoints(undefined, Date.now());
  if (found.length > 0) onFound(found.length);
}
