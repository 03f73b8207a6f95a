// Shares of a team in per cent, as people type them, and exactly: with up to four decimals.

const scale = 10_000

/** A share as typed in ten-thousandths of a per cent; undefined when it is none between 0 and 100. */
export function parsed(typed: string): number | undefined {
  const [, whole, rest = ''] = /^\s*(\d{1,3})(?:\.(\d{1,4}))?\s*%?\s*$/.exec(typed) ?? []
  if (whole === undefined) return undefined
  const share = Number(whole) * scale + Number(rest.padEnd(4, '0'))
  return share <= 100 * scale ? share : undefined
}

/** What all shares make together, as people read it; undefined while one of them is no share. */
export function sumText(typed: readonly string[]): string | undefined {
  const shares = typed.map(parsed)
  if (shares.some((share) => share === undefined)) return undefined
  return textOf(shares.reduce<number>((total, share) => total + (share ?? 0), 0))
}

/** Whether the shares make exactly a hundred per cent. */
export function isWhole(typed: readonly string[]): boolean {
  return sumText(typed) === '100'
}

/** Equal shares with two decimals that make exactly a hundred; what is left over goes to the first. */
export function evenShares(count: number): readonly string[] {
  const each = Math.floor((100 * 100) / count)
  const left = 100 * 100 - each * count
  return Array.from({ length: count }, (_, at) => textOf((each + (at === 0 ? left : 0)) * 100))
}

/** The shares with the rest up to a hundred given to one of them; unchanged when the others exceed it. */
export function withRest(typed: readonly string[], at: number): readonly string[] {
  const others = typed.reduce((total, text, i) => total + (i === at ? 0 : (parsed(text) ?? 0)), 0)
  const rest = 100 * scale - others
  return rest < 0 ? typed : typed.map((text, i) => (i === at ? textOf(rest) : text))
}

function textOf(share: number): string {
  const rest = `${share % scale}`.padStart(4, '0').replace(/0+$/, '')
  return `${Math.floor(share / scale)}${rest ? `.${rest}` : ''}`
}
