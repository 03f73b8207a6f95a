import { editionOn } from '@yizhuan/law'
import type { Caller, Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import type { Printable } from '../../platform/printable.ts'
import { chainOf } from '../../platform/register.ts'
import { registrationLists } from '../../platform/registration-lists.ts'
import { profileOf } from '../institutions/index.ts'
import { readers } from './registration.access.ts'
import { formIn } from './registration.commands.ts'
import { formPaper, slipPaper } from './registration.paper.ts'
import { contractBeneath, storedRegistration } from './registration.queries.ts'
import { registrationRegister } from './registration.table.ts'
import { linesOf, verificationOf } from './verification.queries.ts'

/** The papers of registrations: the form, and the slip of each list of income. */
export const registrationPapers: readonly Printable[] = [
  {
    path: '/registrations/:id/form',
    tag: 'registrations',
    access: readers,
    composed: async (tx, caller, { id }) => {
      const of = await sourceOf(tx, caller, id)
      if (!of) return undefined
      const { stored, contract, institution, proof } = of
      // A form keeps the lists of the day it was signed under.
      const { lists, forecastFor } = editionOn(registrationLists(), stored.signedOn ?? '9999-12-31')
      return formPaper({
        ...{ id, institution, lists, proof, number: stored.number, form: formIn(stored) },
        contractNumber: contract.number,
        asksForecast: stored.kind !== null && forecastFor.includes(stored.kind),
      })
    },
  },
  {
    path: '/registrations/:id/slips/:part',
    tag: 'registrations',
    access: readers,
    composed: async (tx, caller, { id, part = '' }) => {
      const of = await sourceOf(tx, caller, id)
      const list = of && (await verificationOf(tx, caller.institution, part))
      if (!of || list?.registrationId !== id) return undefined
      const { stored, contract, institution, proof } = of
      const lines = await linesOf(tx, caller.institution, id)
      return slipPaper({
        ...{ id: list.id, institution, proof, title: stored.title, buyer: stored.buyerName },
        ...{ contractNumber: contract.number, registrationNo: stored.number, seq: list.seq },
        ...{ drawnOn: list.drawnOn, drawnName: list.drawnName, number: list.number },
        ...{ approvedName: list.approvedName, verifiedOn: list.verifiedOn },
        ...{ amountFen: list.amountFen, rewardFen: list.rewardFen, rewards: list.rewards },
        ...{ remark: list.remark, isVoid: list.state === 'void' },
        receipts: lines
          .filter(({ verificationId }) => verificationId === list.id)
          .map(({ receivedOn, voucher, amountFen, fen }) => ({
            ...{ receivedOn, voucher, receivedFen: amountFen, fen },
          })),
      })
    },
  },
]

async function sourceOf(tx: Tx, { institution }: Caller, id: string) {
  const stored = await storedRegistration(tx, institution, id)
  const contract = stored && (await contractBeneath(tx, institution, stored.contractId))
  if (!stored || !contract) return undefined
  const [profile, head] = await Promise.all([
    profileOf(tx, institution),
    headOf(tx, { institution, name: chainOf(registrationRegister, id) }),
  ])
  return { stored, contract, institution: profile.name, proof: { seq: head.seq, hash: head.hash } }
}
