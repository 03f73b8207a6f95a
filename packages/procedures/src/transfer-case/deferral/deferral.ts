// Whoever is awarded equity chooses for themselves how it is taxed: at once, or deferred until it is given up, where the
// conditions hold and the choice is filed with the tax office (cn-equity-deferral-2016#h3, #h5). Each choice bears its
// own conditions and evidence; a choice that was recorded wrongly is taken back, and another may follow.
import type { Day } from '@yizhuan/kit'
import { z } from 'zod'
import { readers } from '../../procedure/acts-state.ts'
import { code, flag, label, line, money, text } from '../../procedure/fields.ts'
import type { OutOfOrder } from '../../procedure/order.ts'
import type { CaseFacts } from '../../procedure/procedure.ts'
import { otherMode } from '../modes/mode.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, unsigned } from '../step.ts'

const who = line('获得股权的人员', 'Who is awarded equity')

const data = {
  deferralChosen: z.strictObject({
    name: who,
    option: code(['tax_deferred', 'at_once'], '税收选择', 'Choice of tax'),
    value: money('取得股权的公允价值', 'What the equity was worth when it was awarded'),
    cost: money('技术成果原值和合理税费', 'Original value of the technology, and reasonable taxes'),
    investeeDomestic: flag(
      '被投资的是境内居民企业',
      'The company is a domestic resident one',
    ).optional(),
    paidWhollyInShares: flag('对价全部为股权', 'It is paid wholly in shares').optional(),
    ownershipContributed: flag(
      '投入的是所有权',
      'Ownership is contributed, not a licence',
    ).optional(),
  }),
  deferralFiled: z.strictObject({
    name: who,
    receipt: line('税务机关备案回执号', 'Receipt of the tax office'),
  }),
  deferralSettled: z.strictObject({
    name: who,
    cause: code(['sold', 'left', 'wound_up'], '缴税事由', 'What made the tax due'),
    tax: money('缴纳的个人所得税', 'Income tax paid'),
    receipt: line('完税凭证号', 'Receipt of the tax'),
  }),
  deferralTakenBack: z.strictObject({
    name: who,
    reason: text('误记的情况和依据', 'What was wrong, and how it is known'),
  }),
}

const { all } = readers(data)

/** How somebody's equity is taxed, as they chose. */
export interface DeferralChoice {
  readonly name: string
  readonly option: 'tax_deferred' | 'at_once'
  readonly chosenOn: Day
  readonly value: bigint
  readonly cost: bigint
  /** Whether all conditions hold; unknown while one of them is not answered. */
  readonly holds: boolean | undefined
  readonly filed: { readonly on: Day; readonly receipt: string } | undefined
  /** When tax of it was last paid, after some of the equity was given up. */
  readonly settledOn: Day | undefined
}

/** The choices that stand, by the name of who made them. */
export function deferralsIn(state: Pick<CaseState, 'acts'>): ReadonlyMap<string, DeferralChoice> {
  const of = state as CaseState
  const gone = all(of, 'deferralTakenBack')
  const isGone = (name: string, seq: number) =>
    gone.some((one) => one.data.name === name && one.seq > seq)
  const standing = all(of, 'deferralChosen').filter((one) => !isGone(one.data.name, one.seq))
  return new Map(
    standing.map(({ seq, on, data: told }) => {
      const filed = all(of, 'deferralFiled').findLast(
        (one) => one.data.name === told.name && one.seq > seq,
      )
      const choice: DeferralChoice = {
        ...{ name: told.name, option: told.option, chosenOn: on },
        ...{ value: BigInt(told.value), cost: BigInt(told.cost), holds: conditionsOf(told) },
        filed: filed && { on: filed.on, receipt: filed.data.receipt },
        settledOn: all(of, 'deferralSettled').findLast(
          (one) => one.data.name === told.name && one.seq > seq,
        )?.on,
      }
      return [told.name, choice]
    }),
  )
}

type Choice = z.infer<typeof data.deferralChosen>

const conditions = ['investeeDomestic', 'paidWhollyInShares', 'ownershipContributed'] as const

function conditionsOf(told: Choice): boolean | undefined {
  const said = conditions.map((one) => told[one])
  if (said.includes(false)) return false
  return said.every((one) => one === true) ? true : undefined
}

/** Whom the plan of the case, and what was distributed, give equity. */
export function equityRecipients({
  plan,
  distributions,
}: Pick<CaseState, 'plan' | 'distributions'>): ReadonlySet<string> {
  const plans = [...distributions.map((one) => one.plan), ...(plan ? [plan] : [])]
  const lines = plans.flatMap((one) => one.data.lines)
  return new Set(lines.flatMap(({ name, award }) => (award === 'equity' ? [name] : [])))
}

/** What the choices say in the words of the law; nothing while nobody chose. */
export function deferralFacts(state: CaseState): CaseFacts {
  const choices = [...deferralsIn(state).values()]
  if (choices.length === 0) return {}
  const deferred = choices.filter(({ option }) => option === 'tax_deferred')
  if (deferred.length === 0) return { taxDeferred: false }
  const filedOn = deferred.map(({ filed }) => filed?.on)
  const isFiled = filedOn.every((on) => on !== undefined)
  const held = deferred.map(({ holds }) => holds)
  return {
    taxDeferred: true,
    // What is not filed is not deferred, whatever else holds (cn-equity-deferral-2016#h5).
    ...((held.includes(false) || !held.includes(undefined)) && {
      deferralEligible: isFiled && !held.includes(false),
    }),
    deferralFiledOn: isFiled ? (filedOn.toSorted().at(-1) ?? null) : null,
    ...Object.fromEntries(
      conditions.flatMap((one) => {
        const said = latestSaid(state, deferred, one)
        return said.includes(undefined) && !said.includes(false)
          ? []
          : [[one, !said.includes(false)]]
      }),
    ),
  }
}

function latestSaid(
  state: CaseState,
  deferred: readonly DeferralChoice[],
  condition: (typeof conditions)[number],
): readonly (boolean | undefined)[] {
  return deferred.map(
    ({ name }) =>
      all(state, 'deferralChosen').findLast((one) => one.data.name === name)?.data[condition],
  )
}

const no = (code_: string, zh: string, en: string): OutOfOrder => ({
  ...{ code: code_, detail: { zh, en } },
})
const noEquity = no(
  'no-equity-awarded',
  '分配方案中没有给此人的股权奖励。',
  'No plan of this case awards this person equity.',
)
const chosenBefore = no(
  'deferral-chosen-before',
  '此人已登记过税收选择；选错的先撤回。',
  'This person has chosen already; take a wrong choice back first.',
)
const notDeferred = no(
  'deferral-not-chosen',
  '此人没有登记递延纳税的选择。',
  'This person has chosen no deferral.',
)
const filedBefore = no(
  'deferral-filed-before',
  '此人的递延纳税已登记备案。',
  'The deferral of this person is filed already.',
)
const beforeChoice = no(
  'deferral-before-choice',
  '日期早于此人登记税收选择的日期。',
  'The day is before this person made the choice.',
)
const notEligible = no(
  'deferral-not-eligible',
  '有条件不满足，不能选择递延纳税。',
  'A condition is not met, so the tax cannot be deferred.',
)

const others = [otherMode('equity_contribution')]
const nameOf = (given: Readonly<Record<string, unknown>>) => String(given['name'])

/** The next of those who are awarded equity who has not chosen. */
const nextToChoose = (state: CaseState): string | undefined =>
  [...equityRecipients(state)].find((name) => !deferralsIn(state).has(name))

const nextToFile = (state: CaseState): string | undefined =>
  [...deferralsIn(state).values()].find(({ option, filed }) => option === 'tax_deferred' && !filed)
    ?.name

export const deferralSteps = {
  deferralChosen: {
    label: label('登记股权奖励的税收选择', 'Record how equity is taxed'),
    who: ['finance', 'tto_negotiator', 'tto_reviewer'],
    data: data.deferralChosen,
    stage: 'performance',
    done: others,
    ahead: [unsigned],
    rests: ({ signing }) => [signing?.on],
    // A closed case waits for nobody; what was chosen wrongly is put right in it all the same.
    needed: (state) => state.status !== 'closed' && nextToChoose(state) !== undefined,
    wrongs: [noEquity, chosenBefore, notEligible],
    wrong: (state, given) => wrongChoice(state as CaseState | undefined, given as Choice),
    suggests: (state) => {
      const name = nextToChoose(state)
      return name === undefined ? {} : { name, cost: '0' }
    },
    fits: (_state, { option }) => ({
      hides: option === 'tax_deferred' ? [] : [...conditions],
      wants: option === 'tax_deferred' ? [...conditions] : [],
    }),
    proves: ['taxDeferred', ...conditions],
  },
  deferralFiled: {
    label: label('登记递延纳税备案', 'Record that a deferral was filed'),
    who: ['finance'],
    data: data.deferralFiled,
    stage: 'performance',
    done: others,
    ahead: [unsigned],
    needed: (state) => nextToFile(state) !== undefined,
    wrongs: [notDeferred, filedBefore, beforeChoice],
    wrong: (state, given, _by?: unknown, on?: Day) => {
      const choice = state && deferralsIn(state as CaseState).get(nameOf(given))
      if (!state) return undefined
      if (choice?.option !== 'tax_deferred') return notDeferred
      if (choice.filed) return filedBefore
      return on !== undefined && on < choice.chosenOn ? beforeChoice : undefined
    },
    suggests: (state) => {
      const name = nextToFile(state)
      return name === undefined ? {} : { name }
    },
    proves: ['deferralFiledOn', 'deferralEligible'],
  },
  deferralSettled: {
    label: label('登记递延税款缴纳', 'Record that deferred tax was paid'),
    who: ['finance'],
    data: data.deferralSettled,
    stage: 'performance',
    done: others,
    ahead: [unsigned],
    needed: () => false,
    wrongs: [notDeferred, beforeChoice],
    wrong: (state, given, _by?: unknown, on?: Day) => {
      if (!state) return undefined
      const choice = deferralsIn(state as CaseState).get(nameOf(given))
      if (choice?.option !== 'tax_deferred') return notDeferred
      return on !== undefined && on < choice.chosenOn ? beforeChoice : undefined
    },
  },
  deferralTakenBack: {
    label: label('撤回误记的税收选择', 'Take back a choice of tax'),
    who: ['finance', 'tto_reviewer'],
    data: data.deferralTakenBack,
    stage: 'performance',
    done: others,
    ahead: [unsigned],
    needed: () => false,
    wrongs: [notDeferred],
    wrong: (state, given) =>
      !state || deferralsIn(state as CaseState).has(nameOf(given)) ? undefined : notDeferred,
  },
} as const satisfies Readonly<Record<string, CaseStep>>

function wrongChoice(state: CaseState | undefined, told: Choice): OutOfOrder | undefined {
  if (!state) return undefined
  if (!equityRecipients(state).has(told.name)) return noEquity
  if (deferralsIn(state).has(told.name)) return chosenBefore
  return told.option === 'tax_deferred' && conditionsOf(told) === false ? notEligible : undefined
}
