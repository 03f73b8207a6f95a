/** A minute after the first failure, then twice as long each time, an hour at most. */
export function nextTry(now: Date, attempts: number): Date {
  const minutes = Math.min(60, 2 ** (attempts - 1))
  return new Date(now.getTime() + minutes * 60_000)
}

/** After so many failures what was to be told is given up: nobody needs it a day later. */
export const mostAttempts = 8
