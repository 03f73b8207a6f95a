import { accept, allocate, type Fen, type Outcome, type Refusal, ratio, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Author } from '../../../platform/register.ts'
import { personsByName } from '../../people/index.ts'
import { type BonusRefusals, lockedBonus, proposeBonus } from './bonus.commands.ts'
import { owedBonuses, paymentsOf, sharesOf } from './bonus.queries.ts'
import { turnToPay } from './bonus.ts'
import type { PayBonusesWire, ProposeBonusesWire } from './bonus.wire.ts'
import { leastOf } from './bonus-law.ts'
import { payBonus } from './payment.commands.ts'

// Bonuses of many patents in one go: proposed together, and paid together by one voucher. Either all of them are, or
// nothing is written: whoever calls takes back what stood before a no.

type Field = 'rights' | 'bonuses'

/** One of many that stops them all: where it stands, what it is called, and its own no. */
export interface Stopped {
  readonly kind: 'stopped'
  readonly field: Field
  readonly at: number
  readonly title: string
  readonly why: Refusal<BonusRefusals>
}

/** Why many are not done at once. */
export interface RunRefusals {
  readonly 'named-twice-in-run': { readonly field: Field; readonly at: string }
  readonly 'right-without-inventors': { readonly at: string; readonly title: string }
  readonly 'least-unknown': { readonly at: string; readonly title: string }
}

const twiceIn = (ids: readonly string[]) => ids.findIndex((id, at) => ids.indexOf(id) < at)

/** Proposes the bonus of each of some patents in even parts, to the fen: the first inventors have what is left over. */
export async function proposeBonuses(
  tx: Tx,
  clock: Clock,
  by: Author,
  { rights, byRule, remark }: z.output<typeof ProposeBonusesWire>,
): Promise<Outcome<{ ids: string[] }, RunRefusals> | Stopped> {
  const { institution } = by
  const field = 'rights' as const
  const doubled = twiceIn(rights)
  if (doubled >= 0) return refuse('named-twice-in-run', { field, at: `${doubled}` })
  const owed = new Map((await owedBonuses(tx, institution)).map((one) => [one.rightId, one]))
  const ids = new Map<string, string>()
  // One order for all: two who propose at once do not wait for each other.
  for (const right of rights.toSorted()) {
    const place = rights.indexOf(right)
    const at = `${place}`
    const one = owed.get(right)
    const stopped = (why: Refusal<BonusRefusals>): Stopped => ({
      ...{ kind: 'stopped', field, at: place, title: one?.rightTitle ?? '', why },
    })
    if (!one) return stopped({ code: 'bonus-not-owed', facts: {} })
    const { rightKind, rightTitle: title, grantedOn, inventors } = one
    if (inventors.length === 0) return refuse('right-without-inventors', { at, title })
    const whole = byRule ? BigInt(byRule[rightKind]) : leastOf(rightKind, grantedOn)?.fen
    if (whole === undefined) return refuse('least-unknown', { at, title })
    const { parts } = allocate(
      whole as Fen,
      inventors.map(() => ratio(1)),
    )
    const bearers = await personsByName(tx, institution, inventors)
    const shares = inventors.map((name, index) => {
      const [only = null, ...others] = bearers.get(name) ?? []
      // Of two of one name nobody chose: the proposal asks which.
      return { name, person: others.length > 0 ? null : only, fen: `${parts[index] ?? 0n}` }
    })
    const basis = byRule ? ('agreed' as const) : ('least' as const)
    const rule = byRule?.rule ?? null
    const told = { right, basis, rule, despite: null, shares, files: [], remark }
    const proposed = await proposeBonus(tx, clock, by, told)
    if (proposed.kind === 'refused') return stopped(proposed.refusal)
    ids.set(right, proposed.value.id)
  }
  return accept({ ids: rights.flatMap((right) => ids.get(right) ?? []) })
}

/** Pays whatever is open of some approved bonuses by one voucher. Of two runs at once the second finds nothing open. */
export async function payBonuses(
  tx: Tx,
  clock: Clock,
  by: Author,
  { bonuses, ...told }: z.output<typeof PayBonusesWire>,
): Promise<Outcome<{ bonuses: number; shares: number; fen: string }, RunRefusals> | Stopped> {
  const { institution } = by
  const field = 'bonuses' as const
  const doubled = twiceIn(bonuses)
  if (doubled >= 0) return refuse('named-twice-in-run', { field, at: `${doubled}` })
  let shares = 0
  let fen = 0n
  for (const id of bonuses.toSorted()) {
    const bonus = await lockedBonus(tx, institution, id)
    const payments = await paymentsOf(tx, institution, id)
    const open = (await sharesOf(tx, institution, id)).filter(
      ({ place }) => turnToPay(payments, place) !== undefined,
    )
    const places = open.map(({ place }) => place)
    const paid = await payBonus(tx, clock, by, id, { ...told, places })
    if (paid.kind === 'refused') {
      const title = bonus?.rightTitle ?? ''
      return { kind: 'stopped', field, at: bonuses.indexOf(id), title, why: paid.refusal }
    }
    shares += places.length
    fen += open.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
  }
  return accept({ bonuses: bonuses.length, shares, fen: `${fen}` })
}
