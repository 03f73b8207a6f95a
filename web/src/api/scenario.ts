import { dayInChina } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import {
  firstPayment,
  firstScenario,
  type PaymentTyped,
  paymentKinds,
  type Scenario,
  staffShares,
} from '@yizhuan/procedures'
import { listIn, listText, mostInList } from './hash-lists.ts'

/** A scenario as the part of an address behind `#`. Other income of persons is left out. */
export function toHash(scenario: Scenario): string {
  const { mode, pricing, day, income, costs, contributors, tto, staff, equity, members, relief } =
    scenario
  const parts = new URLSearchParams({
    mode,
    pricing,
    day,
    income,
    contributors,
    tto,
    staff,
    equity,
  })
  parts.set('relief', relief)
  if (scenario.staffShare !== 'no') parts.set('staffShare', scenario.staffShare)
  if (mode === 'equity_contribution') parts.set('stake', scenario.stake)
  if (scenario.partners.length > 0)
    parts.set('partners', listText(scenario.partners.map((one) => [one])))
  if (scenario.payments.length > 0) parts.set('payments', JSON.stringify(scenario.payments))
  if (scenario.byRule) parts.set('rule', 'house')
  if (scenario.viaCompany) parts.set('company', scenario.company)
  parts.set('costs', listText(costs.map(({ kind, amount }) => [kind, amount])))
  parts.set(
    'team',
    listText(
      members.map(({ share, award, isChief }) => [share, award, ...(isChief ? ['chief'] : [])]),
    ),
  )
  return parts.toString()
}

/** A scenario from an address; what it leaves out, or says in a way we do not know, is as at first. */
export function fromHash(hash: string, first: Scenario): Scenario {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  const text = (name: string, standard: string) => (parts.get(name) ?? standard).slice(0, 40)
  const relief = parts.get('relief')
  return {
    mode: text('mode', first.mode),
    pricing: text('pricing', first.pricing),
    day: text('day', first.day),
    income: text('income', first.income),
    costs: listIn(parts.get('costs'), first.costs, ([kind = '', amount = '']) => ({
      kind,
      amount,
    })),
    contributors: text('contributors', first.contributors),
    tto: text('tto', first.tto),
    staff: text('staff', first.staff),
    stake: text('stake', first.stake),
    equity: text('equity', first.equity),
    partners: listIn(parts.get('partners'), first.partners, ([share = '']) => share),
    payments: paymentsIn(parts.get('payments')) ?? first.payments,
    byRule: parts.has('rule') ? parts.get('rule') === 'house' : first.byRule,
    viaCompany: parts.has('company') || first.viaCompany,
    company: text('company', first.company),
    members: listIn(parts.get('team'), first.members, ([share = '', award, chief]) => ({
      share,
      award: award === 'equity' ? 'equity' : 'cash',
      isChief: chief === 'chief',
      other: '',
    })),
    relief: relief === 'yes' || relief === 'no' ? relief : 'unknown',
    staffShare: staffShares.find((one) => one === parts.get('staffShare')) ?? first.staffShare,
  }
}

/** Payments of an address; of each only what a payment has, and only as text. */
function paymentsIn(text: string | null): readonly PaymentTyped[] | undefined {
  const said = text === null ? undefined : parsed(text)
  if (!Array.isArray(said)) return undefined
  return said.slice(0, mostInList).flatMap((one: unknown): PaymentTyped[] => {
    const given = (one ?? {}) as Readonly<Record<string, unknown>>
    const kind = paymentKinds.find((each) => each === given['kind'])
    if (!kind) return []
    const first = firstPayment(kind, '2000-01-01')
    const textOf = (name: string, standard: string) => String(given[name] ?? standard).slice(0, 200)
    const bands = (Array.isArray(given['bands']) ? given['bands'] : first.bands) as readonly {
      readonly upTo?: unknown
      readonly rate?: unknown
    }[]
    return [
      {
        ...{ kind, amount: textOf('amount', first.amount), on: textOf('on', first.on) },
        ...{ days: textOf('days', first.days), to: textOf('to', first.to) },
        ...{ every: textOf('every', first.every), sales: textOf('sales', first.sales) },
        unit: typeof given['unit'] === 'string' ? given['unit'].slice(0, 20) : null,
        counts: given['counts'] === 'life' ? 'life' : 'period',
        bands: bands.slice(0, mostInList).map((band) => ({
          upTo: String(band?.upTo ?? '').slice(0, 40),
          rate: String(band?.rate ?? '').slice(0, 40),
        })),
      },
    ]
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The scenario of an address; what it leaves out is as of today, by some laws. */
export const scenarioIn = (hash: string, laws: readonly Law[]): Scenario =>
  fromHash(hash, firstScenario(dayInChina(new Date()), laws))
