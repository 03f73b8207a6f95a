import { accept, isCreditCode, type Outcome, refuse, type Words } from '@yizhuan/kit'
import type { CodeEdition, CodeListName } from '@yizhuan/law'
import { DOMESTIC, isIncomplete, type OtherParty, othersOf, wrongAmong } from './other-parties.ts'
import { isCountry, isRegion } from './places.ts'

// The registration of a technology contract with its registrar: what the form says, and where an attempt
// stands. What an attempt came to in a case is an act of the case and comes here by projection.

export const stateWords = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  text_received: { zh: '文本已收', en: 'Text received' },
  in_review: { zh: '审查中', en: 'In review' },
  registered: { zh: '已登记', en: 'Registered' },
  changed: { zh: '已变更', en: 'Changed' },
  refused: { zh: '不予登记', en: 'Refused' },
  not_technology: { zh: '非技术合同', en: 'Not a technology contract' },
  terminated: { zh: '已注销', en: 'Cancelled' },
  revoked: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<string, Words>
export type RegistrationState = keyof typeof stateWords
export const states = Object.keys(stateWords) as [RegistrationState, ...RegistrationState[]]

/** Before the registrar has said anything. */
const underway: readonly RegistrationState[] = ['submitted', 'text_received', 'in_review']
/** A certificate is in force. */
const standing: readonly RegistrationState[] = ['registered', 'changed']

/** The registrar decided, or something was said of its decision since. */
const decided: readonly RegistrationState[] = [
  ...standing,
  ...(['refused', 'not_technology', 'terminated', 'revoked'] as const),
]

/** What befalls an attempt, from where, and where it stands then. */
const steps = {
  submitted: { from: ['draft'], to: 'submitted' },
  text_received: { from: ['submitted'], to: 'text_received' },
  review_begun: { from: ['submitted', 'text_received'], to: 'in_review' },
  returned: { from: underway, to: 'draft' },
  registered: { from: underway, to: 'registered' },
  refused: { from: underway, to: 'refused' },
  not_technology: { from: underway, to: 'not_technology' },
  changed: { from: standing, to: 'changed' },
  terminated: { from: standing, to: 'terminated' },
  revoked: { from: standing, to: 'revoked' },
  // What was recorded by mistake is said to be one: the attempt waits for the registrar again, or stands where
  // it stood before it was amended, cancelled or revoked (standing.ts).
  corrected: { from: decided, to: 'in_review' },
} as const satisfies Record<string, { from: readonly RegistrationState[]; to: RegistrationState }>
export type Step = keyof typeof steps
export const stepKinds = Object.keys(steps) as [Step, ...Step[]]

/** Those that say what an attempt came to; in a case they are acts of the case. */
export const outcomes = ['registered', 'refused', 'not_technology'] as const
export type RegistrationOutcome = (typeof outcomes)[number]

/** Those that a case records once its contract was amended or ended. */
export const amendments = ['changed', 'terminated'] as const

/** What the history of an attempt calls a step. */
export const actionOf: Readonly<Record<Step, string>> = {
  submitted: 'registrationSubmitted',
  text_received: 'textReceived',
  review_begun: 'reviewBegun',
  returned: 'registrationReturned',
  registered: 'contractRegistered',
  refused: 'registrationRefused',
  not_technology: 'notTechnology',
  changed: 'registrationChanged',
  terminated: 'registrationCancelled',
  revoked: 'registrationRevoked',
  corrected: 'outcomeCorrected',
}

/** Where an attempt stands after a step. */
export const stateAfter = (step: Step): RegistrationState => steps[step].to

/** The steps that may come next. */
export function nextSteps(state: RegistrationState): readonly Step[] {
  return stepKinds.filter((step) => isFrom(step, state))
}

const isFrom = (step: Step, state: RegistrationState) =>
  (steps[step].from as readonly RegistrationState[]).includes(state)

/** Whether a certificate of it is in force: what relief of taxes and income verified rest on. */
export const isInForce = (state: RegistrationState) => standing.includes(state)

/** An attempt that ended, and after which another one may begin. */
export const mayTryAgain = (state: RegistrationState) =>
  state === 'refused' || state === 'not_technology' || state === 'revoked'

/** Whether the registrar still has to say something, or the office to hand it in. */
export const isOpen = (state: RegistrationState) => state === 'draft' || underway.includes(state)

export interface StepRefusals {
  'step-out-of-order': { readonly state: RegistrationState }
}

/** Where an attempt stands after a step, if the step may follow. */
export function take(
  state: RegistrationState,
  step: Step,
): Outcome<RegistrationState, StepRefusals> {
  return isFrom(step, state) ? accept(stateAfter(step)) : refuse('step-out-of-order', { state })
}

/** What the form says. Amounts are whole fen; codes are those of the lists of its day. */
export interface RegistrationForm {
  readonly title: string
  readonly kind: string | null
  readonly signedOn: string | null
  readonly termFrom: string | null
  readonly termTo: string | null
  readonly sellerName: string
  readonly sellerNature: string | null
  readonly sellerCountry: string | null
  readonly sellerRegion: string | null
  readonly buyerName: string | null
  readonly buyerUscc: string | null
  readonly buyerNature: string | null
  readonly buyerCountry: string | null
  readonly buyerRegion: string | null
  /** The amount of the contract, and what of it is for technology. */
  readonly amountFen: string | null
  readonly technologyFen: string | null
  readonly investmentFen: string | null
  readonly outputFen: string | null
  readonly ip: string | null
  readonly field: string | null
  readonly plan: string | null
  readonly purpose: string | null
  readonly payment: string | null
  readonly registrar: string | null
  readonly remark: string | null
  /** Sellers and buyers beside the first of each. */
  readonly otherParties: readonly OtherParty[]
}

export const formFields = [
  'title',
  'kind',
  'signedOn',
  'termFrom',
  'termTo',
  'sellerName',
  'sellerNature',
  'sellerCountry',
  'sellerRegion',
  'buyerName',
  'buyerUscc',
  'buyerNature',
  'buyerCountry',
  'buyerRegion',
  'amountFen',
  'technologyFen',
  'investmentFen',
  'outputFen',
  'ip',
  'field',
  'plan',
  'purpose',
  'payment',
  'registrar',
  'remark',
] as const satisfies readonly Exclude<keyof RegistrationForm, 'otherParties'>[]
export type FormField = (typeof formFields)[number]

/** Which list a field takes its code from. */
export const listOf: Readonly<Partial<Record<FormField, CodeListName>>> = {
  kind: 'kind',
  sellerNature: 'nature',
  buyerNature: 'nature',
  ip: 'ip',
  field: 'field',
  plan: 'plan',
  purpose: 'purpose',
  payment: 'payment',
}

const optional: readonly FormField[] = ['termFrom', 'termTo', 'buyerUscc', 'remark']

/** What a form still lacks before it can be handed in, in the order of the form. */
export function lacking(
  form: RegistrationForm,
  { forecastFor }: Pick<CodeEdition, 'forecastFor'>,
): readonly (FormField | 'otherParties')[] {
  const isForecast = form.kind !== null && forecastFor.includes(form.kind)
  const others = form.otherParties.some(isIncomplete) ? (['otherParties'] as const) : []
  const lacks = formFields.filter((field) => {
    if (optional.includes(field) || form[field] !== null) return false
    if (field === 'investmentFen' || field === 'outputFen') return isForecast
    // Abroad there are no codes of regions.
    if (field === 'buyerRegion') return form.buyerCountry === DOMESTIC
    if (field === 'sellerRegion') return form.sellerCountry === DOMESTIC
    return true
  })
  return [...lacks, ...others]
}

export interface FormRefusals {
  'unknown-code': { readonly field: string }
  'technology-above-amount': { readonly amount: string }
  'registration-term-ends-before': Record<string, never>
  'unknown-country': { readonly field: string }
  'unknown-region': { readonly field: string }
  'credit-code-wrong': { readonly field: string }
  'party-twice': { readonly field: string }
  'signed-in-future': { readonly today: string }
}

/** Whether what a form says can be so, filled in as far as it is. */
export function checkForm(
  form: RegistrationForm,
  { lists }: Pick<CodeEdition, 'lists'>,
  today: string,
): Outcome<true, FormRefusals> {
  for (const [field, list] of Object.entries(listOf) as [FormField, CodeListName][]) {
    const code = form[field]
    if (code !== null && !Object.hasOwn(lists[list].codes, code)) {
      return refuse('unknown-code', { field })
    }
  }
  const wrong = wrongParty(form)
  if (wrong) return wrong
  const { otherParties, sellerName, buyerName } = form
  const other = wrongAmong(otherParties, [sellerName, buyerName], { lists })
  if (other) return refuse(other.code, { field: other.field })
  const { amountFen, technologyFen, signedOn, termFrom, termTo } = form
  if (signedOn !== null && signedOn > today) return refuse('signed-in-future', { today })
  if (amountFen !== null && technologyFen !== null && BigInt(technologyFen) > BigInt(amountFen)) {
    return refuse('technology-above-amount', { amount: amountFen })
  }
  if (termFrom !== null && termTo !== null && termTo < termFrom) {
    return refuse('registration-term-ends-before', {})
  }
  return accept(true)
}

/** What a form says of the parties that no party can have. */
function wrongParty(form: RegistrationForm) {
  for (const field of ['sellerCountry', 'buyerCountry'] as const) {
    const country = form[field]
    if (country !== null && !isCountry(country)) return refuse('unknown-country', { field })
  }
  for (const field of ['sellerRegion', 'buyerRegion'] as const) {
    const region = form[field]
    if (region !== null && !isRegion(region)) return refuse('unknown-region', { field })
  }
  const { buyerUscc: code } = form
  const isWrong = code !== null && !isCreditCode(code)
  return isWrong ? refuse('credit-code-wrong', { field: 'buyerUscc' }) : undefined
}

/** What a contract tells its form. */
export interface ContractForForm {
  readonly kind: string
  readonly mode: string | null
  readonly title: string
  readonly counterparty: string | null
  readonly counterpartyUscc: string | null
  readonly amountFen: string | null
  readonly signedOn: string | null
  readonly termFrom: string | null
  readonly termTo: string | null
  readonly parties: readonly {
    readonly role: string
    readonly name: string
    readonly uscc: string | null
  }[]
  /** Who holds the title beside the house. */
  readonly holders: readonly { readonly holder: string }[]
}

/** What an institution and its achievement tell the form. */
export interface HouseForForm {
  readonly name: string
  readonly isMedical: boolean
  /** The kind of the strongest right that the contract's achievements have. */
  readonly ip: string | null
}

/** A form filled in as far as the registers know. */
export function formOf(contract: ContractForForm, house: HouseForForm): RegistrationForm {
  const day = (one: string | null) => (one?.length === 10 ? one : null)
  return {
    title: contract.title,
    kind: kindOf(contract),
    signedOn: day(contract.signedOn),
    termFrom: day(contract.termFrom),
    termTo: day(contract.termTo),
    sellerName: house.name,
    sellerNature: house.isMedical ? '0231' : null,
    sellerCountry: DOMESTIC,
    sellerRegion: null,
    buyerName: contract.counterparty,
    buyerUscc: contract.counterpartyUscc,
    buyerNature: null,
    // Who has a credit code is of this country.
    buyerCountry: contract.counterpartyUscc === null ? null : DOMESTIC,
    buyerRegion: null,
    amountFen: contract.amountFen,
    technologyFen: null,
    investmentFen: null,
    outputFen: null,
    ip: house.ip,
    field: house.isMedical ? 'biomedicine' : null,
    plan: null,
    purpose: house.isMedical ? 'health' : null,
    payment: null,
    registrar: null,
    remark: null,
    otherParties: othersOf({ ...contract, house: house.name }),
  }
}

function kindOf({ kind, mode }: ContractForForm): string | null {
  if (kind !== 'transfer') return kind === 'service_unclear' ? null : kind
  if (mode === 'license') return 'licence'
  return mode === 'cooperation' ? 'development' : 'transfer'
}

/** What a verification says, and how it stands. */
export const verificationWords = {
  drawn: { zh: '待核定', en: 'Awaits the registrar' },
  to_approve: { zh: '待复核', en: 'Awaits approval' },
  verified: { zh: '已核定', en: 'Verified' },
  void: { zh: '已作废', en: 'Void' },
} as const satisfies Record<string, Words>
export type VerificationState = keyof typeof verificationWords
