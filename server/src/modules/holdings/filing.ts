import type { Calendar, Day } from '@yizhuan/kit'
import { dayOfNextMonth, type FilingRule } from '@yizhuan/law'
import type { DeferralChoice } from '@yizhuan/procedures'
import type { ToldHolding } from '../cases/index.ts'

// Whose tax on awarded equity is deferred, and by when that is filed: what is not filed is not deferred
// (cn-equity-deferral-2016#h5).

/** How the tax of somebody's equity stands. */
export interface Filing {
  /** None where nobody of the transfer chose: the holding itself says how it is taxed. */
  readonly name: string | null
  readonly option: string
  readonly valueFen: string | null
  readonly costFen: string | null
  /** Whether the conditions of a deferral hold; none while one of them is not answered. */
  readonly holds: boolean | null
  readonly filedOn: string | null
  readonly receipt: string | null
  readonly isFiled: boolean
  readonly settledOn: string | null
}

type Told = Pick<ToldHolding, 'formedOn' | 'periods' | 'tax'>

/** The choices of those who were awarded equity; where none is known, what the record of the holding says. */
export function filingsOf(
  { periods, tax }: Told,
  choices: readonly DeferralChoice[],
): readonly Filing[] {
  const isAwarded = periods[0]?.holders.some(({ kind }) => kind === 'contributor') ?? false
  if (choices.length > 0) return choices.map(filingOf)
  if (!isAwarded || tax === null) return []
  const { option, filing } = tax
  return [
    {
      ...{ name: null, option, valueFen: null, costFen: null, holds: null, settledOn: null },
      ...{ filedOn: null, receipt: filing, isFiled: filing !== null },
    },
  ]
}

function filingOf({ name, option, value, cost, holds, filed, settledOn }: DeferralChoice): Filing {
  return {
    ...{ name, option, valueFen: `${value}`, costFen: `${cost}`, holds: holds ?? null },
    ...{ filedOn: filed?.on ?? null, receipt: filed?.receipt ?? null },
    ...{ isFiled: filed !== undefined, settledOn: settledOn ?? null },
  }
}

/** Whether a deferral is still to be filed; whoever has not chosen may still do so until that day. */
export const isOpen = ({ option, isFiled }: Filing): boolean =>
  !isFiled && (option === 'tax_deferred' || option === 'undecided')

/** The last day to file; none where no rule is at hand for equity of that day. */
export function lastDayToFile(
  { formedOn }: Pick<Told, 'formedOn'>,
  rule: FilingRule | undefined,
  calendar: Calendar,
): Day | null {
  return rule ? dayOfNextMonth(formedOn.slice(0, 7), rule, calendar) : null
}
