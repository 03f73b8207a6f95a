import { expect, test } from 'vitest'
import { lawOf, type Step } from '../procedure/testing/walk.ts'
import { walker } from '../procedure/testing/walker.ts'
import { before, stepOf, told } from './testing/line.ts'
import { useFirst } from './use-first.ts'

// What was decided is signed only while all that it rests on still counts.

const guangdong = walker(useFirst, lawOf('cn-gd-2025'))
const shanghai = walker(useFirst, lawOf('cn-sh-draft-2024'))
const decided = before('signed')
const signing = stepOf('signed')

test('F2: another enterprise is published and decided anew, whatever was decided before', () => {
  const other: Step = ['2026-03-25', 'tto_negotiator', 'requested', stepOf('requested')[3]]
  for (const law of [guangdong, shanghai]) {
    expect(law.attempt([...decided, other], signing)).not.toBe('accepted')
    expect(law.needed([...decided, other])).toContain('accepted')
  }
})

test('F2: talks that are taken up anew begin with the terms', () => {
  const accepted = stepOf('accepted')
  const again: Step = ['2026-03-25', accepted[1], 'accepted', accepted[3]]
  expect(guangdong.attempt([...decided, again], signing)).not.toBe('accepted')
  expect(guangdong.needed([...decided, again])).toContain('proposed')
})

test('F5: nothing is handed over for use while what is to be kept secret has no approval', () => {
  const screening = { ...stepOf('screened')[3], keyTechnology: 'yes' }
  const found: Step = ['2026-04-01', 'tto_reviewer', 'screened', screening]
  const [, role, type, data] = stepOf('useBegan')
  const handing: Step = ['2026-06-30', role, type, data]
  expect(guangdong.attempt(before('useBegan'), handing)).toBe('accepted')
  expect(guangdong.attempt([...before('useBegan'), found], handing)).toBe('gd.special-approval')
})

test('F3: nothing is signed on terms the review returned', () => {
  const data = { ...stepOf('reviewed')[3], outcome: 'returned' }
  const returned: Step = ['2026-03-25', 'tto_reviewer', 'reviewed', data]
  expect(guangdong.attempt([...decided, returned], signing)).not.toBe('accepted')
  expect(shanghai.attempt([...decided, returned], signing)).toBe('not-reviewed')
})

test('F3: nothing is signed while an objection waits, or before what it changed is shown again', () => {
  const objection = { name: '示例丙', text: '异议', inWriting: true, toDepartment: true }
  const objected: Step = ['2026-03-25', 'public', 'objectionFiled', objection]
  const found = { finding: '不成立', outcome: 'continue' }
  const answered: Step = ['2026-03-26', 'tto_reviewer', 'objectionFound', found]
  expect(shanghai.attempt([...decided, objected], signing)).toBe('objection-open')
  expect(shanghai.attempt([...decided, objected, answered], signing)).toBe('not-certified')
})

test('F3: where a company runs the platform, the notice is shown there as well', () => {
  const opened = told('useFirstOffered', { viaPlatformCompany: true }, 'reviewed')
  const certify = (other: Record<string, unknown>) => {
    const steps = [...opened, ...told('noticePublished', other, 'noticePublished').slice(-1)]
    const byCompany = steps.map(([on, role, type, data]): Step => {
      const talks = ['accepted', 'proposed'].includes(type)
      return [on, talks ? 'platform_company' : role, type, data]
    })
    return guangdong.attempt(byCompany, stepOf('noticeCertified'))
  }
  expect(certify({ atCompany: true })).toBe('accepted')
  expect(certify({})).toBe('gd.notice.where')
})

test('F2: the shares of the holders are parts of one whole', () => {
  const twice = {
    holders: [
      { name: '示例医院（虚构）', share: '100%' },
      { name: '示例大学（虚构）', share: '20%' },
    ],
    disputed: false,
  }
  const title: Step = ['2026-02-02', 'tto_negotiator', 'titleRegistered', twice]
  expect(guangdong.attempt(before('titleRegistered'), title)).toBe('shares-over-whole')
})
