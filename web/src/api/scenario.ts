import { dayInChina } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { firstScenario, type Scenario } from '@yizhuan/procedures'

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
  parts.set('costs', costs.map(({ kind, amount }) => `${kind}:${amount}`).join(','))
  parts.set(
    'team',
    members
      .map(({ share, award, isChief }) => `${share}:${award}${isChief ? ':chief' : ''}`)
      .join(','),
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
    costs: listed(parts.get('costs'), first.costs, ([kind = '', amount = '']) => ({
      kind,
      amount,
    })),
    contributors: text('contributors', first.contributors),
    tto: text('tto', first.tto),
    staff: text('staff', first.staff),
    equity: text('equity', first.equity),
    members: listed(parts.get('team'), first.members, ([share = '', award, chief]) => ({
      share,
      award: award === 'equity' ? 'equity' : 'cash',
      isChief: chief === 'chief',
      other: '',
    })),
    relief: relief === 'yes' || relief === 'no' ? relief : 'unknown',
  }
}

const MOST = 30

function listed<Item>(
  text: string | null,
  standard: readonly Item[],
  read: (fields: readonly string[]) => Item,
): readonly Item[] {
  if (text === null) return standard
  if (text === '') return []
  return text
    .split(',', MOST)
    .map((each) => read(each.split(':').map((field) => field.slice(0, 40))))
}

/** The scenario of an address; what it leaves out is as of today, by some laws. */
export const scenarioIn = (hash: string, laws: readonly Law[]): Scenario =>
  fromHash(hash, firstScenario(dayInChina(new Date()), laws))
