import { type Clock, clockAt } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { projectCancellation, projectUncancelled, projectUnregistered } from '../contracts/index.ts'
import {
  formFor,
  formIn,
  insertAttempt,
  lockContract,
  recordStep,
  whyItStays,
} from './registration.commands.ts'
import { attemptsOf, contractOfCase, eventsOf } from './registration.queries.ts'
import type { FileRef } from './registration.table.ts'
import {
  amendments,
  isInForce,
  isOpen,
  mayTryAgain,
  outcomes,
  type RegistrationOutcome,
  type Step,
} from './registration.ts'
import { standingSteps } from './standing.ts'
import { fieldsAfter } from './step-fields.ts'

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

/** An entry of a case about its registration that an act takes back. */
interface EntryOfCase {
  /** Not known of commissioned work, whose only entries are outcomes. */
  readonly seq?: number
  readonly type: 'contractRegistered' | 'registrationAmended'
}

/** The attempt whose last step an entry of a case wrote, and that step; none where the entry came to none. */
async function writtenBy(tx: Tx, institution: string, contract: string, entry: EntryOfCase) {
  for (const attempt of (await attemptsOf(tx, institution, contract)).toReversed()) {
    const events = await eventsOf(tx, institution, attempt.id)
    const gone = standingSteps(events).at(-1)
    if (gone && isOf(entry, gone)) return { attempt, events, gone }
  }
  return undefined
}

/** What a register of before took over of a case names no act. */
function isOf(
  { seq, type }: EntryOfCase,
  gone: { readonly step: Step; readonly actSeq: number | null },
): boolean {
  const kind: readonly Step[] = type === 'contractRegistered' ? outcomes : amendments
  return kind.includes(gone.step) && [null, seq ?? gone.actSeq].includes(gone.actSeq)
}

/** Holds what rests on the registration of a case's contract: nobody draws income up on it meanwhile. */
export async function holdRegistration(
  tx: Tx,
  { institution, case: caseId }: { readonly institution: string; readonly case: string },
): Promise<void> {
  const contract = await contractOfCase(tx, institution, caseId)
  if (contract) await lockContract(tx, institution, contract.id)
}

/** Why an entry of a case cannot be taken back: income was drawn up on it, or another attempt followed. */
export async function whyEntryStays(
  tx: Tx,
  { institution, case: caseId }: { readonly institution: string; readonly case: string },
  entry: EntryOfCase,
) {
  const contract = await contractOfCase(tx, institution, caseId)
  if (!contract) return undefined
  const found = await writtenBy(tx, institution, contract.id, entry)
  if (!found) return undefined
  const of = { id: found.attempt.id, contract: contract.id, gone: found.gone.step }
  return whyItStays(tx, institution, of)
}

/** Projects that an entry of a case was a mistake: the attempt and the contract stand as before it. */
export async function projectTakenBack(
  tx: Tx,
  act: ActOfRegistration,
  { entry, words }: { readonly entry: EntryOfCase; readonly words: string },
): Promise<void> {
  const { institution, on, files } = act
  const contract = await contractOfCase(tx, institution, act.case)
  if (!contract) return
  await lockContract(tx, institution, contract.id)
  const found = await writtenBy(tx, institution, contract.id, entry)
  if (found) {
    const { attempt, events } = found
    const { clock, by } = writing(act)
    const told = { step: 'corrected' as const, on, words, files: [...files] }
    const fields = fieldsAfter(attempt, { ...told, ...nothingSaid }, events)
    const at = { case: act.case, seq: act.seq }
    await recordStep(tx, clock, by, attempt.id, { ...told, fields, act: at })
  }
  const of = { institution, case: act.case }
  if (entry.type === 'contractRegistered') await projectUnregistered(tx, of)
  else await projectUncancelled(tx, of)
}

const nothingSaid = { number: null, registrar: null, recognisedFen: null }

/** What an act says is written at the moment of the act and by whoever recorded it. */
function writing({ institution, at, by }: ActOfRegistration): { clock: Clock; by: Author } {
  return { clock: clockAt(at), by: { institution, ...by } }
}
