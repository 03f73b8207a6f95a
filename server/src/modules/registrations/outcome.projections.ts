import { type Clock, clockAt } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { projectCancellation } from '../contracts/index.ts'
import {
  fieldsAfter,
  formFor,
  formIn,
  insertAttempt,
  lockContract,
  recordStep,
} from './registration.commands.ts'
import { attemptsOf, contractOfCase } from './registration.queries.ts'
import type { FileRef } from './registration.table.ts'
import { isInForce, isOpen, mayTryAgain, type RegistrationOutcome } from './registration.ts'

// What the acts of a case say of its contract's registration. The act is the truth: it is never refused
// here, and where nobody had begun an attempt, one is begun for it.

/** An act of a case about the registration of its contract. */
export interface ActOfRegistration {
  readonly institution: string
  readonly case: string
  readonly seq: number
  readonly on: string
  readonly at: Date
  readonly by: { readonly person: string; readonly name: string }
  readonly files: readonly FileRef[]
}

/** Projects what the registrar decided, as the act `contractRegistered` says. */
export async function projectOutcome(
  tx: Tx,
  act: ActOfRegistration,
  said: {
    readonly outcome: RegistrationOutcome
    readonly number: string | null
    readonly registrar: string | null
    readonly recognisedFen: string | null
  },
): Promise<void> {
  const { institution, on, files } = act
  const contract = await contractOfCase(tx, institution, act.case)
  if (!contract) return
  await lockContract(tx, institution, contract.id)
  const last = (await attemptsOf(tx, institution, contract.id)).at(-1)
  const isUnderWay = last !== undefined && isOpen(last.state)
  if (last && !isUnderWay && !mayTryAgain(last.state)) return
  const { clock, by } = writing(act)
  const id = isUnderWay
    ? last.id
    : await insertAttempt(tx, clock, by, {
        ...{ contract: contract.id, attempt: (last?.attempt ?? 0) + 1 },
        form: last ? formIn(last) : await formFor(tx, institution, contract),
      })
  const { outcome: step, ...rest } = said
  const words = null
  const fields = fieldsAfter(
    { certificate: [], registrar: last?.registrar ?? null },
    { ...rest, step, on, words, files: [...files] },
  )
  const at = { case: act.case, seq: act.seq }
  await recordStep(tx, clock, by, id, { step, on, words, files, fields, act: at })
}

/** Projects that the registration was amended after the contract changed, or cancelled after it ended. */
export async function projectAmendment(
  tx: Tx,
  act: ActOfRegistration,
  said: { readonly step: 'changed' | 'terminated'; readonly words: string },
): Promise<void> {
  const { institution, on, files } = act
  const contract = await contractOfCase(tx, institution, act.case)
  if (!contract) return
  await lockContract(tx, institution, contract.id)
  const last = (await attemptsOf(tx, institution, contract.id)).at(-1)
  if (!last || !isInForce(last.state)) return
  const { clock, by } = writing(act)
  const { step, words } = said
  const told = { step, on, words, files: [...files] }
  const nothing = { number: null, registrar: null, recognisedFen: null }
  const fields = fieldsAfter(last, { ...told, ...nothing })
  const at = { case: act.case, seq: act.seq }
  await recordStep(tx, clock, by, last.id, { ...told, fields, act: at })
  if (step === 'terminated') {
    await projectCancellation(tx, { institution, case: act.case })
  }
}

/** What an act says is written at the moment of the act and by whoever recorded it. */
function writing({ institution, at, by }: ActOfRegistration): { clock: Clock; by: Author } {
  return { clock: clockAt(at), by: { institution, ...by } }
}
