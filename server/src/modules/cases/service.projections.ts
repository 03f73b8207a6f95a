import {
  type ActsState,
  type RewardPlan,
  registrationToTakeBack,
  rewardAccounts,
  rewardParts,
  type serviceActs,
  takenOverIn,
} from '@yizhuan/procedures'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import {
  projectCompletion,
  projectRegistration,
  projectSigning,
  projectTermination,
} from '../contracts/index.ts'
import { projectReceipt } from '../proceeds/index.ts'
import { projectEnd, projectRefund } from '../receivables/index.ts'
import {
  type ActOfRegistration,
  projectAmendment,
  projectOutcome,
  projectTakenBack,
} from '../registrations/index.ts'
import { projectServiceAmended } from './amended.projections.ts'
import { projectBalances } from './balance.projections.ts'
import './case.table.ts'
import { projectStatement } from './costs/cost.projections.ts'
import { projectHandPayments } from './hand-payments.projections.ts'
import { type After, type Entry, lineOf } from './procedure.ts'
import {
  projectGivenUp,
  projectServiceTakenOver,
  projectTakenIn,
} from './taken-over.projections.ts'

type Data<Type extends keyof typeof serviceActs> = z.infer<(typeof serviceActs)[Type]>

/** Writes what an act of commissioned work says of contract and money into the registers. */
export async function projectService(
  tx: Tx,
  clock: Clock,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const { case: id, seq, on, at, by, files } = entry
  const of = { institution, case: id }
  switch (entry.type) {
    case 'contractTakenOver':
      return projectServiceTakenOver(tx, clock, institution, entry, openedIn(after))
    case 'withdrawn': {
      const isTold = takenOverIn(after.state as ActsState) !== undefined
      const { contractId } = openedIn(after)
      return projectGivenUp(tx, clock, institution, entry, isTold ? contractId : undefined)
    }
    case 'serviceSigned': {
      const { number, clientUscc, price, performUntil } = entry.data as Data<'serviceSigned'>
      const { title, counterparty, achievementId: achievement } = lineOf(after)
      const opened = openedIn(after)
      await projectSigning(tx, {
        ...{ ...of, seq, signedOn: on, title, achievement, number, kind: opened.kind },
        ...{ counterparty: counterparty ?? opened.client, amountFen: price },
        ...{ mode: null, pricing: null },
        ...(clientUscc !== undefined && { counterpartyUscc: clientUscc }),
        ...(performUntil !== undefined && { termTo: performUntil }),
      })
      return
    }
    case 'serviceAmended':
      return projectServiceAmended(tx, clock, institution, entry)
    case 'serviceRegistrationAmended': {
      const { remark: words } = entry.data as Data<'serviceRegistrationAmended'>
      const isOver = after.state.status === 'terminated'
      const act: ActOfRegistration = { ...of, seq, on, at: new Date(at), by, files }
      await projectAmendment(tx, act, { step: isOver ? 'terminated' : 'changed', words })
      return
    }
    case 'serviceRegistered': {
      const { outcome, number = null } = entry.data as Data<'serviceRegistered'>
      const said = { registration: outcome, registrationNo: number, registeredOn: on }
      await projectRegistration(tx, of, said)
      const act: ActOfRegistration = { ...of, seq, on, at: new Date(at), by, files }
      await projectOutcome(tx, act, { outcome, number, registrar: null, recognisedFen: null })
      return
    }
    case 'serviceRegistrationTakenBack': {
      const { reason: words } = entry.data as Data<'serviceRegistrationTakenBack'>
      const act: ActOfRegistration = { ...of, seq, on, at: new Date(at), by, files }
      // Of what was taken over no act tells here; it is an outcome.
      const gone = registrationToTakeBack(await before(tx, institution, entry), entry.type)
      await projectTakenBack(tx, act, { entry: gone ?? { type: 'contractRegistered' }, words })
      return
    }
    case 'incomeReceived': {
      const { amount, voucher, voucherAmount, receiptId } = entry.data as Data<'incomeReceived'>
      const told = { receivedOn: on, amountFen: amount, voucher, othersFen: '0' }
      const received = { ...of, seq, ...told, voucherFen: voucherAmount ?? null }
      if (receiptId === undefined) await projectReceipt(tx, received)
      else await projectTakenIn(tx, clock, entry, { ...received, id: receiptId })
      return
    }
    case 'receiptRefunded': {
      const { amount, voucher, receipt, refundId } = entry.data as Data<'receiptRefunded'>
      const told = { receivedOn: on, amountFen: `-${amount}`, voucher, othersFen: '0' }
      const back = { ...of, seq, ...told }
      if (refundId === undefined) await projectReceipt(tx, back)
      else await projectTakenIn(tx, clock, entry, { ...back, id: refundId })
      await projectRefund(tx, clock, { ...of, seq, voucher: receipt, at: new Date(at), by })
      return
    }
    case 'netSettled':
      return projectStatement(tx, institution, entry)
    case 'rewardPlanned':
      return projectRewardPlan(tx, institution, entry)
    case 'rewardPaid':
    case 'rewardReversed':
    case 'recoveryRecorded':
    case 'taxSetOffTakenBack':
    case 'paymentReturned':
    case 'paymentRepeated':
      return projectRewards(tx, clock, institution, [{ entry, state: after.state as ActsState }])
    case 'serviceTerminated':
      await projectTermination(tx, of, on)
      await projectEnd(tx, clock, {
        ...{ ...of, on, at: new Date(at), by, files },
        reason: (entry.data as Data<'serviceTerminated'>).reason,
      })
      return
    case 'closed':
      await projectCompletion(tx, of)
      return
    default:
  }
}

/** The acts of a record before one of it. */
const before = (tx: Tx, institution: string, { case: id, seq }: Entry) =>
  tx
    .selectFrom('act')
    .select(['seq', 'type'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .where('seq', '<', seq)
    .orderBy('seq')
    .execute()

const openedIn = ({ state }: After) => state.opened.data as Data<'serviceOpened'>

/** What a plan gives whom, for the lists of what could be paid. */
async function projectRewardPlan(tx: Tx, institution: string, entry: Entry): Promise<void> {
  const { case: caseId, seq, data } = entry
  const parts = rewardParts(data as unknown as RewardPlan)
  const rows = parts.map(({ name: who, amount: amountFen }, at) => ({
    ...{ institutionId: institution, caseId, seq, line: at + 1 },
    ...{ party: 'person' as const, who, amountFen },
  }))
  // What came before the registers had a place for it is put there again.
  await tx
    .insertInto('planLine')
    .values(rows)
    .onConflict((where) => where.doNothing())
    .execute()
}

/** Writes how the people of some service contracts stand by what they were paid. */
export async function projectRewards(
  tx: Tx,
  clock: Clock,
  institution: string,
  paid: readonly { readonly entry: Entry; readonly state: ActsState }[],
): Promise<void> {
  const cases = paid.map(({ entry, state }) => ({
    case: entry.case,
    accounts: rewardAccounts(state),
  }))
  await projectBalances(tx, institution, cases)
  await projectHandPayments(tx, clock, institution, paid)
}
