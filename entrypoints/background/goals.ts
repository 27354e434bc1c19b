/** Goals, audits, what is written into reports or begun anywhere, and the playbook. */
import type { Handlers } from '../../messages/contract.ts';
import { removeAudit, saveAudit } from '../../storage/audits.ts';
import { saveDraft } from '../../storage/drafts.ts';
import { removeGoal, saveGoals } from '../../storage/goals.ts';
import { movePlay, removePlay, savePlays } from '../../storage/plays.ts';
import { saveReportDraft } from '../../storage/reports.ts';
import { findPlays } from './plays.ts';

/** `authored` is what is done with what the person wrote. */
export function createGoalHandlers(authored: (work: Promise<unknown>) => Promise<Record<never, never>>) {
  return {
    'goal/save': ({ goals }) => authored(saveGoals(goals)),
    'goal/remove': ({ id }) => authored(removeGoal(id)),
    'audit/save': ({ audit }) => authored(saveAudit(audit)),
    'audit/remove': ({ id }) => authored(removeAudit(id)),
    'report/save': ({ draft }) => authored(saveReportDraft(draft)),
    'draft/save': async ({ id, text }) => {
      await saveDraft(id, text, Date.now());
      return {};
    },
    'play/save': ({ plays }) => authored(savePlays(plays)),
    'play/remove': ({ id }) => authored(removePlay(id)),
    'play/move': ({ id, by }) => authored(movePlay(id, by)),
    'play/for': async ({ context }) => ({ plays: await findPlays(context) }),
  } satisfies Partial<Handlers>;
}
