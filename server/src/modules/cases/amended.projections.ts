import type { CaseState, ModeData, serviceActs } from '@yizhuan/procedures'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type AmendmentOfCase, projectContractAmendment } from '../contracts/index.ts'
import { projectClaims } from '../receivables/index.ts'
import type { Entry } from './procedure.ts'

// What an amendment that a case signed makes of the contract in the register: both views say the same.

/** The terms of a deal as the register of contracts names them; of the others it is told that they changed. */
const columnOf = {
  mode: 'mode',
  counterparty: 'counterparty',
  price: 'amountFen',
  licenceKind: 'exclusivity',
  field: 'field',
  territory: 'territory',
  licenceUntil: 'termTo',
} as const

/** The longest name of a party that the register has room for. */
const mostOfName = 200

/** Writes an amendment of a transfer: the changed terms it puts into the contract. */
export async function projectAmended(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  { amendments = [] }: CaseState,
): Promise<void> {
  const { number, summary, counterpartyUscc } = entry.data as ModeData<'contractAmended'>
  const terms = amendments.find(({ seq }) => seq === entry.seq)?.terms ?? []
  const isColumn = (field: string): field is keyof typeof columnOf => field in columnOf
  const fields = terms.flatMap(({ field, will }) =>
    isColumn(field) ? [[columnOf[field], fitting(field, will)] as const] : [],
  )
  await projectInto(tx, clock, institution, entry, {
    ...{ number, summary },
    fields: { ...Object.fromEntries(fields), ...(counterpartyUscc && { counterpartyUscc }) },
    beside: terms.flatMap(({ field, was, will }) =>
      isColumn(field) ? [] : [{ field, from: was ?? null, to: will ?? null }],
    ),
  })
}

const fitting = (field: string, will: string | undefined) =>
  (field === 'counterparty' ? will?.slice(0, mostOfName) : will) ?? null

/** The same of commissioned work. */
export function projectServiceAmended(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
): Promise<void> {
  const data = entry.data as z.infer<(typeof serviceActs)['serviceAmended']>
  const { number, reason, price, performUntil, scope } = data
  const fields = { amountFen: price, termTo: performUntil, keyTerms: scope }
  return projectInto(tx, clock, institution, entry, { number, summary: reason, fields, beside: [] })
}

async function projectInto(
  tx: Tx,
  clock: Clock,
  institution: string,
  { case: id, seq, on, by: { person, name }, files }: Entry,
  said: Pick<AmendmentOfCase, 'number' | 'summary' | 'fields' | 'beside'>,
): Promise<void> {
  const of = { institution, case: id }
  await projectContractAmendment(tx, clock, {
    ...{ ...of, seq, on, by: { person, name }, files },
    ...said,
  })
  await projectClaims(tx, clock, of)
}
