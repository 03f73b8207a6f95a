import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { periodKey } from '@yizhuan/money'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { newId } from '../../platform/ids.ts'
import { beginning } from '../../platform/text.ts'
import { auditsOf } from './audit.queries.ts'
import type { NewAuditWire } from './audit.wire.ts'
import { isCarriedOut, undoDecision } from './audit-decision.commands.ts'
import { bookClaims } from './booking.commands.ts'
import { inCurrency } from './invoice.commands.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { lockedContract, tell, toldAmounts } from './terms.commands.ts'
import {
  invoicedOf,
  type ReceivableRow,
  receivablesOf,
  standing,
  statementsOf,
  versionsOf,
} from './terms.queries.ts'

// Looks into the books of licensees. What was stated too little becomes a payment of its own, and goes with the audit.

type Done<Value> = Promise<Outcome<Value, ReceivableRefusals>>
type Given = Omit<z.output<typeof NewAuditWire>, 'id'>

/** Notes that the books of a licensee are looked at, or what came of it; what was stated too little is owed. */
export async function recordAudit(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: Given,
): Done<{ id: string }> {
  const { institution } = by
  if (!(await lockedContract(tx, by, id))) return refuse('no-such-contract', {})
  const judged = await judgeAudit(tx, institution, clock.today(), id, given)
  if (judged.kind === 'refused') return judged
  const { onDay, outcome, term, periodFrom, dueOn, words, files } = given
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is noted.
  const { period, difference } = judged.value
  const audit = newId()
  await tx
    .insertInto('royaltyAudit')
    .values({
      ...{ institutionId: institution, id: audit, contractId: id, onDay, outcome, words },
      ...{ term, periodFrom, dueOn, differenceMinor: difference, files: JSON.stringify(files) },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  if (period && dueOn !== null && difference !== null) {
    await owe(tx, institution, period, { audit, dueOn, minor: difference })
  }
  const currency = (await versionsOf(tx, institution, id)).at(-1)?.currency ?? 'CNY'
  await tell(tx, clock, by, id, 'royaltyAudited', {
    ...{ onDay, outcome, words, periodFrom, dueOn, ...toldAmounts(currency, { difference }) },
    files: files.map(({ sha256 }) => sha256),
  })
  await bookClaims(tx, clock, institution, id)
  return accept({ id: audit })
}

interface Judged {
  /** The receivable of the period that was looked at. */
  readonly period: ReceivableRow | undefined
  /** Below nought where too much was stated. */
  readonly difference: string | null
}

async function judgeAudit(
  tx: Tx,
  institution: string,
  today: string,
  id: string,
  { onDay, outcome, term, periodFrom, difference, direction, dueOn }: Given,
): Done<Judged> {
  if (outcome !== 'announced' && onDay > today) return refuse('audited-in-future', { today })
  const isFound = outcome === 'difference'
  if (isFound !== (difference !== null && difference !== '0')) return refuse('audit-difference', {})
  const isOwed = isFound && direction === 'under'
  if (!isOwed && dueOn !== null) return refuse('audit-due-unasked', {})
  if (term === null || periodFrom === null) {
    const isHalf = term !== null || periodFrom !== null
    if (isFound || isHalf) return refuse('audit-period-missing', {})
    return accept({ period: undefined, difference: null })
  }
  const said = standing(await statementsOf(tx, institution, id))
  const statement = said.find((one) => one.term === term && one.periodFrom === periodFrom)
  const rows = await receivablesOf(tx, institution, id)
  const period = rows.find(({ key }) => key === periodKey(term, periodFrom as ReceivableDay))
  if (!statement || !period) return refuse('audit-period-unstated', {})
  if (!isFound || difference === null) return accept({ period, difference: null })
  if (isOwed && dueOn === null) return refuse('audit-due-missing', {})
  if (dueOn !== null && dueOn < onDay) return refuse('audit-due-before', {})
  const before = await differenceFound(tx, institution, id, { term, periodFrom })
  if (before) return refuse('audited-before', { on: before.onDay })
  if (isOwed) return accept({ period, difference })
  if (BigInt(difference) > BigInt(statement.dueMinor)) {
    return refuse('audit-above-due', {
      due: inCurrency(BigInt(statement.dueMinor), period.currency),
    })
  }
  return accept({ period, difference: `-${difference}` })
}

type ReceivableDay = Parameters<typeof periodKey>[1]

/** The audit that found a difference of a period and stands. */
export async function differenceFound(
  tx: Tx,
  institution: string,
  contract: string,
  { term, periodFrom }: { readonly term: string; readonly periodFrom: string },
) {
  const audits = await auditsOf(tx, institution, contract)
  return audits.find(
    (one) =>
      one.term === term &&
      one.periodFrom === periodFrom &&
      one.differenceMinor !== null &&
      one.takenBack === null,
  )
}

/** What was stated too little of a period is owed by itself, in the currency and at the rate of the period. */
async function owe(
  tx: Tx,
  institution: string,
  { contractId, term, label, currency, periodFrom, periodTo, planN, planD }: ReceivableRow,
  {
    audit,
    dueOn,
    minor,
  }: { readonly audit: string; readonly dueOn: string; readonly minor: string },
): Promise<void> {
  await tx
    .insertInto('receivable')
    .values({
      ...{ institutionId: institution, id: newId(), contractId, auditId: audit },
      ...{ key: `audit/${audit}`, term, kind: 'audit', currency, minor, dueOn },
      label: `${beginning(label, 150)}（审计补付 ${periodFrom}）`,
      ...{ periodFrom, periodTo, statementOn: null, planN, planD },
    })
    .execute()
}

/** Takes back an audit that was recorded by mistake, with what it made the licensee owe, while no money moved on it. */
export async function takeBackAudit(
  tx: Tx,
  clock: Clock,
  by: Caller,
  { contract, audit, reason }: { contract: string; audit: string; reason: string },
): Done<{ id: string }> {
  const { institution } = by
  if (!(await lockedContract(tx, by, contract))) return refuse('no-such-contract', {})
  const one = (await auditsOf(tx, institution, contract)).find(({ id }) => id === audit)
  if (!one) return refuse('no-such-audit', {})
  if (one.takenBack !== null) return refuse('audit-taken-back', {})
  const rows = await receivablesOf(tx, institution, contract)
  const owed = rows.find(({ id }) => id === one.receivableId)
  const invoiced = await invoicedOf(tx, institution, contract)
  const isInvoiced = invoiced.some(({ receivableId }) => receivableId === owed?.id)
  if (isInvoiced || (owed && (owed.matchedMinor !== '0' || owed.writtenOffMinor !== '0'))) {
    return refuse('audit-in-use', {})
  }
  if (await isCarriedOut(tx, institution, contract, one)) return refuse('decision-in-use', {})

  // From here on it is taken back.
  await tx
    .insertInto('royaltyAuditTakenBack')
    .values({
      ...{ institutionId: institution, auditId: audit, reason },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  await undoDecision(tx, institution, contract, one)
  if (owed) {
    await tx
      .updateTable('receivable')
      .set({ isCancelled: true })
      .where('institutionId', '=', institution)
      .where('id', '=', owed.id)
      .execute()
  }
  await tell(tx, clock, by, contract, 'auditTakenBack', { onDay: one.onDay, reason })
  await bookClaims(tx, clock, institution, contract)
  return accept({ id: audit })
}
