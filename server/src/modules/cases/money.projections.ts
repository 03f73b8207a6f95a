import {
  type ActData,
  type CaseState,
  leftOf,
  noAccounts,
  pendingReceipts,
  serviceContract,
} from '@yizhuan/procedures'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import {
  projectCompletion,
  projectRegistration,
  projectSigning,
  projectTermination,
  type SignedContract,
} from '../contracts/index.ts'
import {
  type PaidReceipts,
  projectPayouts,
  projectReceipt,
  projectReversal,
} from '../proceeds/index.ts'
import {
  type EndOfCase,
  projectClaims,
  projectEnd,
  projectRefund,
  projectStatement,
  projectWriteOff,
  projectWriteOffBack,
  type RefundOfCase,
} from '../receivables/index.ts'
import {
  type ActOfRegistration,
  projectAmendment,
  projectOutcome,
  projectTakenBack,
} from '../registrations/index.ts'
import { projectAmended } from './amended.projections.ts'
import { movesBalances, projectBalances } from './balance.projections.ts'
import { projectHandPayments } from './hand-payments.projections.ts'
import { type After, type Entry, lineOf, transferIn } from './procedure.ts'
import { projectService } from './service.projections.ts'
import {
  othersIn,
  projectGivenUp,
  projectTakenIn,
  projectTakenOver,
} from './taken-over.projections.ts'

/** What a licensee stated of a period. */
interface Royalty {
  readonly from: string
  readonly to: string
  readonly sales: string
  readonly royalty: string
  readonly corrects?: boolean
}

/** Writes what an act says about contract and money into the tables that lists and sums read. */
export async function projectMoney(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  if (after.procedure.id === serviceContract.id) {
    return projectService(tx, clock, institution, entry, after)
  }
  const transfer = transferIn(after)
  if (!transfer) return
  const key = { institutionId: institution, caseId: entry.case, seq: entry.seq }
  const of = { institution, case: entry.case }
  switch (entry.type) {
    case 'signed': {
      const signed = entry.data as ActData<'signed'>
      const { price, counterparty, byPlatformCompany } = signed
      const { title, mode, pricing, achievementId: achievement } = lineOf(after)
      const terms = { title, mode, pricing, achievement, counterparty, amountFen: price }
      const claims = {
        claimOfCompany: byPlatformCompany,
        others: await othersIn(tx, institution, transfer),
      }
      const granted = grantedBy(signed, transfer.terms)
      const row = { ...of, seq: entry.seq, signedOn: entry.on, ...terms, ...claims, ...granted }
      await projectSigning(tx, row)
      await projectClaims(tx, clock, of)
      return
    }
    case 'contractAmended':
      return projectAmended(tx, clock, institution, entry, transfer)
    case 'contractTakenOver':
      return projectTakenOver(tx, clock, institution, entry, transfer)
    case 'withdrawn':
      // Only what was taken over is given back to its register.
      return projectGivenUp(tx, clock, institution, entry, contractTaken(transfer))
    case 'contractRegistered': {
      const { outcome, number = null, ...said } = entry.data as ActData<'contractRegistered'>
      await projectRegistration(tx, of, {
        registration: outcome,
        registrationNo: number,
        registeredOn: entry.on,
      })
      const { office: registrar = null, recognisedAmount: recognisedFen = null } = said
      const decided = { outcome, number, registrar, recognisedFen }
      await projectOutcome(tx, ofRegistration(institution, entry), decided)
      return
    }
    case 'registrationAmended': {
      const { remark: words } = entry.data as ActData<'registrationAmended'>
      const step =
        transfer.termination === undefined ? ('changed' as const) : ('terminated' as const)
      await projectAmendment(tx, ofRegistration(institution, entry), { step, words })
      return
    }
    case 'registrationTakenBack': {
      const taken = transfer.registrationEntriesGone?.at(-1)
      const words = `${entry.data['reason']}`
      if (!taken) return
      await projectTakenBack(tx, ofRegistration(institution, entry), { entry: taken, words })
      return
    }
    case 'terminated':
      await projectTermination(tx, of, entry.on)
      await projectEnd(tx, clock, endOf(institution, entry))
      return
    case 'closed':
      await projectCompletion(tx, of)
      return
    case 'receiptRecorded': {
      const { amount, voucher, voucherAmount, forOthers, receiptId } =
        entry.data as ActData<'receiptRecorded'>
      const othersFen = othersOf(forOthers, 1n)
      const voucherFen = voucherAmount ?? null
      const said = { receivedOn: entry.on, amountFen: amount, voucher, voucherFen, othersFen }
      const received = { ...of, seq: entry.seq, ...said }
      if (receiptId === undefined) await projectReceipt(tx, received)
      else await projectTakenIn(tx, clock, entry, { ...received, id: receiptId })
      return
    }
    case 'royaltyReported': {
      const { from, to, sales, royalty, corrects } = entry.data as unknown as Royalty
      const said = { from, to, sales, royalty, corrects: corrects === true, on: entry.on }
      const { seq, by, files } = entry
      await projectStatement(tx, clock, { ...of, ...said, seq, by, files })
      return
    }
    case 'receivableWrittenOff': {
      const { amount: amountFen, reason } = entry.data as ActData<'receivableWrittenOff'>
      const { on, seq, by } = entry
      const at = new Date(entry.at)
      await projectWriteOff(tx, clock, { ...of, seq, on, amountFen, reason, at, by })
      return
    }
    case 'writeOffTakenBack': {
      const { on, seq, by } = entry
      const [at, reason] = [new Date(entry.at), `${entry.data['reason']}`]
      const standing = transfer.writtenOff.map((one) => one.seq)
      await projectWriteOffBack(tx, clock, { ...of, seq, on, reason, at, by, standing })
      return
    }
    case 'planDrafted':
      await tx
        .insertInto('planLine')
        .values(
          planLines(entry.data as ActData<'planDrafted'>).map((line) => ({ ...key, ...line })),
        )
        .execute()
      return
    case 'paid':
      return projectPaid(tx, clock, institution, [{ entry, transfer }])
    default:
      await projectCorrection(tx, clock, of, entry, transfer)
  }
}

const contractTaken = ({ opened, takenOver }: CaseState) => takenOver && opened.data.contractId

function ofRegistration(institution: string, entry: Entry): ActOfRegistration {
  const { case: id, seq, on, at, by, files } = entry
  return { institution, case: id, seq, on, at: new Date(at), by, files }
}

/** What an act says that ended a contract. */
function endOf(institution: string, entry: Entry): EndOfCase {
  return { ...ofRegistration(institution, entry), reason: `${entry.data['reason']}` }
}

/** Writes payouts, each of a case of its own. */
export async function projectPaid(
  tx: Tx,
  clock: Clock,
  institution: string,
  paid: readonly { readonly entry: Entry; readonly transfer: CaseState }[],
): Promise<void> {
  await insertMany(
    tx,
    'payout',
    paid.map(({ entry }) => {
      const { lines } = entry.data as ActData<'paid'>
      const amountFen = `${lines.reduce((total, { amount }) => total + BigInt(amount), 0n)}`
      const key = { institutionId: institution, caseId: entry.case, seq: entry.seq }
      return { ...key, paidOn: entry.on, amountFen }
    }),
  )
  const payouts = paid.map(({ entry, transfer }) => ({
    case: entry.case,
    paidOn: entry.on,
    ...lastPayout(transfer),
  }))
  await projectPayouts(tx, clock, institution, payouts)
  const told = paid.map(({ entry, transfer }) => ({ entry, state: transfer }))
  await projectHandPayments(tx, clock, institution, told)
  await projectBalances(
    tx,
    institution,
    paid.map(({ entry, transfer }) => balanceOf(entry.case, transfer)),
  )
}

const balanceOf = (id: string, { accounts = noAccounts }: CaseState) => ({ case: id, accounts })

/** What puts a paid distribution right stands beside it, below zero; nothing written is changed. */
async function projectCorrection(
  tx: Tx,
  clock: Clock,
  of: { readonly institution: string; readonly case: string },
  entry: Entry,
  transfer: CaseState,
): Promise<void> {
  const { seq, on, data } = entry
  const key = { institutionId: of.institution, caseId: of.case, seq }
  if (movesBalances.has(entry.type)) {
    await projectBalances(tx, of.institution, [balanceOf(of.case, transfer)])
    await projectHandPayments(tx, clock, of.institution, [{ entry, state: transfer }])
  }
  switch (entry.type) {
    case 'distributionReversed': {
      const lines = transfer.reversed?.at(-1)?.payment.data.lines ?? []
      const amountFen = `${-lines.reduce((total, { amount }) => total + BigInt(amount), 0n)}`
      await tx
        .insertInto('payout')
        .values({ ...key, paidOn: on, amountFen })
        .execute()
      const waiting = pendingReceipts(transfer)
      const seqs = [...waiting, ...refundsOf(transfer, waiting)].map((one) => one.seq)
      await projectReversal(tx, { ...of, seqs })
      return
    }
    case 'receiptRefunded': {
      const said = {
        receivedOn: on,
        amountFen: `-${data['amount']}`,
        voucher: `${data['voucher']}`,
        othersFen: othersOf(data['fromOthers'] as Parameters<typeof othersOf>[0], -1n),
      }
      const { refundId: id } = data
      if (typeof id !== 'string') await projectReceipt(tx, { ...of, seq, ...said })
      else await projectTakenIn(tx, clock, entry, { ...of, seq, ...said, id })
      await projectRefund(tx, clock, refundIn(of.institution, entry))
      return
    }
    default:
      return
  }
}

/** Of which receipt an act says that money went back. */
export function refundIn(
  institution: string,
  { case: id, seq, data, at, by }: Entry,
): RefundOfCase {
  return { institution, case: id, seq, voucher: `${data['receipt']}`, at: new Date(at), by }
}

/** What of a receipt, or of what went back of one, is other holders'. */
const othersOf = (parts: readonly { readonly amount: string }[] | undefined, sign: bigint) =>
  `${sign * (parts ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n)}`

function planLines({ lines, toTto, toInstitution }: ActData<'planDrafted'>) {
  return [
    ...lines.map(({ name, amount }) => ({ party: 'person' as const, who: name, amount })),
    { party: 'tto' as const, who: null, amount: toTto },
    { party: 'institution' as const, who: null, amount: toInstitution },
  ].map(({ amount, ...line }, index) => ({ ...line, line: index + 1, amountFen: amount }))
}

/** The acts by which some of these receipts went back. */
function refundsOf({ acts }: CaseState, receipts: readonly CaseState['receipts'][number][]) {
  const vouchers = new Set(receipts.map(({ data }) => data.voucher))
  return (acts['receiptRefunded'] ?? []).filter(({ data }) => vouchers.has(`${data['receipt']}`))
}

/** The last payout of a case by receipts: its plan was held to add up to the net income. */
function lastPayout(state: CaseState): Omit<PaidReceipts, 'case' | 'paidOn'> {
  const last = state.distributions.length - 1
  const plan = state.distributions[last]?.plan.data
  if (plan === undefined) throw new TypeError('A payout without a plan.')
  const taken = state.receipts.filter(({ distribution }) => distribution === last)
  const sum = (amounts: readonly string[]) => amounts.reduce((all, one) => all + BigInt(one), 0n)
  const reward = sum(plan.lines.map(({ amount }) => amount))
  const net = reward + BigInt(plan.toTto) + BigInt(plan.toInstitution)
  // A receipt of which a part waits on is not paid out yet.
  const waiting = new Set(pendingReceipts(state).map(({ seq }) => seq))
  const [only, ...others] = taken
  return {
    seqs: taken.map(({ seq }) => seq).filter((seq) => !waiting.has(seq)),
    isOfOne: only !== undefined && others.length === 0 && only.part === undefined,
    refundSeqs: refundsOf(state, taken).map(({ seq }) => seq),
    costFen: `${taken.reduce((all, one) => all + leftOf(one), 0n) - net}`,
    netFen: `${net}`,
    rewardFen: `${reward}`,
    ttoFen: plan.toTto,
    institutionFen: plan.toInstitution,
    split: plan.lines.map(({ name, amount }) => ({ name, fen: amount })),
  }
}

/** What the register of contracts knows of a signed one beyond its price: nobody types the terms again. */
function grantedBy(
  { number, counterpartyUscc, effectiveOn }: ActData<'signed'>,
  terms: CaseState['terms'],
): Partial<SignedContract> {
  const { licenceKind, field, territory, licenceUntil } = terms ?? {}
  return {
    ...(number !== undefined && { number }),
    ...(counterpartyUscc !== undefined && { counterpartyUscc }),
    ...(effectiveOn !== undefined && { termFrom: effectiveOn }),
    ...(licenceUntil !== undefined && { termTo: licenceUntil }),
    ...(licenceKind !== undefined && { exclusivity: licenceKind }),
    ...(field !== undefined && { field }),
    ...(territory !== undefined && { territory }),
  }
}
