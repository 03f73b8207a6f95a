import { expect, test } from 'vitest'
import { assessCase } from '../procedure/assess-case.ts'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { before, line, stepOf, terms, told } from './testing/line.ts'
import { useFirst } from './use-first.ts'

// Published on Thursday 5 March 2026, day 15 is Friday 20 March.

const guangdong = walker(useFirst, lawOf('cn-gd-2025'))
const shanghai = walker(useFirst, lawOf('cn-sh-draft-2024'))

const assessed = (outcome: string): Step => [
  '2026-10-12',
  'tto_negotiator',
  'assessed',
  { outcome, report: '见附件' },
]

test('F1 to F7: from the offer to the payment, under both laws', () => {
  for (const law of [guangdong, shanghai]) expect(law.reached(line).status).toBe('closed')
  expect(guangdong.replayed(line)).toEqual(guangdong.reached(line))
})

test('every step is what the case waits for', () => {
  const main = line.filter(([, , type]) => !['useFirstOffered', 'supportPaid'].includes(type))
  for (const [, , type] of main) expect(guangdong.needed(before(type)), type).toContain(type)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['F1 a risk undisclosed', 'disclosed', { risks: undefined }, 'disclosed', 'gd.disclosure'],
  ['F2 a secret', 'screened', { stateSecret: 'yes' }, 'accepted', 'gd.special-approval'],
  [
    'F3 without a price',
    'noticePublished',
    { formula: undefined },
    'noticePublished',
    'gd.notice.fields',
  ],
  [
    'F3 without a procedure',
    'noticePublished',
    { objectionProcedure: undefined },
    'noticePublished',
    'gd.notice.objection-procedure',
  ],
  [
    'F3 too short',
    'noticeCertified',
    { lastShownOn: '2026-03-19' },
    'noticeCertified',
    'gd.notice.period',
  ],
  ['F3 without recusal', 'decided', { recusalObserved: false }, 'decided', 'gd.decision.rules'],
  ['F4 other terms', 'signed', { formula: '一次付清' }, 'signed', 'gd.notice.same-terms'],
  ['F4 with another', 'signed', { counterparty: '示例他人' }, 'signed', 'gd.notice.same-terms'],
  ['F4 without key terms', 'signed', { statesMilestones: false }, 'signed', 'gd.signing.terms'],
])('%s is refused with its article in Guangdong', (_row, type, other, act, norm) => {
  const steps = told(type, other, act)
  expect(guangdong.attempt(steps.slice(0, -1), steps.at(-1) as Step)).toContain(norm)
  expect(guangdong.articles(steps).length).toBeGreaterThan(0)
})

test.each<[string, string, Record<string, unknown>, string, string]>([
  ['F1 without rules', 'useFirstOffered', { ruled: false }, 'accepted', 'gd.use-first.rules'],
  ['F1 without a fund', 'useFirstOffered', { fundSet: false }, 'accepted', 'gd.use-first.fund'],
  ['F4 without a way out', 'signed', { returns: false }, 'signed', 'gd.use-first.terms'],
])(
  '%s is warned of in Guangdong: the article supports and does not order',
  (_row, type, other, act, norm) => {
    expect(guangdong.warnings(told(type, other, act))).toContain(norm)
  },
)

test('F4: the report is due fifteen days after signing', () => {
  const [report] = guangdong.next(before('reported')).filter(({ type }) => type === 'reported')
  expect(report?.can).not.toBe('no')
  const late: Step = ['2026-04-17', 'tto_negotiator', 'reported', stepOf('reported')[3]]
  expect(guangdong.attempt(before('reported'), late)).toBe('accepted')
})

test('F5: the fund pays only where there is one, and only for a use that has begun', () => {
  const without = told('useFirstOffered', { fundSet: false }, 'useBegan')
  expect(guangdong.attempt(without, stepOf('supportPaid'))).toBe('no-fund')
  expect(guangdong.attempt(before('useBegan'), stepOf('supportPaid'))).toBe('not-in-use')
  const paid = [...before('supportPaid'), stepOf('supportPaid')]
  expect(guangdong.attempt(paid, stepOf('supportPaid'))).toBe('support-already-recorded')
  const [on, role, type, data] = stepOf('supportPaid')
  expect(guangdong.attempt(paid, [on, role, type, { ...data, voucher: '引-2' }])).toBe('accepted')
})

test('F6: what is not in use is not assessed, and an assessment says how it goes on', () => {
  expect(guangdong.attempt(before('useBegan'), stepOf('assessed'))).toBe('not-in-use')
  const ends = [...before('assessed'), assessed('ends')]
  expect(guangdong.attempt(ends, stepOf('convertedToPay'))).toBe('not-assessed-converts')
})

test('F7: another price than the published one goes by a transfer of its own', () => {
  const other = (data: Record<string, unknown>): Step => [
    '2026-10-20',
    'tto_negotiator',
    'convertedToPay',
    { price: '1', asPublished: false, ...data },
  ]
  expect(guangdong.attempt(before('convertedToPay'), other({}))).toBe('not-as-published')
  expect(guangdong.attempt(before('convertedToPay'), other({ transferCase: '2026-0040' }))).toBe(
    'accepted',
  )
})

test('F7: a fixed price is the published one, whatever is said of it', () => {
  const fixed = { ...terms, pricedBy: 'fixed_price', formula: undefined, fixedPrice: '60000000' }
  const steps = before('convertedToPay').map((step): Step => {
    const [on, role, type, data] = step
    const isTerms = ['proposed', 'noticePublished', 'signed'].includes(type)
    return isTerms ? [on, role, type, { ...data, ...fixed }] : step
  })
  const paying = (price: string): Step => [
    '2026-10-20',
    'tto_negotiator',
    'convertedToPay',
    { price, asPublished: true },
  ]
  expect(guangdong.attempt(steps, paying('60000000'))).toBe('accepted')
  expect(guangdong.attempt(steps, paying('59999999'))).toBe('not-as-published')
})

test('what nobody said stays unknown: whose it is, who holds the title, what the contract states', () => {
  const facts = (steps: readonly Step[]) => useFirst.facts(guangdong.reached(steps))
  const opened = facts(before('disclosed'))
  for (const fact of ['achievementWithMeans', 'disclosesType', 'titleDisputed', 'mode'])
    expect(opened, fact).not.toHaveProperty(fact)
  expect(opened['titleStatus']).toBeNull()
  expect(facts(before('accepted'))['counterpartyVetted']).toBe(false)
  const silent = told('signed', { statesMode: false, statesPrice: false })
  expect(guangdong.attempt(silent.slice(0, -1), silent.at(-1) as Step)).toBe('gd.signing.terms')
})

test('nothing waits for facts that no step of a use can tell, once it is in use', () => {
  const { findings } = assessCase(
    useFirst,
    { law: lawOf('cn-gd-2025') },
    guangdong.reached(before('assessed')),
    '2026-10-12' as never,
  )
  const notice = findings.filter(({ topic }) => topic.startsWith('notice.'))
  expect(notice.length).toBeGreaterThan(0)
  expect(notice.filter(({ status }) => status === 'unknown').map(({ norm }) => norm)).toEqual([])
})

test('F1: the title may stay open for a reason, and is clear before signing', () => {
  const open: Step = [
    '2026-02-02',
    'tto_negotiator',
    'titleLeftOpen',
    { reason: '合作单位份额待确认', disputed: false },
  ]
  const steps = line.map((step) => (step[2] === 'titleRegistered' ? open : step))
  const upTo = steps.slice(0, line.indexOf(stepOf('signed')))
  expect(guangdong.attempt(upTo, stepOf('signed'))).toContain('gd.title.clear')
  expect(guangdong.attempt(before('titleRegistered').slice(0, 1), open)).not.toBe('accepted')
})

test('the form asks one question at a time of whose it is, and the groups the law waits for', () => {
  const fit = (data: Record<string, unknown>) =>
    useFirst.acts['disclosed']?.fits?.(undefined, data, ['disclosesRisks'])
  expect(fit({})).toEqual({
    hides: ['withMeans', 'byReference'],
    wants: ['risks', 'onTask', 'madeOn'],
  })
  expect(fit({ onTask: false })?.wants).toContain('withMeans')
  expect(fit({ onTask: false, withMeans: false })?.hides).toEqual([])
})

test('F8: a use may turn into a cooperation', () => {
  const steps = told('requested', { way: 'cooperate' }, 'assessed').map((step): Step => {
    const [on, role, type, data] = step
    return type === 'noticePublished' ? [on, role, type, { ...data, way: 'cooperate' }] : step
  })
  const joined: Step = [
    '2026-10-20',
    'tto_negotiator',
    'convertedToCooperate',
    { terms: terms.formula },
  ]
  expect(guangdong.needed(steps)).toEqual(['convertedToCooperate'])
  expect(guangdong.attempt(steps, joined)).toBe('accepted')
  expect(
    guangdong.attempt(steps, [
      '2026-10-20',
      'tto_negotiator',
      'convertedToCooperate',
      { terms: '共同开发' },
    ]),
  ).toBe('not-as-published')
})

const vote = {
  minuted: true,
  quorate: true,
  recusalObserved: true,
  votesAgainst: 0,
  abstentions: 0,
}
const extension = (result: string, period = '2027-09-30'): Step => [
  '2026-10-19',
  'leaders',
  'extensionDecided',
  { ...vote, result, votesFor: 7, period },
]
const extended = (period = '2027-09-30'): Step => [
  '2026-10-20',
  'tto_negotiator',
  'useExtended',
  { period, amendment: '补-1' },
]

test('F9: an extension is decided, then agreed as it was decided, and the use assessed again', () => {
  const asked = [...before('assessed'), assessed('extends')]
  expect(guangdong.needed(asked)).toEqual(['extensionDecided'])
  const passed = [...asked, extension('passed')]
  expect(guangdong.needed(passed)).toEqual(['useExtended'])
  expect(guangdong.attempt(passed, extended('2028-01-01'))).toBe('not-as-decided')
  expect(guangdong.needed([...passed, extended()])).toEqual(['assessed'])
})

test('F9: no extension without its own decision, later than the use would end', () => {
  const asked = [...before('assessed'), assessed('extends')]
  expect(guangdong.attempt(asked, extended())).toBe('extension-not-decided')
  expect(guangdong.attempt([...asked, extension('deferred')], extended())).toBe(
    'extension-not-decided',
  )
  expect(guangdong.attempt(asked, extension('passed', terms.period))).toBe('no-extension')
  const ends = [...before('assessed'), assessed('ends')]
  expect(guangdong.attempt(ends, extension('passed'))).toBe('not-assessed-extends')
  // The decision on one extension is none on the next.
  const again = [...asked, extension('passed'), extended(), assessed('extends')]
  expect(guangdong.attempt(again, extended('2028-09-30'))).toBe('extension-not-decided')
})

test('F9: what is not extended is assessed again', () => {
  const asked = [...before('assessed'), assessed('extends')]
  expect(guangdong.needed([...asked, extension('rejected')])).toEqual(['assessed'])
})

test('F10: an ended use is over when everything came back', () => {
  const ended: Step = [
    '2026-10-20',
    'tto_negotiator',
    'useEnded',
    { reason: '效果不足', withoutFault: true },
  ]
  const steps = [...before('assessed'), assessed('ends'), ended]
  const closed: Step = ['2026-11-10', 'tto_negotiator', 'closed', { summary: '已退回' }]
  const returned: Step = ['2026-11-01', 'tto_negotiator', 'returned', { record: '样品已退回' }]
  expect(guangdong.attempt(steps, closed)).toContain('not-returned')
  expect(guangdong.reached([...steps, returned, closed]).status).toBe('closed')
})

test('an objection suspends, as for any deal, and the notice runs afresh', () => {
  const objection: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: true, toDepartment: true },
  ]
  const objected = [...before('noticeCertified'), objection]
  expect(guangdong.reached(objected).status).toBe('suspended')
  expect(guangdong.attempt(objected, stepOf('noticeCertified'))).toContain('gd.objection.settled')
  const oral: Step = [
    '2026-03-10',
    'public',
    'objectionFiled',
    { name: '示例丙', text: '有异议', inWriting: false, toDepartment: true },
  ]
  expect(guangdong.attempt(before('noticeCertified'), oral)).toBe('gd.objection.form')
})

test.each<[string, unknown]>([
  ['counterparty', '示例他人（虚构）'],
  ['way', 'cooperate'],
  ['formula', '按销售额百分之四提成'],
  ['fee', '100'],
  ['distribution', '净收入八成归团队'],
])('a notice with another %s than was proposed is none of this use', (field, other) => {
  const steps = told('noticePublished', { [field]: other })
  expect(guangdong.attempt(steps.slice(0, -1), steps.at(-1) as Step)).toBe('gd.notice.same-terms')
})

test('a special approval does not cover what a later screening finds', () => {
  const special: Step = [
    '2026-02-04',
    'tto_negotiator',
    'specialApprovalRecorded',
    { document: '示例批件' },
  ]
  const secret: Step = [
    '2026-02-05',
    'tto_reviewer',
    'screened',
    { stateSecret: 'yes', nationalSecurity: 'no', keyTechnology: 'no' },
  ]
  const state = guangdong.reached([...before('accepted'), special, secret])
  expect(useFirst.facts(state)['specialApprovalOn']).toBeNull()
})

test('F10: what was used comes back within thirty days of the end', () => {
  const ended: Step = [
    '2026-10-20',
    'tto_negotiator',
    'useEnded',
    { reason: '效果不足', withoutFault: true },
  ]
  const steps = [...before('assessed'), assessed('ends'), ended]
  const clock = (on: string) => guangdong.clock('gd.use-first.returned', on, steps)
  expect(clock('2026-11-19')).toEqual(['pending', '2026-11-19'])
  expect(clock('2026-11-20')).toEqual(['breached', '2026-11-19'])
})
