/** The first millisecond of the local day. */
export function dayOf(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
