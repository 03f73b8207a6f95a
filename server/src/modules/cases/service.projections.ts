import {
  type ActsState,
  type RewardPlan,
  rewardAccounts,
  rewardParts,
  type serviceActs,
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
import { type ActOfRegistration, projectOutcome, projectTakenBack } from '../registrations/index.ts'
import { projectBalances } from './balance.projections.ts'
import './case.table.ts'
import { projectStatement } from './costs/cost.projections.ts'
import { projectHandPayments } from './hand-payments.projections.ts'
import { type After, type Entry, lineOf } from './procedure.ts'

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
    case 'serviceSigned': {
      const { number, price, performUntil } = entry.data as Data<'serviceSigned'>
      const { title, counterparty, achievementId: achievement } = lineOf(after)
      const opened = (after.state as ActsState).acts['serviceOpened']?.at(-1)
        ?.data as Data<'serviceOpened'>
      await projectSigning(tx, {
        ...{ ...of, seq, signedOn: on, title, achievement, number, kind: opened.kind },
        ...{ counterparty: counterparty ?? opened.client, amountFen: price },
        ...{ mode: null, pricing: null },
        ...(performUntil !== undefined && { termTo: performUntil }),
      })
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
      await projectTakenBack(tx, act, { entry: { type: 'contractRegistered' }, words })
      return
    }
    case 'incomeReceived': {
      const { amount, voucher, voucherAmount } = entry.data as Data<'incomeReceived'>
      const told = { receivedOn: on, amountFen: amount, voucher, othersFen: '0' }
      const received = { ...told, voucherFen: voucherAmount ?? null }
      await projectReceipt(tx, { ...of, seq, ...received })
      return
    }
    case 'receiptRefunded': {
      const { amount, voucher, receipt } = entry.data as Data<'receiptRefunded'>
      const back = { receivedOn: on, amountFen: `-${amount}`, voucher, othersFen: '0' }
      await projectReceipt(tx, { ...of, seq, ...back })
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
