import { join } from 'node:path'
import { day } from '@yizhuan/kit'
import { compile, type Law, type Pack } from '@yizhuan/law'
import { loadCalendars, loadPack } from '@yizhuan/law-authoring'
import { expect, test } from 'vitest'
import { stateAfter } from '../transfer-case/testing/lines.ts'
import { upTo } from '../transfer-case/testing/main-line.ts'
import { transferCase } from '../transfer-case/transfer-case.ts'
import { staleStages } from './stale.ts'

const root = join(import.meta.dirname, '../../../../packs')
const loaded = (id: string) => loadPack(join(root, id))
const [nation, province] = [loaded('cn'), loaded('cn-gd-2025')]
const calendars = loadCalendars(root)
const lawWith = (own: Partial<Pack> = {}): Law =>
  compile([nation, { ...province, ...own }], calendars)
const before = lawWith()

/** The law with another value of a number. */
function withValue(param: string, value: number): Law {
  const known = province.parameters[param] as Pack['parameters'][string]
  const values = known.values.map((one) => ({ ...one, value }))
  return lawWith({ parameters: { ...province.parameters, [param]: { ...known, values } } })
}

const withoutNorm = (id: string): Law =>
  lawWith({ norms: province.norms.filter((norm) => norm.id !== id) })

/** What is to be checked again after the main line before an act: stages with the norms. */
function stale(until: Parameters<typeof upTo>[0], from: Law, to: Law) {
  const steps = upTo(until)
  const recorded = new Set(steps.map(([, , type]) => type))
  const asOf = day(steps.at(-1)?.[0])
  const grounds = { before: { law: from }, after: { law: to }, asOf }
  return staleStages(transferCase, stateAfter(steps), recorded, grounds)
}

const named = (stages: ReturnType<typeof stale>) =>
  stages.map(({ id, changes }) => `${id}: ${changes.map(({ norm }) => norm).join(' ')}`)

test('a longer time to report stales the report while it is not begun', () => {
  const longer = withValue('report.days', 30)
  const found = stale('contractRegistered', before, longer)
  expect(named(found)).toContain('report: gd.report.in-time')
  const [change] = found.find(({ id }) => id === 'report')?.changes ?? []
  expect(change).toMatchObject({ kind: 'changed', cite: { source: 'gd-2025', at: 'a14.p1.i7' } })
  expect(change?.values).toMatchObject([{ before: { zh: '15 日' }, after: { zh: '30 日' } }])
  expect(named(stale('closed', before, longer))).toEqual([])
})

test('what is done stays: a longer notice stales it only before it is up', () => {
  const longer = withValue('notice.days', 20)
  expect(named(stale('noticePublished', before, longer)).map((one) => one.split(':')[0])).toContain(
    'notice',
  )
  const later = stale('signed', before, longer).map(({ id }) => id)
  expect(later).not.toContain('notice')
  expect(later).not.toContain('decision')
  expect(later).toContain('signing')
})

test('a norm that is new or gone is said so', () => {
  const kinds = (from: Law, to: Law) =>
    stale('decided', from, to).flatMap(({ changes }) => changes.map(({ kind }) => kind))
  const less = withoutNorm('gd.signing.terms')
  expect(new Set(kinds(less, before))).toEqual(new Set(['new']))
  expect(new Set(kinds(before, less))).toEqual(new Set(['gone']))
})

test('other words, and other matters, stale nothing', () => {
  const words = lawWith({
    norms: province.norms.map((norm) => ({ ...norm, title: { zh: '另题', en: 'Otherwise' } })),
  })
  expect(stale('decided', before, words)).toEqual([])
  expect(stale('decided', before, withValue('abandon.notice.days', 30))).toEqual([])
})
