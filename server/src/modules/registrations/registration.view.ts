import type { Day } from '@yizhuan/kit'
import { editionOn } from '@yizhuan/law'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { registrationLists } from '../../platform/registration-lists.ts'
import { amendmentsUnregistered } from './behind.queries.ts'
import { type Beneath, formIn, isOfCase, isRecordedInCase } from './registration.commands.ts'
import {
  attemptsOf,
  contractBeneath,
  eventsOf,
  storedRegistration,
} from './registration.queries.ts'
import { type FileRef, registrationRegister } from './registration.table.ts'
import {
  isInForce,
  lacking,
  mayTryAgain,
  nextSteps,
  type RegistrationForm,
  type Step,
} from './registration.ts'
import type { RegistrationListsWire, RegistrationWire } from './registration.wire.ts'
import { standingSteps } from './standing.ts'
import { incomeOf, linesOf, verificationsOf } from './verification.queries.ts'

/** An attempt as its page shows it to a person. */
export async function registrationOf(
  tx: Tx,
  of: { readonly institution: string; readonly person: string; readonly today: Day },
  id: string,
): Promise<RegistrationWire | undefined> {
  const { institution, today } = of
  const stored = await storedRegistration(tx, institution, id)
  const contract = stored && (await contractBeneath(tx, institution, stored.contractId))
  if (!stored || !contract) return undefined
  const [{ seq }, events, attempts, ofCase, income] = await Promise.all([
    headOf(tx, { institution, name: chainOf(registrationRegister, id) }),
    eventsOf(tx, institution, id),
    attemptsOf(tx, institution, contract.id),
    isOfCase(tx, institution, contract),
    incomeOf(tx, institution, contract.id),
  ])
  const verifications = await verificationsShown(tx, of, id)
  const { state } = stored
  // What another attempt followed stays as it was.
  const mayCorrect = attempts.at(-1)?.id === id
  const steps = nextSteps(state).filter((step) => step !== 'corrected' || mayCorrect)
  const gone = standingSteps(events).at(-1)?.step
  const isCases = (step: Step) => isRecordedInCase(step === 'corrected' ? (gone ?? step) : step)
  return {
    ...formIn(stored),
    ...{ id, seq, today, state, attempt: stored.attempt },
    ...{ contractId: contract.id, contractNumber: contract.number },
    ...{ caseId: contract.caseId, caseNumber: contract.caseNumber, isOfCase: ofCase },
    ...{ number: stored.number, decidedOn: stored.decidedOn },
    ...{ recognisedFen: stored.recognisedFen, reason: stored.reason },
    certificate: plainFiles(stored.certificate),
    amended: isInForce(state) ? await lastUnheard(tx, institution, contract.id) : null,
    moved: isInForce(state) ? movedSince(stored, contract) : [],
    lacking: [...lacking(formIn(stored), editionOn(registrationLists(), today))],
    nextSteps: steps,
    inCase: ofCase
      ? {
          steps: steps.filter(isCases),
          act: actFor(contract.kind, isInForce(state)),
          correct:
            steps.includes('corrected') && isCases('corrected') ? takeBackIn(contract.kind) : null,
        }
      : null,
    mayTryAgain: mayTryAgain(state) && attempts.at(-1)?.id === id,
    isInForce: isInForce(state),
    others: attempts
      .filter((one) => one.id !== id)
      .map((one) => ({ id: one.id, attempt: one.attempt, state: one.state })),
    events: events.map((one) => ({
      ...{ seq: one.seq, step: one.step, on: one.onDay, words: one.words, by: one.madeName },
      ...{ at: one.madeAt.toISOString(), files: plainFiles(one.files) },
      act:
        one.caseId === null || one.actSeq === null ? null : { case: one.caseId, seq: one.actSeq },
    })),
    verifications,
    verifiedFen: `${verifications
      .filter((one) => one.state === 'verified')
      .reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)}`,
    ...incomeShown(income),
  }
}

async function lastUnheard(tx: Tx, institution: string, contract: string) {
  const last = (await amendmentsUnregistered(tx, institution, { contract })).at(-1)
  return last ? { on: last.onDay, number: last.number, summary: last.summary } : null
}

/** What the registrar is told of a change: the form as it was handed in, and the contract as it is now. */
function movedSince(form: RegistrationForm, contract: Beneath) {
  const { amountFen, termFrom, termTo } = contract
  const now = {
    ...{ buyerName: contract.counterparty, buyerUscc: contract.counterpartyUscc },
    ...{ amountFen, termFrom, termTo },
  }
  return Object.entries(now).flatMap(([field, said]) => {
    const before = form[field as keyof typeof now]
    return said === null || said === before ? [] : [{ field, form: before, contract: said }]
  })
}

/** What can be verified still, and the refunds that wait, with the receipt of those that leave one choice. */
function incomeShown({ receipts, refunds, left, most, links }: Income) {
  const leftOf = (id: string) => left.get(id) ?? 0n
  return {
    unverified: receipts
      .filter(({ id, verificationId }) => verificationId === null && leftOf(id) > 0n)
      .map((one) => ({
        ...{ receipt: one.id, receivedOn: one.receivedOn, voucher: one.voucher },
        ...{ fen: `${leftOf(one.id)}`, rewards: rewardsIn(one.split) },
      })),
    mostFen: `${most}`,
    refundsWaiting: refunds.map(({ id, on, voucher, ownFen }) => ({
      ...{ refund: id, receivedOn: on, voucher, fen: `${ownFen}` },
      only: links.find(({ refund }) => refund === id)?.receipt ?? null,
    })),
  }
}

type Income = Awaited<ReturnType<typeof incomeOf>>

async function verificationsShown(
  tx: Tx,
  { institution, person }: { readonly institution: string; readonly person: string },
  id: string,
): Promise<RegistrationWire['verifications']> {
  const [rows, lines] = await Promise.all([
    verificationsOf(tx, institution, id),
    linesOf(tx, institution, id),
  ])
  return rows.map((one) => ({
    ...{ id: one.id, seq: one.seq, state: one.state, drawnOn: one.drawnOn },
    ...{ drawnName: one.drawnName, isMine: one.drawnBy === person, amountFen: one.amountFen },
    ...{ rewardFen: one.rewardFen, remark: one.remark, approvalRule: one.approvalRule },
    ...{ approvedName: one.approvedName, verifiedOn: one.verifiedOn, number: one.number },
    ...{ voidReason: one.voidReason, files: plainFiles(one.files) },
    rewards: one.rewards.map(({ name, fen }) => ({ name, fen })),
    lines: lines
      .filter(({ verificationId }) => verificationId === one.id)
      .map((line) => ({
        ...{ receipt: line.receiptId, receivedOn: line.receivedOn, voucher: line.voucher },
        ...{ receivedFen: line.amountFen, fen: line.fen },
        isAboveLeft: one.state !== 'void' && BigInt(line.fen) > BigInt(line.leftFen),
      })),
  }))
}

/** The act by which a case says what the registrar decided, or what became of it later. */
function actFor(kind: string, isRegistered: boolean): string {
  if (kind !== 'transfer') return isRegistered ? 'serviceRegistrationAmended' : 'serviceRegistered'
  return isRegistered ? 'registrationAmended' : 'contractRegistered'
}

/** The act by which a case takes back what it recorded last. */
const takeBackIn = (kind: string) =>
  kind === 'transfer' ? 'registrationTakenBack' : 'serviceRegistrationTakenBack'

/** Who was to have how much of a receipt, where it says amounts. */
function rewardsIn(split: readonly { readonly name: string; readonly fen?: string }[]) {
  return split.flatMap(({ name, fen }) =>
    fen === undefined || !(BigInt(fen) > 0n) ? [] : [{ name, fen }],
  )
}

const plainFiles = (files: readonly FileRef[]) =>
  files.map(({ sha256, name, size }) => ({ sha256, name, size }))

/** The code lists of a day as they travel. */
export function listsOn(day: Day): RegistrationListsWire {
  const { from, forecastFor, lists } = editionOn(registrationLists(), day)
  return {
    from,
    forecastFor: [...forecastFor],
    lists: Object.fromEntries(
      Object.entries(lists).map(([name, { source, verified, codes }]) => [
        name,
        {
          ...{ source, verified },
          codes: Object.entries(codes).map(([code, label]) => ({ code, label: { ...label } })),
        },
      ]),
    ),
  }
}
