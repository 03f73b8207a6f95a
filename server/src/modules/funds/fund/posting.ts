import type { MoneyEventKind } from '@yizhuan/money'
import type { Posting } from '../../journal/index.ts'
import type { LineKind, Through } from './fund.ts'

const events: Partial<Record<LineKind, MoneyEventKind>> = {
  contributed: 'fundReceived',
  givenBack: 'fundGivenBack',
  drawn: 'fundDrawn',
  returned: 'fundReturned',
}

/** Where a line of a fund is recorded. */
export function recordedOf(
  { id, name }: { readonly id: string; readonly name: string },
  line: string,
) {
  const source = 'fund' as const
  return { source, id: line, seq: 0, record: id, subject: name }
}

/** What a line of a fund's ledger does to money; what stays within the house or is only promised, nothing. */
export function fundPosting(
  fund: { readonly id: string; readonly name: string },
  entry: {
    readonly id: string
    readonly kind: LineKind
    readonly amountFen: string
    readonly onDay: string
    readonly through: Through
    readonly reference: string
  },
): Posting[] {
  const kind = events[entry.kind]
  if (!kind || entry.through === 'house') return []
  const parts = { moved: [{ fen: BigInt(entry.amountFen) }] }
  const event = { kind, on: entry.onDay, parts }
  return [{ event, of: { ...recordedOf(fund, entry.id), reference: entry.reference } }]
}
