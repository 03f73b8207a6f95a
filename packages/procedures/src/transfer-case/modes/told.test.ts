import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { compile } from '@yizhuan/law'
import { loadPack } from '@yizhuan/law-authoring'
import { describe, expect, test } from 'vitest'
import { assessCase } from '../testing/bound.ts'
import { signedIn, stateAfter } from '../testing/lines.ts'
import { attempt, packs, refusal, type Step } from '../testing/main-line.ts'
import { transferCase } from '../transfer-case.ts'

// What the nation's law asks of a deal and only people can tell.

const nation = compile([loadPack(join(packs, 'cn'))])
const byNation = (steps: readonly Step[], norm: string) =>
  assessCase({ law: nation }, stateAfter(steps), day('2026-06-10')).findings.find(
    (one) => one.norm === norm,
  )?.status

describe('what only people can tell', () => {
  const tell = (answers: object): Step => ['2026-03-25', 'legal', 'factsTold', { ...answers }]
  const assigned = signedIn('assignment').slice(0, -1)

  test.each<[string, readonly Step[], object, string, string]>([
    ['pre-emption waived', assigned, { completerAnswer: 'gave_up' }, 'cn.preemption', 'met'],
    ['nobody asked them', assigned, { completerAnswer: 'not_offered' }, 'cn.preemption', 'pending'],
    [
      'co-owners consented',
      assigned,
      { coOwned: 'yes', coOwnersAgreed: 'no', coOwnersConsented: 'yes' },
      'cn.owners.consent',
      'met',
    ],
    [
      'co-owners did not',
      assigned,
      { coOwned: 'yes', coOwnersAgreed: 'no', coOwnersConsented: 'no' },
      'cn.owners.consent',
      'breached',
    ],
    [
      'abroad without approval',
      assigned,
      { publiclyFunded: 'yes', counterpartyAbroad: 'yes' },
      'cn.project.abroad',
      'unknown',
    ],
    [
      'abroad with approval',
      assigned,
      { publiclyFunded: 'yes', counterpartyAbroad: 'yes', projectApprovalOn: '2026-03-01' },
      'cn.project.abroad',
      'met',
    ],
    [
      'a technology barred from export',
      assigned,
      { counterpartyAbroad: 'yes', exportListing: 'prohibited' },
      'cn.export.prohibited',
      'breached',
    ],
    [
      'a restricted technology with a licence',
      assigned,
      { counterpartyAbroad: 'yes', exportListing: 'restricted', exportLicenceOn: '2026-03-01' },
      'cn.export.licensed',
      'met',
    ],
    [
      'a joint patent of genetic resources',
      assigned,
      { geneticCooperation: 'yes', geneticPatentFiled: 'yes', geneticPatentJoint: 'yes' },
      'cn.genetic.patent',
      'met',
    ],
    [
      'a partner who did not consent',
      assigned,
      { geneticCooperation: 'yes', geneticTermsAgreed: 'no', geneticPartnerConsented: 'no' },
      'cn.genetic.third-party',
      'breached',
    ],
  ])('%s', (_what, steps, answers, norm, status) => {
    expect(byNation([...steps, tell(answers)], norm)).toBe(status)
  })

  test('a capital contribution is appraised', () => {
    expect(byNation(signedIn('equity_contribution'), 'cn.capital.appraised')).toBe('met')
  })

  test('answers nothing that nobody answered', () => {
    expect(refusal(attempt(assigned, tell({})))).toBe('nothing-told')
  })

  test('its form shows what the law waits for, and what was answered', () => {
    const fit = transferCase.acts['factsTold']?.fits?.(undefined, { coOwned: 'yes' }, [
      'completerAnswer',
    ])
    expect(fit?.hides).not.toContain('completerAnswer')
    expect(fit?.hides).not.toContain('coOwned')
    expect(fit?.hides).toContain('publiclyFunded')
    const all = transferCase.acts['factsTold']?.fits?.(undefined, { coOwned: 'no' }, [])
    expect(all?.hides).toContain('coOwnersAgreed')
    expect(all?.hides).not.toContain('publiclyFunded')
  })
})
