import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { editionOn } from '@yizhuan/law'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { expectSeq, lockChain } from '../../platform/evidence.ts'
import { fileNotStored } from '../../platform/files.queries.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../platform/register.ts'
import { registrationLists } from '../../platform/registration-lists.ts'
import {
  amendContract,
  contractRegister,
  contractsRegisteredAs,
  holdCertificate,
} from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import type { OtherParty } from './other-parties.ts'
import {
  attemptsOf,
  contractBeneath,
  eventsOf,
  rightKindsOf,
  storedRegistration,
} from './registration.queries.ts'
import type { RegistrationRefusals } from './registration.refusals.ts'
import {
  type FileRef,
  type RegistrationFields,
  registrationRegister,
} from './registration.table.ts'
import {
  actionOf,
  amendments,
  checkForm,
  formOf,
  lacking,
  mayTryAgain,
  outcomes,
  type RegistrationForm,
  type Step,
  take,
} from './registration.ts'
import type { AmendFormWire, StepWire } from './registration.wire.ts'
import { earliestDay, isOutcome, standingSteps, stateOf } from './standing.ts'
import { contractAfter, fieldsAfter, type Said } from './step-fields.ts'
import { verificationsOf } from './verification.queries.ts'

type Done<Value> = Promise<Outcome<Value, RegistrationRefusals>>
export type Beneath = NonNullable<Awaited<ReturnType<typeof contractBeneath>>>

/** Begins an attempt: its form is filled in as far as the registers know, or as the last one had it. */
export async function startRegistration(
  tx: Tx,
  clock: Clock,
  by: Caller,
  contractId: string,
): Done<{ id: string }> {
  const { institution } = by
  await lockContract(tx, institution, contractId)
  const contract = await contractBeneath(tx, institution, contractId)
  if (!contract) return refuse('no-such-contract', {})
  const last = (await attemptsOf(tx, institution, contractId)).at(-1)
  if (last && !mayTryAgain(last.state)) return refuse('attempt-open', { state: last.state })

  // From here on it is begun.
  const form = last ? formIn(last) : await formFor(tx, institution, contract)
  const attempt = (last?.attempt ?? 0) + 1
  const id = await insertAttempt(tx, clock, by, { contract: contractId, attempt, form })
  // What a ledger or an act said before there was a form is taken over as it stands.
  if (!last && contract.registration === 'registered') await takeOver(tx, clock, by, id, contract)
  return accept({ id })
}

/** Fills the form in, as far as somebody knows. */
export async function amendForm(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  { form, expectedSeq }: AmendFormWire,
): Done<{ seq: number }> {
  const stored = await storedRegistration(tx, by.institution, id)
  if (!stored) return refuse('no-such-registration', {})
  if (stored.state !== 'draft') return refuse('form-handed-in', { state: stored.state })
  const today = clock.today()
  const checked = checkForm(form, editionOn(registrationLists(), today), today)
  if (checked.kind === 'refused') return checked

  // From here on it is amended.
  const reason = FORM_FILLED
  const order = { fields: form, reason, expectedSeq, action: 'formFilled' }
  const amended = await amendRecord(tx, registrationRegister, clock, by, id, order)
  return amended ? accept(amended) : refuse('no-such-registration', {})
}

const FORM_FILLED = '填写登记表'
const TAKEN_OVER = '登记前已完成认定登记，按台账或项目记录转入'

/** Says what befell an attempt. What it came to in a case is the case's to say. */
export async function takeStep(
  tx: Tx,
  clock: Clock,
  by: Caller,
  id: string,
  given: z.output<typeof StepWire>,
): Done<{ seq: number }> {
  const { institution } = by
  const { step, on, words, files, number } = given
  const found = await storedRegistration(tx, institution, id)
  if (!found) return refuse('no-such-registration', {})
  // First the number, then the contract, as an act of a case does.
  if (step === 'registered' && number !== null) await holdCertificate(tx, institution, number)
  await lockContract(tx, institution, found.contractId)
  const chain = { institution, name: chainOf(registrationRegister, id) }
  await expectSeq(await lockChain(tx, chain), given.expectedSeq, async (seq) =>
    (await historyOf(tx, chain)).items.filter((entry) => entry.seq > seq),
  )
  const contract = await contractBeneath(tx, institution, found.contractId)
  if (!contract) return refuse('no-such-registration', {})
  const taken = take(found.state, step)
  if (taken.kind === 'refused') return taken
  const events = await eventsOf(tx, institution, id)
  // A correction is said where what it takes back was said.
  const gone = step === 'corrected' ? standingSteps(events).at(-1)?.step : undefined
  if (isRecordedInCase(gone ?? step) && (await isOfCase(tx, institution, contract))) {
    return refuse('recorded-in-case', { case: contract.caseId ?? '' })
  }
  const today = clock.today()
  if (on > today) return refuse('step-in-future', { today })
  const { signedOn } = found
  if (signedOn !== null && on < signedOn) return refuse('step-before-signing', { on: signedOn })
  const earliest = earliestDay(events)
  if (earliest !== undefined && on < earliest) return refuse('step-before-last', { on: earliest })
  const lacks = lacking(formIn(found), editionOn(registrationLists(), today))
  if (step === 'submitted' && lacks.length > 0) {
    return refuse('registration-incomplete', { fields: lacks.join() })
  }
  if (step === 'registered') {
    const no = await wrongCertificate(tx, institution, found, given)
    if (no) return no
  }
  if (needsWords(step) && words === null) return refuse('words-missing', {})
  if (step === 'corrected') {
    const no = await whyItStays(tx, institution, { id, contract: contract.id, gone })
    if (no) return no
  }
  const lost = await fileNotStored(tx, institution, files)
  if (lost) return refuse('file-not-stored', { name: lost.name })

  // From here on it is so.
  const fields = fieldsAfter(found, given, events)
  const seq = await recordStep(tx, clock, by, id, { ...given, fields })
  await tellContract(tx, clock, by, contract, contractAfter(found, given, gone), given)
  return accept({ seq })
}

/** Whoever changes what a contract's registration rests on is the only one to do so until they are done. */
export async function lockContract(tx: Tx, institution: string, contract: string): Promise<void> {
  await lockChain(tx, { institution, name: chainOf(contractRegister, contract) })
}

/** Whether what an attempt comes to is for its case to say: its act can be recorded once, unless refused. */
export async function isOfCase(
  tx: Tx,
  institution: string,
  { id, caseId }: Pick<Beneath, 'id' | 'caseId'>,
): Promise<boolean> {
  if (caseId === null) return false
  const attempts = await attemptsOf(tx, institution, id)
  return attempts.every(({ state }) => state !== 'revoked')
}

/** The steps that the procedure of a contract's case has acts for. */
export function isRecordedInCase(step: Step): boolean {
  const acts: readonly Step[] = [...outcomes, ...amendments]
  return acts.includes(step)
}

/** What an entry of an attempt is taken back of, and why that cannot be. */
export async function whyItStays(
  tx: Tx,
  institution: string,
  of: { readonly id: string; readonly contract: string; readonly gone: Step | undefined },
) {
  const last = (await attemptsOf(tx, institution, of.contract)).at(-1)
  if (last && last.id !== of.id) {
    return refuse('attempt-followed', { attempt: `${last.attempt}` })
  }
  // What was drawn up rests on the outcome; an amendment or an end that never was takes nothing from it.
  const restsOn = of.gone === undefined || isOutcome(of.gone)
  return restsOn && (await hasIncome(tx, institution, of.id))
    ? refuse('income-drawn', {})
    : undefined
}

/** Why a certificate cannot be of this contract: it bears no number or another's, or more than was agreed. */
async function wrongCertificate(
  tx: Tx,
  institution: string,
  { contractId, amountFen }: { readonly contractId: string; readonly amountFen: string | null },
  { number, recognisedFen }: Pick<z.output<typeof StepWire>, 'number' | 'recognisedFen'>,
) {
  if (number === null) return refuse('number-missing', {})
  const same = await contractsRegisteredAs(tx, institution, number)
  const other = same.find(({ id }) => id !== contractId)
  if (other) return refuse('certificate-of-another', { title: other.title })
  const isAbove = recognisedFen !== null && amountFen !== null
  if (isAbove && BigInt(recognisedFen) > BigInt(amountFen))
    return refuse('recognised-above-amount', { amount: amountFen })
  return undefined
}

const needsWords = (step: Step) =>
  !['submitted', 'text_received', 'review_begun', 'registered'].includes(step)

/** Whether income was drawn up on the strength of what an attempt came to. */
async function hasIncome(tx: Tx, institution: string, id: string): Promise<boolean> {
  return (await verificationsOf(tx, institution, id)).some(({ state }) => state !== 'void')
}

/** The form within an attempt. */
export function formIn(
  stored: RegistrationForm,
): RegistrationForm & { otherParties: OtherParty[] } {
  const { title, kind, signedOn, termFrom, termTo, sellerName, sellerNature } = stored
  const { sellerCountry, sellerRegion, buyerName, buyerUscc, buyerNature } = stored
  const { buyerCountry, buyerRegion, amountFen, technologyFen, investmentFen } = stored
  const { outputFen, ip, field, plan, purpose, payment, registrar, remark } = stored
  const otherParties = stored.otherParties.map((one) => ({ ...one }))
  return {
    ...{ title, kind, signedOn, termFrom, termTo, sellerName, sellerNature, sellerCountry },
    ...{ sellerRegion, buyerName, buyerUscc, buyerNature, buyerCountry, buyerRegion, amountFen },
    ...{ technologyFen, investmentFen, outputFen, ip, field, plan, purpose, payment },
    ...{ registrar, remark, otherParties },
  }
}

/** The form of a contract's first attempt. */
export async function formFor(
  tx: Tx,
  institution: string,
  contract: Beneath,
): Promise<RegistrationForm> {
  const [profile, kinds] = await Promise.all([
    profileOf(tx, institution),
    rightKindsOf(tx, institution, contract.id),
  ])
  return formOf(contract, {
    name: profile.name,
    isMedical: ['hospital', 'maternal_child', 'cdc'].includes(profile.kind ?? ''),
    ip: strongest.find(({ kind }) => kinds.includes(kind))?.code ?? null,
  })
}

/** The rights that forms name, the strongest first. */
const strongest = [
  { kind: 'invention', code: 'invention' },
  { kind: 'preparation', code: 'biomedical' },
  { kind: 'utility_model', code: 'utility_model' },
  { kind: 'software', code: 'software' },
  { kind: 'design', code: 'design' },
  { kind: 'layout', code: 'layout' },
  { kind: 'variety', code: 'plant_variety' },
  { kind: 'know_how', code: 'know_how' },
]

export async function insertAttempt(
  tx: Tx,
  clock: Clock,
  by: Author,
  of: { readonly contract: string; readonly attempt: number; readonly form: RegistrationForm },
): Promise<string> {
  const id = newId()
  const blank = { number: null, decidedOn: null, recognisedFen: null, certificate: [] }
  const fields = { ...of.form, ...blank, state: 'draft', reason: null }
  const beside = { contractId: of.contract, attempt: of.attempt }
  await enterRecords(tx, registrationRegister, by, clock.now(), [
    { id, fields: { ...beside, ...fields } },
  ])
  return id
}

async function takeOver(tx: Tx, clock: Clock, by: Caller, id: string, contract: Beneath) {
  const { registrationNo: number, registeredOn } = contract
  // A day that nobody wrote down is not made up: what has no day yet has none here either.
  const on = registeredOn?.length === 10 ? registeredOn : clock.today()
  const fields = { state: 'registered' as const, number, decidedOn: registeredOn }
  const said = { step: 'registered' as const, on, words: TAKEN_OVER, files: [], fields }
  await recordStep(tx, clock, by, id, said)
}

/** What a step is told as, and the act of a case that says so. */
export interface ToldStep {
  readonly step: Step
  readonly on: string
  readonly words: string | null
  readonly files: readonly FileRef[]
  readonly fields: Partial<RegistrationFields>
  readonly act?: { readonly case: string; readonly seq: number }
}

/** Writes a step: an event of the attempt, an entry of its chain, and where it stands now. */
export async function recordStep(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { step, on, words, files, fields, act }: ToldStep,
): Promise<number> {
  const { institution } = by
  const events = await eventsOf(tx, institution, id)
  await tx
    .insertInto('registrationEvent')
    .values({
      ...{ institutionId: institution, registrationId: id, seq: (events.at(-1)?.seq ?? 0) + 1 },
      ...{ step, onDay: on, words, files: JSON.stringify(files) },
      ...{ caseId: act?.case ?? null, actSeq: act?.seq ?? null },
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
  const amended = await amendRecord(tx, registrationRegister, clock, by, id, {
    fields: { ...fields, state: stateOf(events, step) },
    beside: [{ field: 'onDay', from: null, to: on }],
    reason: words ?? '',
    action: actionOf[step],
  })
  if (!amended) throw new TypeError('There is no such registration.')
  return amended.seq
}

/** The register of contracts says what the registration came to; of a case its act has said so. */
async function tellContract(
  tx: Tx,
  clock: Clock,
  by: Caller,
  contract: Beneath,
  fields: ReturnType<typeof contractAfter>,
  { number, words }: Pick<Said, 'number' | 'words'>,
): Promise<void> {
  if (!fields) return
  const reason = words ?? `技术合同认定登记：${number ?? ''}`
  await amendContract(tx, clock, by, contract.id, { fields, achievements: [], reason })
}
