// People who carry a transfer on: lawful, not always of one mind, and not always left in peace.
import type { Day } from '@yizhuan/kit'
import type { Law } from '@yizhuan/law'
import { neededActs } from '../../procedure/needed.ts'
import { actOf } from '../../procedure/procedure.ts'
import type { Luck } from '../../testing/luck.ts'
import type { Move, Player } from '../../testing/play.ts'
import { awaited, type CaseState } from '../state.ts'
import { transferCase } from '../transfer-case.ts'
import { assessCase } from './bound.ts'
import { contract, mainLine, notice, resolution, terms } from './main-line.ts'

type Data = Readonly<Record<string, unknown>>

/** What is known when a form is filled in. */
interface Known {
  readonly state: CaseState
  readonly today: Day
  readonly luck: Luck
  readonly law: Law
}

/** How forms are filled in; what is not here is filled in as on the main line. */
const fillings: Readonly<Record<string, (known: Known) => Data>> = {
  proposed: ({ luck }) => ({
    terms: { ...terms, price: `${(1 + luck.below(900)) * 1_000_003}00` },
  }),
  reviewed: ({ luck }) => ({
    outcome: luck.happens(0.9) ? 'passed' : 'returned',
    opinion: '已审',
    ethics: 'not_applicable',
    compliance: 'passed',
    risk: 'passed',
  }),
  noticePublished: ({ state }) => ({ ...notice, price: `${yuan(state.terms?.price)}元` }),
  noticeCertified: lastShown,
  planNoticeCertified: lastShown,
  changeNoticeCertified: lastShown,
  changeNoticePublished: () => ({ text: '条款变化' }),
  objectionFound: ({ luck, state }) => ({
    finding: '已核实',
    outcome: state.signing ? 'continue' : luck.oneOf(['continue', 'continue', 'amend', 'stop']),
  }),
  planObjectionFound: ({ luck }) => ({
    finding: '已核实',
    outcome: luck.oneOf(['continue', 'amend']),
  }),
  decided: ({ luck }) => ({
    ...resolution,
    result: luck.oneOf([
      ...Array(16).fill('passed'),
      'deferred',
      'deferred',
      'altered',
      'rejected',
    ]),
  }),
  signed: ({ state }) => ({
    ...contract,
    counterparty: state.terms?.counterparty,
    price: state.terms?.price,
  }),
  contractRegistered: ({ luck }) =>
    luck.happens(0.9)
      ? { outcome: 'registered', number: '示例-1' }
      : { outcome: luck.oneOf(['refused', 'not_technology']) },
  receiptRecorded: ({ state }) => ({
    amount: half(state.signing?.data.price),
    voucher: `记-${state.seq}`,
    inBudget: true,
  }),
  planDrafted: plan,
  planAgreed: ({ state }) => ({ member: awaited(state)[0] ?? '' }),
  paid: ({ state }) => ({
    lines: state.plan?.data.lines.map(({ name, amount }) => ({ name, amount })) ?? [],
    proof: '批次',
  }),
  contractAmended: ({ state }) => ({ number: `补-${state.seq}`, summary: '变更价款' }),
  registrationAmended: () => ({ remark: '注销登记' }),
  reportSupplemented: () => ({
    hasDecisions: true,
    hasContract: true,
    hasIncome: true,
    final: true,
  }),
}

/** What happens besides: how likely on a day somebody looks at the case, and what. */
const besides: readonly (readonly [number, string, (known: Known) => Data])[] = [
  [
    0.012,
    'objectionFiled',
    () => ({ name: '示例丙', text: '遗漏完成人', inWriting: true, toDepartment: true }),
  ],
  [0.006, 'abnormalityFound', () => ({ text: '异常' })],
  [0.01, 'tipReceived', () => ({ text: '线索' })],
  [
    0.006,
    'termsChanged',
    ({ state }) => ({
      reason: '市场变化',
      terms: { ...terms, ...state.terms, price: half(state.terms?.price) },
    }),
  ],
  [0.01, 'planObjected', () => ({ name: '示例丙', text: '份额有误' })],
  [0.001, 'withdrawn', () => ({ reason: '放弃' })],
  [0.002, 'terminated', () => ({ reason: '对方违约' })],
  [0.01, 'disclosureReturned', () => ({ questions: '请补充' })],
  [0.05, 'costRecorded', ({ state }) => cost(state)],
  [0.01, 'reportReturned', () => ({ reason: '缺件' })],
]

/** Carries a transfer on by what it waits for. */
export const carriesOn: Player<CaseState> = ({ state, today, luck, law }) => {
  if (!state) return [{ type: 'caseOpened', data: lineData('caseOpened') }]
  const known = { state, today, luck, law }
  const happened = besides
    .filter(([probability]) => luck.happens(probability))
    .map(([, type, data]): Move => ({ type, data: data(known) }))
  const needed = neededActs(transferCase, state).map((type) => moveOf(type, known))
  return [...happened, ...needed, ...settling(known)]
}

/** What is still to be done where a case would otherwise stand still. */
function settling({ state }: Known): Move[] {
  const isShort = state.signing !== undefined && state.receipts.length === 0
  const written: Move = {
    type: 'receivableWrittenOff',
    data: { amount: state.signing?.data.price ?? '1', reason: '对方破产' },
  }
  return [
    ...(state.termination && isShort && state.writtenOff.length === 0 ? [written] : []),
    { type: 'closed', data: { summary: '全部完成' } },
  ]
}

function moveOf(type: string, known: Known): Move {
  const role = actOf(transferCase, type)?.who[0]
  return {
    type,
    data: fillings[type]?.(known) ?? lineData(type),
    // The member agrees in person.
    ...(type === 'planAgreed' && { role: 'inventor' as const }),
    ...(role !== undefined && type !== 'planAgreed' && { role }),
  }
}

function lineData(type: string): Data {
  return mainLine.find((step) => step[2] === type)?.[3] ?? {}
}

/** A notice is taken down on the day before it is certified, when its period is over. */
function lastShown({ today }: Known): Data {
  return { lastShownOn: today }
}

function cost({ seq }: CaseState): Data {
  return { kind: 'appraisal', amount: '1007', voucher: `费-${seq}` }
}

/** Half of an amount in whole yuan, at least one. */
function half(amount = '200'): string {
  const part = yuan(amount) / 2n
  return `${part > 0n ? part : 1n}00`
}

function yuan(amount = '100'): bigint {
  return BigInt(amount) / 100n
}

/** The least the contributors must get, by two members; the rest to the institution. */
function plan({ state, today, law }: Known): Data {
  const { money } = assessCase({ law }, state, today)
  const net = money?.net ?? 0n
  const floor = (money?.floors[0]?.amount ?? 0n) as bigint
  const first = floor / 3n
  const lines = state.opened.data.team.map((person, at) => ({
    ...person,
    award: 'cash',
    amount: `${at === 0 ? first : floor - first}`,
  }))
  return {
    lines,
    toTto: '0',
    toTtoStaff: '0',
    toInstitution: `${net - floor}`,
    waived: [],
  }
}
