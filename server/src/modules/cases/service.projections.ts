import type { ActsState, serviceActs } from '@yizhuan/procedures'
import type { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import {
  projectCompletion,
  projectRegistration,
  projectSigning,
  projectTermination,
} from '../contracts/index.ts'
import { projectReceipt } from '../proceeds/index.ts'
import { type ActOfRegistration, projectOutcome } from '../registrations/index.ts'
import { type After, type Entry, lineOf } from './procedure.ts'

type Data<Type extends keyof typeof serviceActs> = z.infer<(typeof serviceActs)[Type]>

/** Writes what an act of commissioned work says of contract and money into the registers. */
export async function projectService(
  tx: Tx,
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
    case 'incomeReceived': {
      const { amount, voucher } = entry.data as Data<'incomeReceived'>
      const received = { receivedOn: on, amountFen: amount, voucher, othersFen: '0' }
      await projectReceipt(tx, { ...of, seq, ...received })
      return
    }
    case 'serviceTerminated':
      await projectTermination(tx, of, on)
      return
    case 'closed':
      await projectCompletion(tx, of)
      return
    default:
  }
}
