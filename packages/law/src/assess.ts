import type { Day } from '@yizhuan/kit'
import { Finding } from './finding.ts'
import type { Status } from './judge.ts'
import type { Law } from './law.ts'
import { Look } from './look.ts'
import { type MoneyBlock, moneyOf } from './money.ts'
import type { Outlook } from './sight.ts'
import type { Facts } from './value.ts'
import { type Verdict, verdictsOf } from './verdict.ts'

/** The day to look from, the institution's rules and readings, and the papers behind facts. */
export interface AssessOptions extends Outlook {
  readonly evidence?: Readonly<Record<string, readonly string[]>>
  /** Only these norms; acts are then judged by them alone. */
  readonly only?: ReadonlySet<string>
}

/** The answer that everything a user sees is made of. */
export interface Assessment {
  readonly packs: string
  readonly hash: string
  readonly asOf: Day
  readonly findings: readonly Finding[]
  readonly actions: Readonly<Record<string, Verdict>>
  readonly money?: MoneyBlock
}

/** Judges every norm on the facts as of a day. Pure: the same input gives the same answer, for ever. */
export function assess(law: Law, facts: Facts, options: AssessOptions): Assessment {
  const { only } = options
  const look = new Look(law, facts, options)
  const found = new Array<Finding | undefined>(law.norms.length)
  for (const norm of law.norms) {
    if (only !== undefined && !only.has(norm.id)) continue
    found[norm.place] = new Finding(look, norm, look.judge(norm))
  }
  silence(law, found)
  const money = moneyOf(look)
  return {
    packs: law.id,
    hash: law.hash,
    asOf: options.asOf,
    findings: only ? found.filter((each) => each !== undefined) : (found as readonly Finding[]),
    actions: verdictsOf(law, found),
    ...(money ? { money } : {}),
  }
}

/** Where a special norm applies, the general ones fall silent. */
function silence(law: Law, found: (Finding | undefined)[]): void {
  // Where the special norm may not apply at all, the general one still speaks.
  const speaking = law.code.special.filter(
    ({ special }) => found[special.place]?.possible.includes('na') === false,
  )
  for (const { special, general } of speaking) {
    for (const place of general) found[place] = found[place]?.replacedBy(special)
  }
}

/** Which other readings would change a finding; empty when it does not depend on interpretation. */
export function sensitivityOf(
  law: Law,
  normId: string,
  facts: Facts,
  outlook: Outlook,
): readonly { readonly id: string; readonly reading: string; readonly status: Status }[] {
  const norm = law.norms.find(({ id }) => id === normId)
  if (!norm) return []
  const statusUnder = (readings: Readonly<Record<string, string>>): Status =>
    new Look(law, facts, { ...outlook, readings }).judge(norm).status
  const now = statusUnder(outlook.readings ?? {})
  return new Look(law, facts, outlook).readingsOf(norm).flatMap(({ id, alternatives }) =>
    alternatives
      .map((reading) => ({
        id,
        reading,
        status: statusUnder({ ...outlook.readings, [id]: reading }),
      }))
      .filter(({ status }) => status !== now),
  )
}
