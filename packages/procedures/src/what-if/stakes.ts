// Who would hold what of a company that a technology is contributed to: the institution or the company it
// holds through, those who made it, other holders of the title, and whoever brings the rest.
import { add, allocate, div, type Fen, mul, type Ratio, ratio, sub } from '@yizhuan/kit'
import { ownCost } from '@yizhuan/money'
import type { ChiefsBarred } from './chiefs.ts'
import { dividedByTitle, ownShare } from './course.ts'
import type { Member, ScenarioRead } from './reading.ts'

/** A part of the company, and what of the agreed value it stands for; who brings the rest has none of it. */
export interface StakeForecast {
  readonly holder: 'institution' | 'platform_company' | 'contributor' | 'co_owner' | 'partner'
  /** Which member or other holder of the title; none where nobody is named. */
  readonly at?: number
  readonly share: Ratio
  readonly value?: Fen
}

/** The company as it would be formed. The parts are the whole, and the values sum to what was agreed. */
export interface CompanyForecast {
  readonly value: Fen
  readonly stakes: readonly StakeForecast[]
  /** A chief was to have equity and the law bars it, or may: the others share it among themselves. */
  readonly chiefsBarred?: ChiefsBarred
}

/** Who would hold what; undefined where nothing is contributed. */
export function companyOf(
  scenario: ScenarioRead,
  chiefsBarred: ChiefsBarred | undefined,
): CompanyForecast | undefined {
  const { mode, stake, equity, partners, income, members, viaCompany } = scenario
  if (mode !== 'equity_contribution') return undefined
  const { ours, others } = dividedByTitle(income, partners)
  const whole = mul(stake, ownShare(partners))
  const forPeople = mul(whole, equity)
  const kept = sub(whole, forPeople)
  // As the register books it: the own part is rounded down, so that people are not given less.
  const keptValue = ownCost(ours, kept, whole) as Fen
  const stakes: readonly StakeForecast[] = [
    {
      ...{ holder: viaCompany ? 'platform_company' : 'institution' },
      ...{ share: kept, value: keptValue },
    },
    ...amongPeople(
      members.map((one) => ({ ...one, holds: holdsEquity(one, chiefsBarred !== undefined) })),
      forPeople,
      (ours - keptValue) as Fen,
    ),
    ...partners.map(
      (share, at): StakeForecast => ({
        ...{ holder: 'co_owner', at, share: mul(stake, share) },
        value: others[at] ?? (0n as Fen),
      }),
    ),
    { holder: 'partner', share: sub(ratio(1), stake) },
  ]
  return {
    value: income,
    stakes: stakes.filter(({ share }) => share.n > 0n),
    ...(chiefsBarred && { chiefsBarred }),
  }
}

const holdsEquity = ({ award, isChief, share }: Member, areChiefsBarred: boolean): boolean =>
  award === 'equity' && share.n > 0n && !(isChief && areChiefsBarred)

/** Whoever is to have equity and may hold it, by their parts of the team; the team as one where nobody is. */
function amongPeople(
  members: readonly { readonly share: Ratio; readonly holds: boolean }[],
  share: Ratio,
  value: Fen,
): readonly StakeForecast[] {
  const taking = members.flatMap((one, at) => (one.holds ? [{ at, weight: one.share }] : []))
  if (taking.length === 0) return [{ holder: 'contributor', share, value }]
  const weights = taking.map(({ weight }) => weight)
  const all = weights.reduce(add, ratio(0))
  const values = allocate(
    value,
    weights.map((weight) => div(weight, all)),
  ).parts
  return taking.map(({ at, weight }, place) => ({
    ...{ holder: 'contributor', at, share: mul(share, div(weight, all)) },
    value: values[place] ?? (0n as Fen),
  }))
}
