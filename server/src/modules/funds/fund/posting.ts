import type { FundMovement, MoneyEventKind } from '@yizhuan/money'
import type { Posting } from '../../journal/index.ts'
import type { Through } from './fund.ts'

const events: Partial<Record<FundMovement, MoneyEventKind>> = {
  contributed: 'fundReceived',
  givenBack: 'fundGivenBack',
  drawn: 'fundDrawn',
  returned: 'fundReturned',
}

/** What a line of a fund's ledger does to money; what stays within the house or is only promised, nothing. */
export function fundPosting(
  fund: { readonly id: string; readonly name: string },
  entry: {
    readonly id: string
    readonly kind: FundMovement
    readonly amountFen: string
    readonly onDay: string
    readonly through: Through
    readonly reference: string
  },
): Posting[] {
  const kind = events[entry.kind]
  if (!kind || entry.through === 'house') return []
  const parts = { moved: [{ fen: BigInt(entry.amountFen) }] }
  const source = 'fund' as const
  return [
    {
      event: { kind, on: entry.onDay, parts },
      of: {
        ...{ source, id: entry.id, seq: 0, record: fund.id },
        ...{ subject: fund.name, reference: entry.reference },
      },
    },
  ]
}
