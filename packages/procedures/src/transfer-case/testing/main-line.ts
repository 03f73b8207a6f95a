import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { compile } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import type { Decision } from '../../procedure/decide.ts'
import type { Act, FileRef } from '../../procedure/entry.ts'
import type { Role } from '../../procedure/roles.ts'
import type { ActType } from '../acts.ts'
import type { CaseState } from '../state.ts'
import { decide, replay } from './bound.ts'

// Worked days are those of 2026: published on Thursday 5 March, day 15 is Friday 20 March.

export const packs = join(import.meta.dirname, '../../../../../packs')
export const law = compile([loadPack(join(packs, 'cn-gd-2025'))], loadCalendars(packs))

export const team = [
  { name: '示例甲', isInventor: true, isChief: false, holdsLeadingPost: false },
  { name: '示例乙', isInventor: true, isChief: true, holdsLeadingPost: true },
]
export const terms = {
  mode: 'license',
  counterparty: '示例生物（虚构）',
  price: '100000000',
  payment: '一次总付',
  distributionRule: '团队70%，转化部门10%，单位20%',
}
export const notice = {
  achievement: '可吸收止血材料',
  team: '示例甲、示例乙',
  mode: '普通许可',
  counterparty: '示例生物（虚构）',
  price: '100万元',
  distribution: '团队70%',
  leaders: [{ name: '示例乙', contribution: '完成人', reward: '现金', share: '35%' }],
  objectionProcedure: '向转化部门书面提出',
  department: '转化部门',
}
export const contract = {
  counterparty: '示例生物（虚构）',
  price: '100000000',
  byInstitution: true,
  byPlatformCompany: false,
  byInventor: false,
  statesMode: true,
  statesPrice: true,
  statesMilestones: true,
  statesJointDevelopment: true,
  statesCooperation: true,
}
export const resolution = {
  result: 'passed',
  minuted: true,
  quorate: true,
  recusalObserved: true,
  votesFor: 7,
  votesAgainst: 0,
  abstentions: 0,
  recused: ['示例乙'],
}
export const line = (name: string, isChief: boolean, amount: string) => ({
  name,
  isInventor: true,
  isChief,
  holdsLeadingPost: isChief,
  award: 'cash',
  amount,
})
export const plan = {
  lines: [line('示例甲', false, '31600000'), line('示例乙', true, '30000000')],
  toTto: '13200000',
  toTtoStaff: '1000000',
  toInstitution: '13200000',
  waived: [],
}

export type Step = readonly [on: string, role: Role, type: string, data: Record<string, unknown>]

export const mainLine: readonly Step[] = [
  [
    '2026-02-01',
    'tto_negotiator',
    'caseOpened',
    { title: '示例许可', achievement: '可吸收止血材料', team, workloadLedgerKept: true },
  ],
  [
    '2026-02-02',
    'inventor',
    'disclosed',
    {
      type: '材料',
      maturity: '样机',
      stateOfTheArt: '有',
      market: '有',
      risks: '有',
      benefit: '有',
      need: '许可',
      onTask: true,
    },
  ],
  [
    '2026-02-03',
    'tto_negotiator',
    'titleRegistered',
    { holders: [{ name: '示例医院（虚构）', share: '100%' }] },
  ],
  [
    '2026-02-04',
    'tto_reviewer',
    'screened',
    { stateSecret: 'no', nationalSecurity: 'no', keyTechnology: 'no' },
  ],
  [
    '2026-02-05',
    'tto_negotiator',
    'negotiationStarted',
    {
      mode: 'license',
      pricing: 'agreement',
      counterparty: '示例生物（虚构）',
      counterpartyStateOwned: false,
      appraisal: 'waived',
      appraisalReason: '金额较小',
      relatedPartiesDeclared: true,
    },
  ],
  ['2026-02-20', 'tto_negotiator', 'negotiationLogged', { summary: '两轮谈判' }],
  ['2026-02-27', 'tto_negotiator', 'proposed', { terms }],
  [
    '2026-03-02',
    'tto_reviewer',
    'reviewed',
    {
      outcome: 'passed',
      opinion: '同意',
      ethics: 'not_applicable',
      compliance: 'passed',
      risk: 'passed',
    },
  ],
  ['2026-03-05', 'tto_negotiator', 'noticePublished', notice],
  ['2026-03-21', 'tto_negotiator', 'noticeCertified', { lastShownOn: '2026-03-20' }],
  ['2026-03-24', 'leaders', 'decided', resolution],
  ['2026-06-10', 'tto_negotiator', 'signed', contract],
  [
    '2026-06-15',
    'tto_negotiator',
    'contractRegistered',
    { outcome: 'registered', number: '2026-示例-1' },
  ],
  ['2026-06-16', 'tto_negotiator', 'registrationReported', {}],
  [
    '2026-06-25',
    'tto_negotiator',
    'reported',
    { hasDecisions: true, hasContract: true, hasIncome: true },
  ],
  [
    '2026-07-01',
    'finance',
    'receiptRecorded',
    { amount: '100000000', voucher: '记-1', inBudget: true },
  ],
  ['2026-07-01', 'finance', 'costRecorded', { kind: 'tax', amount: '6000000', voucher: '记-2' }],
  [
    '2026-07-01',
    'finance',
    'costRecorded',
    { kind: 'appraisal', amount: '2000000', voucher: '记-3' },
  ],
  ['2026-07-01', 'finance', 'costRecorded', { kind: 'upkeep', amount: '3000000', voucher: '记-4' }],
  [
    '2026-07-01',
    'finance',
    'costRecorded',
    { kind: 'third_party', amount: '4000000', voucher: '记-5' },
  ],
  ['2026-07-02', 'team_rep', 'planDrafted', plan],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-07-02', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-07-03', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-07-21', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-07-20' }],
  [
    '2026-07-22',
    'finance',
    'paid',
    {
      lines: [
        { name: '示例甲', amount: '31600000' },
        { name: '示例乙', amount: '30000000' },
      ],
      proof: '批次-1',
    },
  ],
  ['2026-07-23', 'tto_negotiator', 'closed', { summary: '全部完成' }],
]

/** Somebody who holds a role. */
export const byOf = (role: Role): Act['by'] => ({ person: `person-of-${role}`, name: role, role })

const paperNames: Readonly<Record<string, readonly string[]>> = {
  planAgreed: ['签字页.pdf'],
  writeOffProposed: ['破产裁定.pdf'],
  contractTakenOver: ['合同.pdf', '会议纪要.pdf'],
}

/** The papers without which an act would not be accepted. */
export const papersFor = (type: string): readonly FileRef[] =>
  (paperNames[type] ?? []).map((name, at) => ({
    name,
    sha256: 'ab'.charAt(at).repeat(64),
    size: 1,
  }))

/** Walks steps and stops at the first refusal. */
export function walk(
  steps: readonly Step[],
  from: readonly Act[] = [],
): { acts: readonly Act[]; last: Decision<CaseState> | undefined } {
  const acts = [...from]
  let state: CaseState | undefined = replay(acts)
  let last: Decision<CaseState> | undefined
  for (const [date, role, type, data] of steps) {
    const on = day(date)
    const act = { type, on, at: `${date}T09:00:00+08:00`, by: byOf(role), files: papersFor(type) }
    last = decide({ law, today: on }, state, { ...act, data })
    if (last.kind === 'refused') break
    acts.push({ ...act, seq: acts.length + 1, data: last.data })
    state = last.after
  }
  return { acts, last }
}

export const upTo = (type: ActType) =>
  mainLine.slice(
    0,
    mainLine.findIndex((step) => step[2] === type),
  )
export const attempt = (steps: readonly Step[], [on, role, type, data]: Step) =>
  walk([...steps, [on, role, type, data]]).last

export function refusal(decision: Decision | undefined): string {
  if (decision?.kind !== 'refused') return 'accepted'
  const { refusal: no } = decision
  if (no.code === 'law-forbids') return no.because.map(({ norm }) => norm).join(' ')
  return no.code === 'not-possible' ? no.reason.code : no.code
}
