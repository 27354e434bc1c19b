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

async function recordTrace(cdp: CDPSession, categories: string[]): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories, excludedCategories: ['*'] },
  });
  return async () => {
    const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
    await cdp.send('Tracing.end');
    await complete;
    return events;
  };
}

/** Begins to record; what it returns ends it and lists our tasks, longest first. */
export async function recordOwnTasks(cdp: CDPSession, origin: string): Promise<() => Promise<OwnTask[]>> {
  const stop = await recordTrace(cdp, categories);
  return async () => listOwnTasks(await stop(), origin);
}

/** Milliseconds that threads computed between two marks. */
export interface OwnTime {
  /** In the page: the tasks entered by our script or by a message to it, to their end, with what of the page's own they set off. */
  script: number;
  /** All that our frames did, drawing among it. */
  frames: number;
  background: number;
}

/** Begins to record; what it returns ends it and tells what was ours between two of the marks (`performance.mark`), the last of each name. */
export async function recordOwnTime(cdp: CDPSession, origin: string): Promise<() => Promise<(from: string, to: string) => OwnTime>> {
  const stop = await recordTrace(cdp, [...categories, 'blink.user_timing']);
  return async () => {
    const events = await stop();
    const markOf = (mark: string) => {
      const at = events.findLast(({ name }) => name === mark)?.ts;
      if (at === undefined) throw new Error(`The trace has no mark ${mark}.`);
      return at;
    };
    return (from, to) => sumOwnTime(events, origin, [markOf(from), markOf(to)]);
  };
}

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
const isCall = ({ name }: TraceEvent): boolean => name === 'FunctionCall';

function sumOwnTime(events: readonly TraceEvent[], origin: string, [from, to]: [number, number]): OwnTime {
  const threadsOf = (isOurs: (url: string) => boolean) =>
    new Set(events.filter((event) => isCall(event) && isOurs(event.args.data?.url ?? '')).map(threadOf));
  const pages = threadsOf((url) => url.startsWith(`${origin}content-scripts/`));
  const workers = threadsOf((url) => url.startsWith(`${origin}background`));
  const frames = threadsOf((url) => url.startsWith(`${origin}chunks/`));
  // The browser's own code that hands a message to a script has no address.
  const isOurs = (event: TraceEvent) => isCall(event) && (event.args.data?.url || origin).startsWith(origin);
  const sum = (threads: Set<string>, counts: (task: TraceEvent, inner: TraceEvent[]) => boolean) =>
    listTasks(events.filter((event) => threads.has(threadOf(event))))
      .filter(({ task, inner }) => task.ts + (task.dur ?? 0) >= from && task.ts <= to && counts(task, inner))
      .reduce((all, { task }) => all + (task.tdur ?? task.dur ?? 0) / 1_000, 0);
  return { script: sum(pages, (_, inner) => inner.some(isOurs)), frames: sum(frames, () => true), background: sum(workers, () => true) };
}

/** The outermost tasks of each thread, with what was called in them. */
function listTasks(events: readonly TraceEvent[]): { task: TraceEvent; inner: TraceEvent[] }[] {
  const open = new Map<string, { task: TraceEvent; inner: TraceEvent[] }>();
  const tasks: { task: TraceEvent; inner: TraceEvent[] }[] = [];
  for (const event of events.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const last = open.get(threadOf(event));
    const isWithin = last !== undefined && event.ts < last.task.ts + (last.task.dur ?? 0);
    if (isWithin) last.inner.push(event);
    else if (event.name === 'RunTask') {
      const next = { task: event, inner: [] };
      open.set(threadOf(event), next);
      tasks.push(next);
    }
  }
  return tasks;
}

/** Calls within calls are counted once; all calls of one task together. */
function listOwnTasks(events: readonly TraceEvent[], origin: string): OwnTask[] {
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ph !== 'X' || event.dur === undefined || (event.name !== 'RunTask' && !isCall(event))) continue;
    const of = byThread.get(threadOf(event));
    if (of) of.push(event);
    else byThread.set(threadOf(event), [event]);
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
