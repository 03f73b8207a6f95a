import { day } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { stageOf } from './stages.ts'
import type { CaseState } from './state.ts'
import { assessCase, replay } from './testing/bound.ts'
import {
  attempt,
  law,
  mainLine,
  notice,
  refusal,
  resolution,
  type Step,
  terms,
  upTo,
  walk,
} from './testing/main-line.ts'

// The ways off the main line and back to it, transition by transition (docs/procedures.md).

const stepOf = (type: string): Step => mainLine.find((step) => step[2] === type) as Step
const on = (date: string, type: string, change: Record<string, unknown> = {}): Step => {
  const [, role, act, data] = stepOf(type)
  return [date, role, act, { ...data, ...change }]
}
const stateAfter = (steps: readonly Step[]): CaseState => {
  const { acts, last } = walk(steps)
  expect(refusal(last)).toBe('accepted')
  return replay(acts) as CaseState
}
const _statusOn = (steps: readonly Step[], date: string, norm: string) =>
  assessCase({ law }, stateAfter(steps), day(date)).findings.find((one) => one.norm === norm)
    ?.status

describe('disclosure and title', () => {
  const returned: Step = [
    '2026-02-02',
    'tto_negotiator',
    'disclosureReturned',
    { questions: '市场？' },
  ]

  test('a returned disclosure is answered before anything else', () => {
    const steps = [...upTo('titleRegistered'), returned]
    expect(refusal(attempt(steps, stepOf('titleRegistered')))).toBe('questions-open')
    const again = on('2026-02-03', 'disclosed')
    expect(refusal(attempt([...steps, again], stepOf('titleRegistered')))).toBe('accepted')
  })

  test('what is no service achievement is disclosed only by reference', () => {
    const foreign = on('2026-02-02', 'disclosed', { onTask: false })
    expect(refusal(attempt(upTo('disclosed'), foreign))).toBe('gd.disclosure.scope')
    const agreed = on('2026-02-02', 'disclosed', { onTask: false, byReference: true })
    expect(refusal(attempt(upTo('disclosed'), agreed))).toBe('accepted')
  })

  test('the notice of former talks is none of the talks that begin anew', () => {
    const again = on('2026-03-25', 'negotiationStarted')
    expect(stateAfter([...upTo('noticeCertified'), again]).notices).toEqual([])
  })

  test('whose it is stays open as long as nobody said: nobody is told that it is not theirs', () => {
    const silent = attempt(upTo('disclosed'), on('2026-02-02', 'disclosed', { onTask: undefined }))
    expect(silent).toMatchObject({
      refusal: { because: [{ norm: 'gd.disclosure.scope', status: 'unknown' }] },
    })
  })

  const open: Step = ['2026-02-03', 'tto_negotiator', 'titleLeftOpen', { reason: '合作份额待定' }]
  const withOpenTitle = mainLine.map((step) => (step[2] === 'titleRegistered' ? open : step))
  const before = (type: string) =>
    withOpenTitle.slice(
      0,
      withOpenTitle.findIndex((s) => s[2] === type),
    )

  test('an open title goes as far as the decision, not to the signing', () => {
    expect(refusal(attempt(before('decided'), stepOf('decided')))).toBe('accepted')
    expect(refusal(attempt(before('signed'), stepOf('signed')))).toBe('gd.title.clear')
  })

  test('a title left open is registered later', () => {
    const later = on('2026-04-01', 'titleRegistered')
    expect(refusal(attempt([...before('signed'), later], stepOf('signed')))).toBe('accepted')
  })

  test('a dispute opens a registered title and blocks the signing until it is registered anew', () => {
    const dispute: Step = [
      '2026-04-01',
      'tto_negotiator',
      'titleLeftOpen',
      { reason: '有人主张份额', disputed: true },
    ]
    const disputed = [...upTo('signed'), dispute]
    expect(refusal(attempt(disputed, stepOf('signed')))).toBe('gd.title.clear gd.title.undisputed')
    const settled = on('2026-05-01', 'titleRegistered')
    expect(refusal(attempt([...disputed, settled], stepOf('signed')))).toBe('accepted')
  })

  test('the platform company records title when it was asked to', () => {
    const byCompany = (more: Record<string, unknown>): Step => {
      const [date, , type, data] = stepOf('titleRegistered')
      return [date, 'platform_company', type, { ...data, ...more }]
    }
    expect(refusal(attempt(upTo('titleRegistered'), byCompany({})))).toBe('gd.title.delegated')
    expect(refusal(attempt(upTo('titleRegistered'), byCompany({ delegation: '委托书1号' })))).toBe(
      'accepted',
    )
  })
})

describe('the special regime', () => {
  const flagged = (date: string): Step => on(date, 'screened', { keyTechnology: 'unsure' })
  const approval = (date: string): Step => [
    date,
    'tto_reviewer',
    'specialApprovalRecorded',
    { document: '批复1号' },
  ]

  test('unsure is yes, and nothing goes on without the approval', () => {
    const steps = [...upTo('screened'), flagged('2026-02-04')]
    expect(refusal(attempt(steps, stepOf('negotiationStarted')))).toBe('gd.special-approval')
    expect(refusal(attempt([...steps, approval('2026-02-05')], stepOf('negotiationStarted')))).toBe(
      'accepted',
    )
  })

  test('new facts turn up at any time and freeze the case where it stands', () => {
    const running = [...upTo('noticeCertified'), flagged('2026-03-10')]
    expect(refusal(attempt(running, stepOf('noticeCertified')))).toBe('gd.special-approval')
    const paying = [...upTo('paid'), flagged('2026-07-22')]
    expect(refusal(attempt(paying, stepOf('paid')))).toBe('gd.special-approval')
  })

  test('an approval covers what it was given for, not what is found later', () => {
    const covered = [...upTo('screened'), flagged('2026-02-04'), approval('2026-02-05')]
    const secret = on('2026-02-05', 'screened', { keyTechnology: 'unsure', stateSecret: 'yes' })
    expect(refusal(attempt([...covered, secret], stepOf('negotiationStarted')))).toBe(
      'gd.special-approval',
    )
  })
})

describe('negotiation and review', () => {
  const other = '另一家公司（虚构）'

  test('another counterparty starts stage 2 anew', () => {
    const elsewhere = on('2026-02-27', 'proposed', { terms: { ...terms, counterparty: other } })
    expect(refusal(attempt(upTo('proposed'), elsewhere))).toBe('gd.counterparty.vetted')
    const restart = on('2026-03-03', 'negotiationStarted', { counterparty: other })
    const restarted = [...upTo('noticePublished'), restart]
    expect(stageOf(stateAfter(restarted))).toBe('negotiation')
    expect(refusal(attempt(restarted, stepOf('noticePublished')))).not.toBe('accepted')
    const again = on('2026-03-04', 'proposed', { terms: { ...terms, counterparty: other } })
    expect(refusal(attempt([...restarted, again], on('2026-03-05', 'reviewed')))).toBe('accepted')
  })

  test('a wholly state-owned counterparty spares the appraisal only with proof', () => {
    const owned = { counterpartyStateOwned: true, appraisal: undefined, appraisalReason: undefined }
    const start = (more: object) => on('2026-02-05', 'negotiationStarted', { ...owned, ...more })
    expect(refusal(attempt(upTo('negotiationStarted'), start({})))).toBe('gd.appraisal.ownership')
    expect(
      refusal(attempt(upTo('negotiationStarted'), start({ stateOwnershipProof: '产权登记证' }))),
    ).toBe('accepted')
  })

  test('whoever logged the talks does not review them', () => {
    const reviewer = 'person-of-tto_reviewer'
    const { acts } = walk(upTo('reviewed'))
    const logged = acts.map((act) =>
      act.type === 'negotiationLogged' ? { ...act, by: { ...act.by, person: reviewer } } : act,
    )
    expect(refusal(walk([stepOf('reviewed')], logged).last)).toBe('gd.review.separate')
    expect(refusal(walk([stepOf('reviewed')], acts).last)).toBe('accepted')
  })

  test('a returned proposal is submitted again before it is reviewed again', () => {
    const returned = [...upTo('reviewed'), on('2026-03-02', 'reviewed', { outcome: 'returned' })]
    expect(refusal(attempt(returned, on('2026-03-03', 'reviewed')))).toBe('already-reviewed')
    expect(refusal(attempt(returned, stepOf('noticePublished')))).toContain('gd.review.passed')
    const again = [...returned, on('2026-03-03', 'proposed')]
    expect(refusal(attempt(again, on('2026-03-04', 'reviewed')))).toBe('accepted')
  })

  test('a proposal that passed with a failed gate is not published', () => {
    const failed = [...upTo('reviewed'), on('2026-03-02', 'reviewed', { risk: 'failed' })]
    expect(refusal(attempt(failed, stepOf('noticePublished')))).toBe('gd.review.gates.early')
  })
})

describe('the decision', () => {
  test('a second decision on a decided notice is refused', () => {
    expect(refusal(attempt(upTo('signed'), ['2026-03-25', 'leaders', 'decided', resolution]))).toBe(
      'already-decided',
    )
  })

  test('a deferred matter is decided again', () => {
    const deferred = on('2026-03-24', 'decided', { result: 'deferred' })
    expect(refusal(attempt([...upTo('decided'), deferred], on('2026-03-31', 'decided')))).toBe(
      'accepted',
    )
  })

  test('a decision that alters the terms leads back to proposal, review and a new notice', () => {
    const altered = [...upTo('decided'), on('2026-03-24', 'decided', { result: 'altered' })]
    expect(refusal(attempt(altered, stepOf('signed')))).toContain('gd.decision.passed')
    expect(stageOf(stateAfter(altered))).toBe('decision')
    const proposal = on('2026-03-25', 'proposed', { terms: { ...terms, price: '120000000' } })
    const reviewed = [...altered, proposal, on('2026-03-26', 'reviewed')]
    expect(refusal(attempt(reviewed, on('2026-03-27', 'decided')))).toContain(
      'gd.notice.same-terms',
    )
    const published: Step = [
      '2026-03-27',
      'tto_negotiator',
      'noticePublished',
      { ...notice, price: '120万元' },
    ]
    expect(refusal(attempt(reviewed, published))).toBe('accepted')
  })

  test('a change to a mode that needs a price is not decided before pricing and appraisal are chosen', () => {
    const [start = {}] = mainLine
      .filter(([, , type]) => type === 'negotiationStarted')
      .map(([, , , data]) => data)
    const { pricing: _pricing, appraisal: _appraisal, appraisalReason: _why, ...joint } = start
    const shared = { ...terms, mode: 'cooperation', sharingRule: '各半' }
    const steps = upTo('negotiationLogged').map(
      (step): Step =>
        step[2] === 'negotiationStarted'
          ? [step[0], step[1], step[2], { ...joint, mode: 'cooperation' }]
          : step,
    )
    const changed: readonly Step[] = [
      ...steps,
      stepOf('negotiationLogged'),
      on('2026-02-27', 'proposed', { terms: shared }),
      ['2026-02-28', 'tto_negotiator', 'termsChanged', { reason: '改为许可', terms }],
      stepOf('reviewed'),
    ]
    expect(stateAfter(changed).terms?.mode).toBe('license')
    expect(refusal(attempt(changed, stepOf('decided')))).toContain('gd.pricing')
    expect(refusal(attempt(changed, stepOf('decided')))).toContain('gd.appraisal')
  })
})

describe('transfer staff who share in the income (gd-2025#a20.p1)', () => {
  const plan = (said: object) => {
    const [date, role, type, data] = stepOf('planDrafted')
    return attempt(upTo('planDrafted'), [date, role, type, { ...data, ...said }])
  }

  test('a plan that gives them a share rests on an agreement, and says that it is signed', () => {
    expect(refusal(plan({}))).toBe('accepted')
    const unsaid = plan({ staffTakesShare: true })
    expect(unsaid).toMatchObject({
      refusal: { because: [{ norm: 'gd.staff.agreement', status: 'unknown' }] },
    })
    const without = { staffTakesShare: true, staffAgreementSigned: false }
    expect(refusal(plan(without))).toBe('gd.staff.agreement')
    expect(refusal(plan({ ...without, staffAgreementSigned: true }))).toBe('accepted')
  })

  test('who is paid from the part of the contributors shares in the income', () => {
    const said = { staffPaidAsContributors: true, staffTakesShare: false }
    expect(refusal(plan({ ...said, staffAgreementSigned: false }))).toBe('gd.staff.agreement')
  })

  test('of a plan of before it was asked nobody knows', () => {
    const { acts } = walk(mainLine)
    const before = acts.map((act) => {
      const { staffTakesShare: _asked, ...data } = act.data as { staffTakesShare?: boolean }
      return { ...act, data }
    })
    const status = (all: typeof acts) =>
      assessCase({ law }, replay(all) as CaseState, day('2026-08-30')).findings.find(
        ({ norm }) => norm === 'gd.staff.agreement',
      )?.status
    expect(status(acts)).toBe('na')
    expect(status(before)).toBe('unknown')
  })
})
