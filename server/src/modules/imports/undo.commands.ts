import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { asSystem, type Tx, withRightsOf } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { frugally } from '../../platform/frugal.ts'
import { amendRecord, type Given } from '../../platform/register.ts'
import { settleSoon } from '../../platform/settling.ts'
import { withdrawRecords } from '../../platform/withdraw.ts'
import { achievementRegister } from '../achievements/index.ts'
import { type ContractFields, contractRegister, putBackContract } from '../contracts/index.ts'
import {
  amendReceipt,
  type ReceiptFields,
  receiptRegister,
  takeBackReceipts,
} from '../proceeds/index.ts'
import {
  amendRight,
  type RightFields,
  rightProblem,
  rightRegister,
  unrelateRights,
  withdrawTitles,
} from '../rights/index.ts'
import { takeBackCosts } from './costs.ts'
import {
  againstTables,
  type ImportDesk,
  type Importer,
  type ImportRefusals,
  importChain,
  settlement,
} from './import.commands.ts'
import { lockImport } from './import.queries.ts'
import { noneOfEach, type RegisterName } from './table-row.ts'
import {
  changedSince,
  changesMade,
  closedSince,
  forgetOrigins,
  type Hindrance,
  lockWritten,
  namesOf,
  recordsWritten,
  referencesTo,
} from './undo.queries.ts'
import { type Before, beforeChanges } from './undo.ts'
import type { HindranceWire, UndoneWire, UndoPlanWire } from './undo.wire.ts'
import { putBackPeople, putBackPosts, withdrawPeople, withdrawProjects } from './undo-people.ts'

/** Why an import is not taken back. Nothing was written. */
export interface UndoRefusals extends ImportRefusals {
  'import-not-written': { readonly state: string }
  'import-in-use': { readonly count: string; readonly hindrances: string }
  'records-changed': { readonly records: string; readonly expected: string }
}

/** The most records in the way that are named. */
const mostNamed = 50

/**
 * Says what taking an import back would do, or what stands in its way.
 *
 * An import makes no legal act: it enters records in registers, and those can leave them again while
 * nothing rests on them. Closed matters count too: whoever asks is not told which they are.
 */
export function foreseeUndo(
  { db }: ImportDesk,
  by: Importer,
  id: string,
): Promise<Outcome<UndoPlanWire, UndoRefusals>> {
  return asSystem(db, by.institution, async (tx) => {
    const found = await writtenImport(tx, by, id)
    return found.kind === 'refused' ? found : accept(await planOf(tx, by, id))
  })
}

/** Takes an import back: all of it in one transaction, or nothing. */
export function undoImport(
  { db, clock }: ImportDesk,
  by: Importer,
  id: string,
  { records, reason }: { readonly records: number; readonly reason: string },
): Promise<Outcome<UndoneWire, UndoRefusals>> {
  const { institution } = by
  const work = async (tx: Tx): Promise<Outcome<UndoneWire, UndoRefusals>> => {
    await lockChain(tx, { institution, name: importChain })
    const found = await writtenImport(tx, by, id)
    if (found.kind === 'refused') return found
    await lockWritten(tx, institution, id)
    const { hindered, hindrances, ...plan } = await planOf(tx, by, id)
    if (hindered > 0) {
      return refuse('import-in-use', {
        count: `${hindered}`,
        hindrances: JSON.stringify(hindrances),
      })
    }
    const all = total(plan.withdrawn) + total(plan.putBack)
    if (all !== records) {
      return refuse('records-changed', { records: `${all}`, expected: `${records}` })
    }

    // From here on the import is taken back.
    const { fileName: file, fileSha256: sha256 } = found.value
    const why = `撤销导入“${file}”：${reason}`
    await putBack(tx, clock, by, id, why)
    await putBackPosts(tx, clock, by, id, why)
    await withdraw(tx, clock, by, id, why)
    await forgetOrigins(tx, institution, id)
    const at = clock.now()
    await settleUndone(tx, by, id, at, reason)
    const data = { file, sha256, reason, ...plan }
    await recordChange(tx, importChain, { action: 'import.undone', subject: id, data, at, by })
    await settleSoon(tx, institution, at)
    return accept(plan)
  }
  return frugally(() => asSystem(db, institution, work))
}

async function writtenImport(tx: Tx, by: Importer, id: string) {
  const found = await lockImport(tx, by.institution, id)
  if (!found) return refuse('no-such-import', {})
  const no = againstTables(by, found.counts)
  if (no) return no
  if (found.state === 'confirmed') return accept(found)
  if (found.state === 'undone') return refuse('import-settled', settlement(found))
  return refuse('import-not-written', { state: found.state })
}

async function planOf(tx: Tx, by: Importer, id: string): Promise<UndoPlanWire> {
  const { institution } = by
  const written = await recordsWritten(tx, institution, id)
  const changed = await changedSince(tx, institution, id)
  const references = await referencesTo(tx, institution, id)
  const told =
    references.length === 0
      ? references
      : await withRightsOf(tx, by, () => referencesTo(tx, institution, id))
  const closed = await closedSince(tx, institution, id)
  const hindrances = [...changed, ...closed, ...onlyTold(references, told)]
  const first = hindrances.slice(0, mostNamed)
  const names = await namesOf(
    tx,
    institution,
    first.map(({ recordId }) => recordId),
  )
  const amended = written.filter(({ isNew }) => !isNew)
  const before = await beforeOf(tx, institution, id, amended)
  return {
    withdrawn: countOf(written.filter(({ isNew }) => isNew)),
    putBack: countOf(amended),
    idNumbersKept: [...before.values()].filter(({ losesIdNumber }) => losesIdNumber).length,
    hindered: new Set(hindrances.map(({ recordId }) => recordId)).size,
    hindrances: first.map((one): HindranceWire => {
      const { number = null, title = null } = names.get(one.recordId) ?? {}
      return { ...one, number, title }
    }),
  }
}

/** Of what refers to a record, what the asking person may read; the rest is not named. */
function onlyTold(all: readonly Hindrance[], told: readonly Hindrance[]): readonly Hindrance[] {
  const nameOf = ({ recordId, why }: Hindrance) => `${recordId} ${why}`
  const known = new Map(told.map((one) => [nameOf(one), one]))
  return all.map((one) => known.get(nameOf(one)) ?? { ...one, why: 'elsewhere', count: 1 })
}

function countOf(records: readonly { readonly register: RegisterName }[]) {
  const count = noneOfEach()
  for (const { register } of records) count[register] += 1
  return count
}

const total = (count: Readonly<Record<string, number>>) =>
  Object.values(count).reduce((sum, one) => sum + one, 0)

async function beforeOf(
  tx: Tx,
  institution: string,
  id: string,
  amended: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Before>> {
  const ids = amended.map((one) => one.id)
  const changes = await changesMade(tx, institution, id, ids)
  return new Map(ids.map((one) => [one, beforeChanges(changes.get(one) ?? [])]))
}

/** Puts the records an import changed back to what they were, each by the command of its register. */
async function putBack(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  id: string,
  reason: string,
): Promise<void> {
  const written = await recordsWritten(tx, by.institution, id)
  const amended = written.filter(({ isNew }) => !isNew)
  const before = await beforeOf(tx, by.institution, id, amended)
  for (const one of amended) {
    const { register, id: record } = one
    const { fields, achievements, related, ...titles } = before.get(record) ?? beforeChanges([])
    switch (register) {
      case 'unit':
      case 'person':
      case 'project':
      case 'carrier':
      case 'trusteeship':
      case 'internalRule':
      case 'spin-off':
        await putBackPeople(tx, clock, by, one, fields, reason)
        break
      case 'post':
      case 'projectEntry':
      case 'cost':
      case 'credential':
      case 'interest':
      case 'evaluation':
      case 'stockAnswer':
        break
      case 'achievement':
        await amendRecord(tx, achievementRegister, clock, by, record, { fields, reason })
        break
      case 'right': {
        const given = fields as Given<RightFields>
        const outcome = await amendRight(tx, clock, by, record, {
          ...{ fields: given, reason, isPutBack: true },
        })
        if (outcome.kind === 'refused') throw rightProblem(outcome.refusal)
        for (const earlier of related) await unrelateRights(tx, clock, by, record, earlier)
        await withdrawTitles(tx, clock, by, record, { ...titles, reason })
        break
      }
      case 'contract': {
        const given = fields as Given<ContractFields>
        await putBackContract(tx, clock, by, record, { fields: given, achievements, reason })
        break
      }
      case 'receipt':
        await amendReceipt(tx, clock, by, record, {
          fields: fields as Given<ReceiptFields>,
          reason,
        })
    }
  }
}

/** What a record consists of besides its row. */
const registers = [
  [receiptRegister, []],
  [contractRegister, [['contract_achievement', 'contract_id']]],
  [
    rightRegister,
    [
      ['right_docket', 'right_id'],
      ['right_fee', 'right_id'],
      ['right_clock', 'right_id'],
      ['right_relation', 'right_id'],
      ['right_party_set', 'right_id'],
      ['right_event', 'right_id'],
    ],
  ],
  [achievementRegister, []],
] as const

/** Takes the records an import entered out of their registers: what refers before what is referred to. */
async function withdraw(
  tx: Tx,
  clock: ImportDesk['clock'],
  by: Importer,
  id: string,
  reason: string,
): Promise<void> {
  const written = await recordsWritten(tx, by.institution, id)
  await takeBackCosts(tx, clock, by, written, reason)
  await withdrawProjects(tx, clock, by, written, { reason, import: id })
  for (const [register, parts] of registers) {
    const fresh = written.filter((one) => one.isNew && one.register === register.name)
    const ids = fresh.map((one) => one.id)
    if (register === receiptRegister) {
      await takeBackReceipts(tx, clock, by.institution, ids, reason)
    }
    await withdrawRecords(tx, register, by, clock.now(), ids, { reason, import: id }, parts)
  }
  await withdrawPeople(tx, clock, by, written, { reason, import: id })
}

async function settleUndone(
  tx: Tx,
  by: Importer,
  id: string,
  at: Date,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('ledgerImport')
    .set({
      state: 'undone',
      undoneBy: by.person,
      undoneByName: by.name,
      undoneAt: at,
      undoneReason: reason,
      contentSealed: null,
    })
    .where('institutionId', '=', by.institution)
    .where('id', '=', id)
    .execute()
}
