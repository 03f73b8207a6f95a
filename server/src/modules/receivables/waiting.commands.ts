import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { loneRefunds } from '@yizhuan/money'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { correctReceipt, noteTakenOff } from '../proceeds/index.ts'
import { contractIdOf, isUsed, lockedReceipt } from './matching.queries.ts'
import type { ReceivableRefusals } from './receivables.refusals.ts'
import { linkLoneRefunds } from './refund.commands.ts'
import { lockReceiptsOf, refundablesOf, waitingRefunds } from './refund.queries.ts'
import { letGo } from './suspense.commands.ts'
import { lockedContract } from './terms.commands.ts'
import { suggestionsFor } from './waiting.queries.ts'
import { basisWords } from './waiting.ts'

/** Says of which contract a receipt is; its history keeps why. */
export async function assignContract(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { contract: contractId, reason }: { readonly contract: string; readonly reason: string | null },
): Promise<Outcome<{ id: string }, ReceivableRefusals>> {
  const { institution } = by
  await lockReceiptsOf(tx, institution, contractId)
  const receipt = await lockedReceipt(tx, institution, id)
  if (!receipt) return refuse('no-such-receipt', {})
  if (receipt.contractId !== null || receipt.caseId !== null) return refuse('has-contract', {})
  if (receipt.takenBack !== null) return refuse('receipt-taken-back', {})
  const contract = await lockedContract(tx, by, contractId)
  if (!contract) return refuse('no-such-contract', {})
  if (contract.caseId !== null) return refuse('income-in-case', { case: contract.caseId })

  // From here on it is of that contract.
  const suggestions = await suggestionsFor(tx, institution, { id, today: clock.today() })
  const bases = suggestions.find((one) => one.id === contractId)?.bases ?? []
  const why = [...bases.map((basis) => basisWords[basis].zh), ...(reason === null ? [] : [reason])]
  const told = `关联合同：${why.length === 0 ? '人工选择' : why.join('；')}`
  await correctReceipt(tx, clock, by, id, { fields: { contractId }, reason: told })
  await noteTakenOff(tx, institution, id, null)
  await linkWaitingRefunds(tx, clock, by, contractId)
  // Of a contract that owes nothing it is held no longer.
  await letGo(tx, clock, institution, clock.today())
  return accept({ id })
}

/** Refunds of a contract that have one receipt to be of by now. */
export async function linkWaitingRefunds(tx: Tx, clock: Clock, by: Caller, contract: string) {
  const { institution } = by
  const waiting = await waitingRefunds(tx, institution, [contract])
  const links = loneRefunds(
    waiting.filter(({ isTakenBack }) => !isTakenBack),
    await refundablesOf(tx, institution, [contract]),
  )
  await linkLoneRefunds(tx, clock, by, contract, links)
}

/** A receipt that was taken for one of the wrong contract waits again. What rests on it is taken back first. */
export async function takeBackContract(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  reason: string,
): Promise<Outcome<{ id: string }, ReceivableRefusals>> {
  const { institution } = by
  const contractId = await contractIdOf(tx, institution, id)
  // Its receipts are held before the contract, as whoever links or verifies them does.
  if (contractId !== null) await lockReceiptsOf(tx, institution, contractId)
  const receipt = await lockedReceipt(tx, institution, id)
  if (!receipt) return refuse('no-such-receipt', {})
  if (receipt.caseId !== null) return refuse('income-in-case', { case: receipt.caseId })
  if (contractId === null || receipt.contractId !== contractId) return refuse('has-no-contract', {})
  await lockedContract(tx, by, contractId)
  if (await isUsed(tx, institution, id)) return refuse('receipt-in-use', {})

  // From here on it is of no contract.
  const told = `撤回合同关联：${reason}`
  await correctReceipt(tx, clock, by, id, { fields: { contractId: null }, reason: told })
  await noteTakenOff(tx, institution, id, contractId)
  await letGo(tx, clock, institution, clock.today())
  return accept({ id })
}
