/**
 * How long our own scripts held a page's main thread, told by the browser's own trace. What the page does by itself, and what the machine does
 * meanwhile, is not in it: each task is counted in the time that the thread computed in code that was entered through one of our files.
 */
import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string; functionName?: string; lineNumber?: number; columnNumber?: number } };
}

export interface OwnTask {
  /** Milliseconds that the thread computed in our code; it may have waited for the machine besides. */
  computed: number;
  /** Milliseconds by the clock. */
  took: number;
  /** The functions it was entered by. */
  through: string[];
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Begins to record; what it returns ends it and lists our tasks, longest first. */
export async function recordOwnTasks(cdp: CDPSession, origin: string): Promise<() => Promise<OwnTask[]>> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (event.name === 'RunTask' || event.name === 'FunctionCall') events.push(event);
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  });
  return async () => {
    const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
    await cdp.send('Tracing.end');
    await complete;
    return listOwnTasks(events, origin);
  };
}

/** Calls within calls are counted once; all calls of one task together. */
function listOwnTasks(events: readonly TraceEvent[], origin: string): OwnTask[] {
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ph !== 'X' || event.dur === undefined) continue;
    const thread = `${event.pid}:${event.tid}`;
    const of = byThread.get(thread);
    if (of) of.push(event);
    else byThread.set(thread, [event]);
  }
  // Our own pages and the background are in the trace too, in threads of their own.
  const inPage = ({ args }: TraceEvent) => args.data?.url?.startsWith(`${origin}content-scripts/`);
  const threads = [...byThread.values()].filter((thread) => thread.some(inPage));
  return threads.flatMap((thread) => listOfThread(thread, origin)).sort((a, b) => b.computed - a.computed);
}

function listOfThread(events: TraceEvent[], origin: string): OwnTask[] {
  const tasks: OwnTask[] = [];
  let task: OwnTask | undefined;
  let taskEnd = 0;
  let callEnd = 0;
  for (const event of events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const end = event.ts + (event.dur ?? 0);
    if (event.name === 'RunTask' && event.ts >= taskEnd) {
      taskEnd = end;
      task = undefined;
    }
    const { url = '', functionName = '', lineNumber = 0, columnNumber = 0 } = event.args.data ?? {};
    if (event.name !== 'FunctionCall' || !url.startsWith(origin) || event.ts < callEnd) continue;
    callEnd = end;
    if (!task) {
      task = { computed: 0, took: 0, through: [] };
      tasks.push(task);
    }
    task.computed += (event.tdur ?? event.dur ?? 0) / 1000;
    task.took += (event.dur ?? 0) / 1000;
    task.through.push(`${url.slice(origin.length)} ${functionName}:${lineNumber}:${columnNumber}`);
  }
  return tasks;
}
