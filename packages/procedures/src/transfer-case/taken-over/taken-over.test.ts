import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { cumulativeOf } from '../cumulative.ts'
import { neededActs, nextActs, replay } from '../testing/bound.ts'
import { law, line, refusal, type Step, team, walk } from '../testing/main-line.ts'
import { transferCase } from '../transfer-case.ts'
import { takeoverNote } from './note.ts'

// A licence that was signed on paper in 2024: its royalties of 2026 are shared out here.

const opening: Step = [
  '2026-03-02',
  'tto_negotiator',
  'caseOpened',
  {
    ...{ title: '止血材料许可', achievement: '可吸收止血材料', team, workloadLedgerKept: true },
    contractId: '00000000-0000-7000-8000-000000000001',
  },
]
const earlier = {
  ...{ paidOn: '2025-06-30', income: '1100', net: '1000', toContributors: '600', toTto: '100' },
  ...{ toInstitution: '300', document: '分配表2025-1' },
}
const told = {
  ...{ mode: 'license', counterparty: '示例生物（虚构）', signedOn: '2024-05-06' },
  ...{ licenceKind: 'plain', decidedOn: '2024-04-01', documents: '合同原件、会议纪要' },
  decisionPaper: 'attached',
  earlier: [earlier],
}
const takeover = (more: object = {}): Step => [
  '2026-03-02',
  'tto_negotiator',
  'contractTakenOver',
  { ...told, ...more },
]
const confirmed: Step = [
  '2026-03-02',
  'tto_reviewer',
  'takeoverConfirmed',
  { checked: '已核对合同原件和会议纪要，一致' },
]
const royalty: Step = [
  '2026-02-10',
  'finance',
  'receiptRecorded',
  { amount: '100000000', voucher: '记-9', inBudget: true },
]
const plan = {
  lines: [line('示例甲', false, '40000000'), line('示例乙', true, '30000000')],
  ...{ toTto: '10000000', toTtoStaff: '1000000', toInstitution: '20000000', waived: [] },
}
const toThePayout: readonly Step[] = [
  ['2026-03-03', 'team_rep', 'planDrafted', plan],
  ['2026-03-03', 'inventor', 'planAgreed', { member: '示例甲' }],
  ['2026-03-03', 'inventor', 'planAgreed', { member: '示例乙' }],
  ['2026-03-04', 'tto_negotiator', 'planNoticePublished', { leadersDisclosed: true }],
  ['2026-03-20', 'tto_negotiator', 'planNoticeCertified', { lastShownOn: '2026-03-19' }],
  [
    '2026-03-23',
    'finance',
    'paid',
    { lines: plan.lines.map(({ name, amount }) => ({ name, amount })), proof: '批次-1' },
  ],
]
const said = (steps: readonly Step[]) => refusal(walk(steps).last)
const stateAfter = (steps: readonly Step[]) => {
  const state = replay(walk(steps).acts)
  if (!state) throw new TypeError('No act was recorded.')
  return state
}

test('a royalty of a contract signed before is shared out like any other', () => {
  const steps = [opening, takeover(), confirmed, royalty, ...toThePayout]
  expect(said(steps)).toBe('accepted')
  const line = transferCase.line(stateAfter(steps))
  expect(line).toMatchObject({ stage: 'performance', counterparty: '示例生物（虚构）' })
  // What was shared out before counts.
  expect(line).toMatchObject({ received: '100001100', distributed: '70000600' })
  expect(line).not.toHaveProperty('price')
})

test('nothing that led to the contract is done again, and no money comes before it is told', () => {
  const early: Step = ['2026-03-03', 'inventor', 'disclosed', {}]
  expect(said([opening, early])).toBe('concluded-before')
  expect(said([opening, takeover(), early])).toBe('concluded-before')
  expect(said([opening, royalty])).toBe('before-what-it-rests-on')
  expect(neededActs(stateAfter([opening]))).toEqual(['contractTakenOver'])
  const context = { law, today: day('2026-03-03') }
  const next = nextActs(context, stateAfter([opening, takeover(), confirmed])).map(
    ({ type }) => type,
  )
  for (const gone of ['titleRegistered', 'screened', 'negotiationStarted', 'signed', 'listed'])
    expect(next).not.toContain(gone)
  const stages = transferCase.stages(stateAfter([opening, takeover()]))
  expect(stages.map(({ id }) => id)).toEqual(['signing', 'registration', 'report', 'performance'])
})

test('what nobody told stays unknown, and what was told counts on its day', () => {
  const facts = transferCase.facts(stateAfter([opening, takeover()]))
  expect(facts).toMatchObject({ signedOn: '2024-05-06', decidedOn: '2024-04-01', mode: 'license' })
  for (const unknown of ['noticeOn', 'reviewedOn', 'disclosedOn', 'registrationOutcome'])
    expect(facts).not.toHaveProperty(unknown)
  expect(facts).toMatchObject({ terminatedOn: null, termsChangedOn: null })
})

test('only what others did is dated before the case; its own steps are not', () => {
  const registered: Step = [
    '2026-01-04',
    'tto_negotiator',
    'contractRegistered',
    { outcome: 'registered', number: '登-1' },
  ]
  expect(said([opening, takeover(), confirmed, registered])).toBe('accepted')
  const drafted: Step = ['2026-02-20', 'team_rep', 'planDrafted', plan]
  expect(said([opening, takeover(), confirmed, royalty, drafted])).toBe('before-what-it-rests-on')
})

test('days and parts that cannot be are refused', () => {
  const crossed = [
    { registration: 'registered', registeredOn: '2024-05-01' },
    { earlier: [{ ...earlier, paidOn: '2024-01-01' }] },
    { noticeOn: '2024-03-02', noticeEndedOn: '2024-03-01' },
  ]
  for (const more of crossed) expect(said([opening, takeover(more)])).toBe('takeover-days-crossed')
  // Signed since, it has the steps before signing to go.
  const since: Step = ['2026-03-05', 'tto_negotiator', 'contractTakenOver', { ...told }]
  const late: Step = [
    since[0],
    since[1],
    since[2],
    { ...told, signedOn: '2026-03-04', earlier: [] },
  ]
  expect(said([opening, late])).toBe('signed-since-opening')
  const parts = [{ toTto: '101' }, { income: '999' }]
  for (const more of parts)
    expect(said([opening, takeover({ earlier: [{ ...earlier, ...more }] })])).toBe(
      'earlier-parts-not-whole',
    )
})

test('it can be told anew or given up until something rests on it', () => {
  const given: Step = ['2026-03-03', 'tto_negotiator', 'withdrawn', { reason: '合同选错' }]
  const anew = takeover({ price: '5000' })
  expect(transferCase.line(stateAfter([opening, takeover(), anew])).price).toBe('5000')
  expect(said([opening, takeover(), given])).toBe('accepted')
  expect(said([opening, takeover(), confirmed, royalty, given])).toBe('already-signed')
  expect(said([opening, takeover(), confirmed, royalty, anew])).toBe('takeover-in-use')
  const ordinary: Step = [opening[0], opening[1], opening[2], { ...opening[3] }]
  delete ordinary[3]['contractId']
  expect(said([ordinary, takeover()])).toBe('no-contract-to-take-over')
})

test('earlier distributions stand in the sums, each by the law of its day', () => {
  const { acts } = walk([opening, takeover(), confirmed, royalty, ...toThePayout])
  const { rows, total } = cumulativeOf({ law }, acts, day('2026-03-24'))
  expect(rows).toMatchObject([
    { paidOn: '2025-06-30', isEarlier: true, income: 1100n, deducted: 100n, net: 1000n },
    { paidOn: '2026-03-23', income: 100_000_000n, net: 100_000_000n },
  ])
  // The guidelines were not in force in 2025: their cap is of what came since.
  expect(rows[0]?.limits.find(({ id }) => id === 'tto')).toBeUndefined()
  expect(total).toMatchObject({ income: 100_001_100n, deducted: 100n, net: 100_001_000n })
  const contributors = total.parts.find(({ id }) => id === 'toContributors')
  expect(contributors?.amount).toBe(70_000_600n)
})

test('nothing rests on a takeover that nobody else confirmed, and told anew it is confirmed anew', () => {
  expect(said([opening, takeover(), royalty])).toBe('takeover-unconfirmed')
  expect(neededActs(stateAfter([opening, takeover()]))).toEqual(['takeoverConfirmed'])
  expect(said([opening, takeover(), confirmed, takeover(), royalty])).toBe('takeover-unconfirmed')
  expect(said([opening, takeover(), confirmed, confirmed])).toBe('takeover-confirmed-already')
  expect(said([opening, confirmed])).toBe('nothing-taken-over')
})

test('whoever opened, told or entered it does not confirm it', () => {
  const tellsItself: Step = ['2026-03-02', 'tto_reviewer', 'contractTakenOver', { ...told }]
  expect(said([opening, tellsItself, confirmed])).toBe('own-takeover')
  const reviewerOpens: Step = [opening[0], 'tto_reviewer', opening[2], opening[3]]
  expect(said([reviewerOpens, takeover(), confirmed])).toBe('own-takeover')
  const person = '00000000-0000-7000-8000-000000000009'
  const { acts } = walk([opening, takeover({ typedBy: [{ person, name: '示例' }] })])
  const state = replay(acts)
  const by = { person, name: '示例', role: 'tto_reviewer' as const }
  const rule = transferCase.acts['takeoverConfirmed']
  expect(rule?.wrong?.(state, {}, by)?.code).toBe('own-takeover')
  // Nor does somebody else in their name.
  const other = { ...by, person: 'x', actingFor: { person, name: '示例' } }
  expect(rule?.wrong?.(state, {}, other)?.code).toBe('own-takeover')
})

test('the papers are there, or it is said why one is not', () => {
  const rule = transferCase.acts['contractTakenOver']
  const file = (at: number) => ({ name: 'f', sha256: `${at}`.repeat(64), size: 1 })
  const papers = (decisionPaper: string | undefined, ...files: object[]) =>
    rule?.wrongPapers?.({ decisionPaper }, files as never)?.code
  expect(papers('attached', file(1))).toBe('takeover-without-papers')
  // The same file twice is one paper.
  expect(papers('attached', file(1), file(1))).toBe('takeover-without-papers')
  expect(papers('attached', file(1), file(2))).toBeUndefined()
  expect(papers('none')).toBe('takeover-without-papers')
  expect(papers('with_contract', file(1))).toBeUndefined()
  expect(papers(undefined, file(1), file(2))).toBe('takeover-without-papers')
  expect(said([opening, takeover({ decisionPaper: 'none' })])).toBe('no-reason-for-no-decision')
  const reason = { decisionPaper: 'none', noDecisionPaper: '当时无集体决策制度' }
  expect(said([opening, takeover(reason)])).toBe('accepted')
  expect(takeoverNote(stateAfter([opening, takeover(reason)]))?.en).toContain('No minutes')
})

test('a contract signed since the platform was used takes the steps before signing', () => {
  expect(said([opening, takeover({ platformSince: '2024-05-06' })])).toBe('signed-since-platform')
  expect(said([opening, takeover({ platformSince: '2024-05-07' })])).toBe('accepted')
})

test('a contract that has ended is taken over for what is still to come in, and for nothing else', () => {
  const ended = { endedOn: '2025-12-31', stillToCome: '2025年第四季度提成' }
  expect(said([opening, takeover({ endedOn: '2025-12-31' })])).toBe('ended-and-nothing-to-come')
  expect(said([opening, takeover({ ...ended, endedOn: '2024-05-05' })])).toBe(
    'takeover-days-crossed',
  )
  const steps = [opening, takeover(ended)]
  expect(stateAfter(steps).status).toBe('terminated')
  expect(takeoverNote(stateAfter(steps))?.en).toContain('ended on 2025-12-31')
  expect(said([...steps, royalty])).toBe('takeover-unconfirmed')
  expect(said([...steps, confirmed, royalty, ...toThePayout])).toBe('accepted')
  const more: Step = ['2026-03-03', 'tto_negotiator', 'termsChanged', { reason: '延期', terms: {} }]
  expect(said([...steps, confirmed, more])).toBe('case-terminated')
  // Told wrongly, it goes on as it was.
  expect(stateAfter([...steps, confirmed, takeover()]).status).toBe('open')
  const given: Step = ['2026-03-03', 'tto_negotiator', 'withdrawn', { reason: '合同选错' }]
  expect(stateAfter([...steps, given]).status).toBe('withdrawn')
})
