import { accept, lastDayKnown, type Outcome, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { expectSeq, lockChain } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { historyOf } from '../../platform/history.ts'
import {
  type Author,
  amendRecord,
  chainOf,
  differences,
  type FieldChange,
  type Given,
  recordOf,
} from '../../platform/register.ts'
import { amendmentsOf, standingAmendments } from './amendment.queries.ts'
import type { FileRef } from './amendment.table.ts'
import type { NewAmendmentWire } from './amendment.wire.ts'
import { tellSignedFiles } from './contract.commands.ts'
import { contractOf } from './contract.queries.ts'
import type { ContractRefusals } from './contract.refusals.ts'
import { contractRegister } from './contract.table.ts'
import type { ContractFields } from './contract.ts'

type Done = Promise<Outcome<{ version: number }, ContractRefusals>>

/** Records the amendment of a contract without a case. What was agreed before stays readable, version by version. */
export async function amendSigned(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: z.output<typeof NewAmendmentWire>,
): Done {
  const { institution } = by
  const { on, number, summary, payment, files, expectedSeq, id: _once, ...fields } = given
  const before = await held(tx, by, id, expectedSeq)
  if (!before) return refuse('no-such-contract', {})
  if (before.caseId !== null) return refuse('amended-in-case', {})
  const all = await amendmentsOf(tx, institution, id)
  const no = whyNot(before, standingAmendments(all).at(-1)?.onDay, on, clock.today())
  if (no) return no
  const { termFrom = before.termFrom, termTo = before.termTo } = fields
  if (termFrom && termTo && lastDayKnown(termTo) < termFrom)
    return refuse('contract-ends-before', {})
  const stored = (await recordOf(tx, contractRegister, institution, id)) ?? {}
  const moved = differences(stored, withCode(before.counterparty, fields))
  const paid = paymentBefore(standingAmendments(all))
  const changes =
    payment === undefined || payment === paid ? moved : [...moved, pays(paid, payment)]
  if (changes.length === 0) return refuse('amendment-changes-nothing', {})
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('amendment-file-lost', { name: lost.name })

  // From here on it is amended.
  const told = { on, number, summary, changes, files, takesBack: null }
  const version = await writeAmendment(tx, clock, by, id, told)
  await tellSignedFiles(tx, clock.now(), by, id, files)
  return accept({ version })
}

/** What an amendment says, where another party has another code: where nobody tells that, it is unknown. */
export function withCode(
  party: string | null,
  fields: Given<Pick<ContractFields, 'counterparty' | 'counterpartyUscc'>>,
) {
  const { counterparty, counterpartyUscc } = fields
  const isOther = counterparty !== undefined && counterparty !== party
  return isOther && counterpartyUscc === undefined ? { ...fields, counterpartyUscc: null } : fields
}

const pays = (from: string | null, to: string): FieldChange => ({ field: 'payment', from, to })

/** How it was paid by the last amendment that said so; what the contract itself says of it, its payment terms say. */
function paymentBefore(all: readonly { readonly changes: readonly FieldChange[] }[]) {
  const said = all.flatMap(({ changes }) => changes).findLast(({ field }) => field === 'payment')
  return (said?.to ?? null) as string | null
}

function whyNot(
  { signedOn, terminatedOn }: Pick<ContractFields, 'signedOn' | 'terminatedOn'>,
  last: string | undefined,
  on: string,
  today: string,
) {
  if (on > today) return refuse('amended-in-future', { today })
  if (signedOn !== null && lastDayKnown(signedOn) > on && signedOn > on)
    return refuse('amended-before', { on: signedOn })
  if (last !== undefined && on < last) return refuse('amended-before', { on: last })
  if (terminatedOn !== null && on > lastDayKnown(terminatedOn))
    return refuse('amended-after-end', { on: terminatedOn })
  return undefined
}

/** The contract, held until the caller is done: of two who amend it at once the second is told of the first. */
async function held(tx: Tx, { institution }: Caller, id: string, expected: number | undefined) {
  if (!(await contractOf(tx, institution, id))) return undefined
  const chain = { institution, name: chainOf(contractRegister, id) }
  const head = await lockChain(tx, chain)
  await expectSeq(head, expected, async (seq) =>
    (await historyOf(tx, chain)).items.filter((entry) => entry.seq > seq),
  )
  // A case may have taken it over while this waited.
  return await contractOf(tx, institution, id)
}

/** Says that the last amendment was recorded by mistake: what was agreed before it holds again. */
export async function takeAmendmentBack(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Done {
  const before = await held(tx, by, id, undefined)
  if (!before) return refuse('no-such-contract', {})
  const last = standingAmendments(await amendmentsOf(tx, by.institution, id)).at(-1)
  if (last?.version !== version) return refuse('amendment-not-last', {})
  if (last.caseId !== null || before.caseId !== null) return refuse('amended-in-case', {})
  const stored = (await recordOf(tx, contractRegister, by.institution, id)) ?? {}
  const was = Object.fromEntries(last.changes.map(({ field, to }) => [field, to]))
  const since = differences(stored, was).filter(({ field }) => field !== 'payment')
  if (since.length > 0) return refuse('amended-since', { fields: since.map(fieldOf).join() })

  // From here on it was none.
  const back = last.changes.map(({ field, from, to }) => ({ field, from: to, to: from }))
  const told = { on: last.onDay, number: last.number, summary: reason, changes: back, files: [] }
  return accept({
    version: await writeAmendment(tx, clock, by, id, { ...told, takesBack: version }),
  })
}

const fieldOf = ({ field }: FieldChange) => field

/** Writes an amendment: a line of its own, an entry of the contract's chain, and what holds from now on. */
export async function writeAmendment(
  tx: Tx,
  clock: Clock,
  by: Author,
  contract: string,
  told: {
    readonly on: string
    readonly number: string | null
    readonly summary: string
    readonly changes: readonly FieldChange[]
    readonly files: readonly FileRef[]
    readonly takesBack: number | null
    readonly act?: { readonly case: string; readonly seq: number }
  },
): Promise<number> {
  const { on, number, summary, changes, files, takesBack, act } = told
  const { institution } = by
  const columns = new Set<string>(contractRegister.columns)
  const fields = changes.filter(({ field }) => columns.has(field))
  const amended = await amendRecord(tx, contractRegister, clock, by, contract, {
    fields: Object.fromEntries(fields.map(({ field, to }) => [field, to])),
    beside: [
      ...changes.filter(({ field }) => !columns.has(field)),
      { field: 'amendedOn', from: null, to: on },
    ],
    reason: [number, summary].filter((one) => one !== null).join('：'),
    action: takesBack === null ? 'amendmentSigned' : 'amendmentTakenBack',
  })
  if (!amended) throw new TypeError('There is no such contract.')
  const version = ((await amendmentsOf(tx, institution, contract)).at(-1)?.version ?? 0) + 1
  await tx
    .insertInto('contractAmendment')
    .values({
      ...{ institutionId: institution, contractId: contract, version, onDay: on },
      ...{ number, summary, takesBack, changes: JSON.stringify(changes) },
      files: JSON.stringify(files.map(({ sha256, name, size }) => ({ sha256, name, size }))),
      ...{ caseId: act?.case ?? null, actSeq: act?.seq ?? null },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  return version
}
