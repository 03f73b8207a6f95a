import {
  type ActsState,
  equityHolding,
  holdingOf,
  type ProceedsPart,
  proceedsIn,
} from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { noteHandPayments, noteHandReturn } from './hand-payments.projections.ts'
import type { After, Entry } from './procedure.ts'

interface Line {
  readonly name: string
  readonly person?: string
  readonly amount: string
}

/** What was paid of a disposal is paid by hand: it stands in the month of its tax and in the statement of its person. */
export async function projectProceeds(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  { procedure, state }: After,
): Promise<void> {
  if (procedure.id !== equityHolding.id) return
  const told = holdingOf(state as ActsState)
  if (entry.type === 'proceedsPaid') {
    const lines = entry.data['lines'] as readonly Line[]
    const isOf = ({ event, to }: ProceedsPart) =>
      event === entry.data['event'] && to === entry.data['to']
    const parts = proceedsIn(state as ActsState).filter(isOf)
    const holders = (told?.periods ?? []).flatMap((period) => period.holders)
    const payments = lines.map(({ name, person, amount }, at) => ({
      ...{ source: 'case' as const, record: entry.case, caseId: entry.case, seq: entry.seq },
      ...{ line: at + 1, title: told?.company ?? entry.case, name, amountFen: amount },
      ...{ person: person ?? onlyOne(parts, name) ?? onlyOne(holders, name), paidOn: entry.on },
      proof: `${entry.data['proof']}`,
    }))
    await noteHandPayments(tx, institution, payments)
  }
  if (entry.type === 'entryStruck') await takenBack(tx, clock, institution, entry)
}

/** Who it is that is known by a name; of two of that name nobody says which. */
function onlyOne(known: readonly Known[], name: string): string | null {
  const people = known.flatMap((one) => {
    return one.name === name && one.person !== undefined ? [one.person] : []
  })
  const [first = null, ...others] = new Set(people)
  return others.length > 0 ? null : first
}

interface Known {
  readonly name: string | null
  readonly person?: string | undefined
}

/** What was entered by mistake was never paid: nothing of it stands, and its tax is owed to nobody. */
async function takenBack(tx: Tx, clock: Clock, institution: string, entry: Entry): Promise<void> {
  const { case: record, on, by, data } = entry
  const rows = await tx
    .selectFrom('handPayment')
    .select(['seq', 'line', 'name', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('recordId', '=', record)
    .where('seq', '=', Number(data['entry']))
    .orderBy('line')
    .execute()
  for (const { seq, line, name, amountFen } of rows) {
    const back = { name, amountFen, on, by, proof: `${data['reason']}` }
    await noteHandReturn(tx, clock, { institution, record, ...back, payment: { seq, line } })
  }
}
