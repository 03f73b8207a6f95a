/** A moment as clocks in China show it, to the minute. */
export function inChina(at: string): string {
  const moment = new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString()
  return `${moment.slice(0, 10)} ${moment.slice(11, 16)}`
}
