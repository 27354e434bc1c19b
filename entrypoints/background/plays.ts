/** The plays for the post that is about to be answered. Only a frame of ours is told them. */
import type { Play, ReplyContext } from '../../core/model.ts';
import { listPlaysFor, playedContext, playedMention } from '../../core/playbook.ts';
import { listKeywords } from '../../storage/keywords.ts';
import { getMention } from '../../storage/mentions.ts';
import { listPlays } from '../../storage/plays.ts';

export async function findPlays(context: ReplyContext): Promise<Play[]> {
  const plays = await listPlays();
  if (plays.length === 0) return [];
  const mention = context.mentionId ? await getMention(context.mentionId) : undefined;
  if (!mention) return listPlaysFor(plays, playedContext(context));
  const kinds = new Map((await listKeywords()).map(({ id, kind }) => [id, kind]));
  return listPlaysFor(plays, playedMention(mention, kinds));
}
