// What a disposal brought and goes to people: what of it was paid out, and what is still to be. Who pays it says so
// in the record; each payment stands in the month of its tax and in the statement of its person like any by hand.
import type { Day } from '@yizhuan/kit'
import { type ActsState, readers } from '../procedure/acts-state.ts'
import { label } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { actData } from './acts.ts'
import { holdingsIn } from './holdings.ts'

const { all } = readers(actData)

/** Those whose parts are paid out by the house. */
const people = ['contributors', 'office'] as const
type Part = (typeof people)[number]

/** A part of what a disposal brought that goes to people, and what of it was paid. */
export interface ProceedsPart {
  /** The place of the disposal in the record. */
  readonly event: number
  readonly to: Part
  /** Whose it is; none where it is of all of them together. */
  readonly name: string | null
  /** Who that is in the register, where the record says it. */
  readonly person?: string | undefined
  readonly fen: bigint
  readonly paid: bigint
}

interface Payment {
  readonly event: number
  readonly to: string
  readonly name: string
  readonly person?: string | undefined
  readonly fen: bigint
}

const isPart = (to: string): to is Part => people.some((one) => one === to)

/** The parts of every disposal that go to people, the earliest first. */
export function proceedsIn(state: ActsState): readonly ProceedsPart[] {
  return paidOff(agreedIn(state), paymentsIn(state)).parts
}

function agreedIn(state: ActsState): readonly ProceedsPart[] {
  return all(state, 'eventHandled').flatMap(({ seq: event, data }) =>
    (data.distribution ?? []).flatMap(({ to, name = null, person, amount }) =>
      isPart(to) ? [{ event, to, name, person, fen: BigInt(amount), paid: 0n }] : [],
    ),
  )
}

function paymentsIn(state: ActsState): readonly Payment[] {
  return all(state, 'proceedsPaid').flatMap(({ data }) => paymentsOf(data))
}

type Told = (typeof actData.proceedsPaid)['_output']

const paymentsOf = ({ event, to, lines }: Told): readonly Payment[] =>
  lines.map(({ name, person, amount }) => ({ event, to, name, person, fen: BigInt(amount) }))

/**
 * The parts with what payments took of them: of the own part first, then of that of all together. Whoever is known
 * goes before those who were paid by name alone, so that these never take what is another's of that name.
 * Records of before may name nobody but a name that several bear; they are read as they stand.
 */
function paidOff(parts: readonly ProceedsPart[], payments: readonly Payment[]) {
  const left = parts.map((one) => ({ ...one }))
  let isBeyond = false
  const known = payments.filter(({ person }) => person !== undefined)
  const byName = payments.filter(({ person }) => person === undefined)
  for (const payment of [...known, ...byName]) {
    const { event, to, fen } = payment
    const own = left.filter((one) => one.event === event && one.to === to)
    let rest = fen
    for (const part of [...partsOf(own, payment), ...own.filter(isOfAll)]) {
      const taken = lesser(rest, part.fen - part.paid)
      part.paid += taken
      rest -= taken
    }
    if (rest > 0n) isBeyond = true
  }
  return { parts: left, isBeyond }
}

/** Whose parts a payment takes: those of just this person or bare name, else those that may be meant by it. */
function partsOf<Part extends Payee>(own: readonly Part[], payment: Payee): readonly Part[] {
  const exact = own.filter(
    ({ name, person }) =>
      person === payment.person && (person !== undefined || name === payment.name),
  )
  return exact.length > 0 ? exact : own.filter((one) => isSamePayee(one, payment))
}

/** Whether a payment by name alone may be meant for several who are known by it: who have parts, else who hold. */
function isOfSeveral(own: readonly Payee[], holders: readonly Payee[], payment: Payee): boolean {
  if (payment.person !== undefined) return false
  const parts = partsOf(own, payment)
  // Parts that bear a name and say no more may be of as many people.
  if (parts.filter(({ person }) => person === undefined).length > 1) return true
  const meant = parts.length > 0 ? parts : holders.filter((one) => isSamePayee(one, payment))
  return new Set(meant.flatMap(({ person = [] }) => person)).size > 1
}

function lesser(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}

const isOfAll = ({ name, person }: ProceedsPart) => name === null && person === undefined

/** The first disposal of which something is still to be paid, as the form begins with it. */
export function proceedsOpen(state: ActsState): Readonly<Record<string, unknown>> {
  const open = proceedsIn(state).filter(({ fen, paid }) => paid < fen)
  const [first] = open
  if (!first) return {}
  const { event, to } = first
  const lines = open
    .filter((one) => one.event === event && one.to === to)
    .flatMap(({ name, person, fen, paid }) =>
      name === null
        ? []
        : [{ name, ...(person !== undefined && { person }), amount: `${fen - paid}` }],
    )
  return { event, to, ...(lines.length > 0 && { lines }) }
}

const noSuchPart: OutOfOrder = {
  code: 'no-such-proceeds',
  detail: label(
    '该处置事项的净收入没有分给这一对象；请按办理记录中处置事项的序号和分配对象填写。',
    'Nothing of what this disposal brought goes there; take the number of the disposal from the record, and who it goes to.',
  ),
}
const beyondPart: OutOfOrder = {
  code: 'proceeds-exceeded',
  detail: label(
    '发放金额合计超过处置时确定分给此人（或此类人员）的金额；确有变化的，请更正处置记录后重新登记。',
    'More would be paid than goes to this person, or to all of them, by what was recorded of the disposal. If that changed, strike the disposal and record it anew.',
  ),
}
const severalOfName = (name?: string): OutOfOrder => ({
  code: 'proceeds-name-shared',
  detail: label(
    `${name === undefined ? '发放明细中的姓名' : `“${name}”`}在这项处置中有几位同名的人，只写姓名分不清发给谁；请从人员库中按工号选择本人。`,
    `Several people called ${name === undefined ? 'by a name of the lines' : `“${name}”`} have parts of this disposal, and the name alone does not say who is paid; choose the person from the register by staff number.`,
  ),
})
const paidBefore: OutOfOrder = {
  code: 'proceeds-paid-before',
  detail: label(
    '同一凭证给同一人的发放已登记，或本次明细中同一人出现两次；确为另一笔的，请在凭证号前注明年月。',
    'What this voucher paid this person is recorded already, or somebody stands there twice. If it is another payment, put year and month before its number.',
  ),
}
const nothingPaid: OutOfOrder = {
  code: 'proceeds-nothing',
  detail: label('发放金额须大于零。', 'Every amount is more than nothing.'),
}
/** What a disposal may be told that was paid out already. */
export const proceedsPaidOut: OutOfOrder = {
  code: 'proceeds-paid-out',
  detail: label(
    '这项处置的净收入已有发放记录，请先更正发放记录。',
    'Of what this disposal brought something was paid out already; strike those payments first.',
  ),
}

const beforeDisposal: OutOfOrder = {
  code: 'proceeds-before-disposal',
  detail: label(
    '发放日期不得早于这项处置的办理日期。',
    'What a disposal brought is paid on its day or later.',
  ),
}

export const proceedsWrongs = [
  noSuchPart,
  beforeDisposal,
  nothingPaid,
  severalOfName(),
  paidBefore,
  beyondPart,
] as const

/** What is wrong with a payment: it goes where nothing goes, is more than that, or is recorded already. */
export function wrongProceeds(
  state: ActsState,
  data: Told,
  on: Day | undefined,
): OutOfOrder | undefined {
  const { event, to, lines, proof } = data
  const agreed = agreedIn(state)
  if (!agreed.some((one) => one.event === event && one.to === to)) return noSuchPart
  const disposal = all(state, 'eventHandled').find(({ seq }) => seq === event)
  if (on !== undefined && disposal !== undefined && on < disposal.on) return beforeDisposal
  if (lines.some(({ amount }) => BigInt(amount) === 0n)) return nothingPaid
  const own = agreed.filter((one) => one.event === event && one.to === to)
  const holders = holdingsIn(state).flatMap((period) => period.holders)
  const unclear = lines.find((one) => isOfSeveral(own, holders, one))
  if (unclear) return severalOfName(unclear.name)
  const before = all(state, 'proceedsPaid').filter((one) => plain(one.data.proof) === plain(proof))
  if (isOneTwice([...before.flatMap((one) => one.data.lines), ...lines])) return paidBefore
  const payments = [...paymentsIn(state), ...paymentsOf(data)]
  return paidOff(agreed, payments).isBeyond ? beyondPart : undefined
}

interface Payee {
  readonly name: string | null
  readonly person?: string | undefined
}

/** Two of one name are two people where both are known; who is known by name only may be either. */
function isOneTwice(lines: readonly Payee[]): boolean {
  return lines.some((one, at) => lines.slice(0, at).some((other) => isSamePayee(one, other)))
}

function isSamePayee(one: Payee, other: Payee): boolean {
  if (one.person !== undefined && other.person !== undefined) return one.person === other.person
  return one.name === other.name
}

/** Whether something of what a disposal brought was paid out. */
export const isPaidOut = (state: ActsState, event: number): boolean =>
  all(state, 'proceedsPaid').some(({ data }) => data.event === event)

/** Numbers are the same however they are typed. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
