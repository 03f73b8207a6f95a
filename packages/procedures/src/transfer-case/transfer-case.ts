// The transfer of an achievement: the eight stages of a priced deal, from disclosure to distribution.
import type { Day } from '@yizhuan/kit'
import { asksCertificate } from '../procedure/certificate.ts'
import type { ActRule, CaseLine, Procedure } from '../procedure/procedure.ts'
import { actionOf, actWords, whoMay } from './act-rules.ts'
import { type ActType, actData, actTypes } from './acts.ts'
import { afterEnd } from './after-end.ts'
import { wrongAgainstRecord } from './against-record.ts'
import { amendedTo, contractPriceOf } from './amended.ts'
import { wrongInLaw } from './carried.ts'
import { rests } from './days.ts'
import { differs } from './differs.ts'
import { evolve, fold } from './evolve.ts'
import { factsOf } from './facts.ts'
import { fits } from './fits.ts'
import { foreseen } from './foreseen.ts'
import { lacking } from './needed.ts'
import { ahead, done } from './order.ts'
import { agreedTerms } from './pricing/deal.ts'
import { proves } from './proves.ts'
import { stageOf, stageOfAct, stagesOf, stageWords } from './stages.ts'
import { type CaseState, receivedIn } from './state.ts'
import { stepsAfter } from './steps.ts'
import { besideTakeover } from './taken-over/beside.ts'
import { earlierIncome, earlierReward } from './taken-over/taken-over.ts'
import { overtaken } from './taking.ts'
import { writeOffWrongs } from './write-offs.ts'

const publications: readonly ActType[] = [
  'noticePublished',
  'planNoticePublished',
  'changeNoticePublished',
]

/** What several cases have alike: the day a notice came down, a sitting, a letter, the end. */
const inBulk: readonly ActType[] = [
  'noticeCertified',
  'decided',
  'registrationReported',
  'universityReviewed',
  'planNoticeCertified',
  'changeNoticeCertified',
  'closed',
]

/** The rules of an act, each kept beside the others of its kind. */
function actRule(type: ActType): ActRule<CaseState> {
  const action = actionOf[type]
  return {
    label: actWords[type],
    who: whoMay[type],
    data: actData[type],
    ...(action !== undefined && { action }),
    ...(type === 'caseOpened' && { gathers: 'knownContract' as const }),
    ...(type === 'signed' && { gathers: 'freeNumber' as const }),
    ...(type === 'contractRegistered' && {
      gathers: 'freeCertificate' as const,
      asksPaper: asksCertificate,
    }),
    ...(type === 'paid' && { gathers: 'reliefByDays' as const }),
    ...(type === 'costRecorded' && { gathers: 'voucherOnce' as const }),
    ...(type === 'planDrafted' && { gathers: 'planBasis' as const }),
    ...(type === 'titleRegistered' && { gathers: 'othersIncome' as const }),
    ...(type === 'receiptRecorded' && { gathers: 'othersParts' as const }),
    stage: stageOfAct[type] ?? 'performance',
    publishes: publications.includes(type),
    inBulk: inBulk.includes(type),
    done: done[type] ?? [],
    ahead: ahead[type] ?? [],
    proves: proves[type] ?? [],
    rests: (state) => rests[type]?.(state) ?? [],
    needed: (state) => lacking[type]?.(state) === true,
    wrongs: type === 'receivableWrittenOff' ? writeOffWrongs : type === 'paid' ? [overtaken] : [],
    wrong: (state, data, by, on) => wrongAgainstRecord(state, type, data, on, by),
    ...((type === 'planDrafted' || type === 'paid') && {
      wrongInLaw: (ground, state, data, on) => wrongInLaw(ground, state, type, data, on),
    }),
    foreseen: (state, today) => foreseen(state, type, today),
    fits: (state, data) => fits(state, type, data),
    differs: (state, data) => differs(state, type, data),
  }
}

export const transferCase: Procedure<CaseState> = {
  id: 'transfer',
  label: { zh: '成果转化', en: 'Transfer' },
  purpose: {
    words: {
      zh: '转让、许可、合作实施或作价投资：从报备、谈判、公示、决策、签约到收益分配。',
      en: 'Assign, license, cooperate or contribute: from disclosure to the distribution.',
    },
    cites: ['gd-2025#a14.p1', 'sh-draft-2024#a10.p1'],
  },
  opening: 'caseOpened',
  acts: Object.fromEntries(
    actTypes
      .flatMap((type) => [
        [type, actRule(type)] as const,
        ...Object.entries<ActRule<CaseState>>(stepsAfter[type] ?? {}),
      ])
      .map(([type, rule]) => [type, besideTakeover(type, rule)]),
  ),
  begins: ({ takenOver }) => takenOver?.data.signedOn as Day | undefined,
  afterEnd,
  whenSuspended: ['objectionFound'],
  stageWords,
  evolve,
  fold,
  facts: factsOf,
  stages: stagesOf,
  line: lineOf,
}

function lineOf(state: CaseState): CaseLine {
  const { opened, negotiation } = state
  const terms = agreedTerms(state)
  const { title, achievementId, achievement, team } = opened.data
  const amended = amendedTo(state, 'counterparty')
  const counterparty = amended ?? terms?.counterparty ?? negotiation?.data.counterparty
  const mode = terms?.mode ?? negotiation?.data.mode
  const price = contractPriceOf(state) ?? (state.takenOver ? undefined : terms?.price)
  const number = state.registration?.data.number
  const pricing = negotiation?.data.pricing ?? state.takenOver?.data.pricing
  const paid = state.distributions.flatMap(({ payment }) => payment.data.lines)
  return {
    title,
    ...(achievementId !== undefined && { achievementId }),
    about: [
      achievement,
      ...team.map(({ name }) => name),
      ...(number === undefined ? [] : [number]),
    ],
    stage: stageOf(state),
    ...(mode !== undefined && { mode }),
    ...(pricing && { pricing }),
    ...(counterparty !== undefined && { counterparty }),
    ...(price !== undefined && { price }),
    received: `${receivedIn(state) + earlierIncome(state)}`,
    distributed: sum([...paid.map(({ amount }) => amount), `${earlierReward(state)}`]),
  }
}

function sum(amounts: readonly string[]): string {
  return `${amounts.reduce((total, amount) => total + BigInt(amount), 0n)}`
}
