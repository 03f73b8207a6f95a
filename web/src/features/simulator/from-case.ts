import type { Scenario } from '@yizhuan/procedures'
import type { CaseWire } from '@yizhuan/server/wire/cases/case'
import { typedYuan } from '../../ui/Money.tsx'

/** The parts of a case's money that a scenario begins from. */
interface MoneyShown {
  readonly lines: readonly {
    readonly id: string
    readonly amount: string
    readonly effect: string
  }[]
  readonly net?: string
  readonly planned: readonly { readonly id: string; readonly amount: string }[]
}

/** A scenario that begins as a case stands: its mode, price, costs and plan; nobody's name. */
export function fromCase(one: CaseWire, first: Scenario): Scenario {
  const money = (one.money ?? one.assessment['money']) as MoneyShown | undefined
  const income = money?.lines.find(({ effect }) => effect === 'adds')?.amount ?? one.case.priceFen
  const shareOf = (part: string): string | undefined => {
    const amount = money?.planned.find(({ id }) => id === part)?.amount
    return amount && money?.net ? perCent(BigInt(amount), BigInt(money.net)) : undefined
  }
  return {
    ...first,
    mode: one.case.mode ?? first.mode,
    pricing: one.case.pricing ?? first.pricing,
    day: one.today,
    ...(income && { income: typedYuan(income) }),
    costs: (money?.lines ?? [])
      .filter(({ effect }) => effect !== 'adds')
      .map(({ id, amount }) => ({ kind: id, amount: typedYuan(amount) })),
    contributors: shareOf('toContributors') ?? first.contributors,
    tto: shareOf('toTto') ?? first.tto,
  }
}

/** A part of the whole with four decimals, rounded down: what is typed can be changed. */
function perCent(part: bigint, whole: bigint): string {
  if (whole <= 0n) return '0%'
  const scaled = (part * 1_000_000n) / whole
  const decimals = String(scaled % 10_000n)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${scaled / 10_000n}${decimals && `.${decimals}`}%`
}
