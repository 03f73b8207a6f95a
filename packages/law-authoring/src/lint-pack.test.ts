import { fileURLToPath } from 'node:url'
import { day } from '@yizhuan/kit'
import { describe, expect, it, test } from 'vitest'
import { type LawCase, loadCases } from './case-document.ts'
import { type LintOptions, lintPack } from './lint-pack.ts'
import { basesOf, packOf } from './load-pack.ts'
import { isMapping, type Mapping, type PackSource, readPackSource } from './pack-source.ts'

// One mistake at a time is planted into a clean pack, and lint has to find that one.

const dir = fileURLToPath(new URL('../../../packs/cn-gd-2025', import.meta.url))
const clean = readPackSource(dir)
const standsOn = basesOf(clean)

function changed(kind: 'parameters' | 'definitions' | 'interpretations', id: string) {
  const document = clean[kind][id]
  if (!isMapping(document)) throw new Error(`the pack has no ${id}`)
  return (change: Mapping): PackSource => ({
    ...clean,
    [kind]: { ...clean[kind], [id]: { ...document, ...change } },
  })
}
const parameter = changed('parameters', 'inventor.floor')
const days = changed('parameters', 'notice.days')
const definition = changed('definitions', 'net')
const interpretation = changed('interpretations', 'gd.floor.scope')
const floor = (...values: Mapping[]) =>
  parameter({
    values: values.map((value) => ({
      from: '2026-01-15',
      to: '2031-01-15',
      value: '70%',
      cite: 'a18.p1',
      ...value,
    })),
  })
/** The first norm that binds: one that only advises is held to less. */
const bound = clean.norms.findIndex(({ force }) => force === undefined)
const norm = (change: Mapping): PackSource => ({
  ...clean,
  norms: clean.norms.map((each, index) => (index === bound ? { ...each, ...change } : each)),
})
const met = (text: unknown) => norm({ met: text })
const reading = (is: unknown) => {
  const other = { text: { zh: '乙', en: 'b' }, is: 'true' }
  return interpretation({ readings: { 'every-mode': { text: { zh: '甲', en: 'a' }, is }, other } })
}
const extra = (kind: 'definitions' | 'interpretations', id: string, document: Mapping) => ({
  ...clean,
  [kind]: { ...clean[kind], [id]: document },
})
const label = { zh: '示例', en: 'example' }
const source = (change: Mapping): PackSource => ({
  ...clean,
  head: {
    ...clean.head,
    sources: (clean.head['sources'] as Mapping[]).map((each) => ({ ...each, ...change })),
  },
})
const money = (change: Mapping): PackSource => ({
  ...clean,
  head: { ...clean.head, money: { ...(clean.head['money'] as Mapping), ...change } },
})

const codesOf = (pack: PackSource, options?: LintOptions) =>
  lintPack(pack, new Map(), { bases: standsOn, ...options }).map((problem) => problem.code)

test('the pack is clean before anything is planted', () => {
  expect(lintPack(clean, new Map(), { bases: standsOn, cases: loadCases(dir) })).toEqual([])
})

describe('types and units', () => {
  it.each([
    ['money held against a day', met('toContributors >= signedOn'), 'type'],
    ['a day and a share', met('signedOn + 70% > noticeOn'), 'type'],
    ['money times money', met('toTto * toTto > 0'), 'type'],
    ['days divided', met('$notice.days / 2 > 3'), 'type'],
    ['money held against a bare number', met('toTto > 100'), 'type'],
    ['one day taken from another', met('signedOn - noticeOn > 3'), 'type'],
    ['two texts put in order', met('counterparty < reviewer'), 'type'],
    ['a yes or no put in order', met('teamAgreed > false'), 'type'],
    ['an amount as a condition', met('toTto'), 'type'],
    ['a condition in a checklist', met({ all: ['teamAgreed', { not: 'noticeOn' }] }), 'type'],
    ['a labelled condition', met({ when: 'toTto', label }), 'type'],
    ['a day where days are wanted', met('asOf > periodEnd(noticeOn, signedOn)'), 'type'],
    ['money where a day is wanted', met('year(toTto) > 2000'), 'type'],
    ['months of money', met('asOf > addMonths(noticeOn, toTto)'), 'type'],
    ['a last day that is none', norm({ due: 'toTto', met: 'asOf <= due' }), 'type'],
    ['a first day that is none', norm({ opens: 'teamAgreed' }), 'type'],
    ['a definition of another type', definition({ is: 'signedOn' }), 'type'],
    ['a reading of another type', reading('net'), 'type'],
    ['a whole list as a condition', met('recipients'), 'type'],
    ['two lists compared', met('recipients == costs'), 'type'],
    ['a row of what is no list', met('some(mode, r, true)'), 'type'],
    ['an amount in every row', met('every(costs, c, c.amount)'), 'type'],
    ['a sum of kinds', met('sum(costs, c, c.kind) > 0'), 'type'],
    ['the greatest of texts', met("greatest(costs, c, c.label) == 'a'"), 'type'],
    ['a filter that is no condition', met('sum(costs, c, c.amount, c.amount) > 0'), 'type'],
    ['the smaller of two units', met('min(toTto, 70%) > 0'), 'type'],
    ['the calculation names a day', money({ net: 'signedOn' }), 'type'],
    ['the calculation divides by no share', money({ shares: [share('notice.days')] }), 'type'],
    ['the calculation has no costs', money({ costs: 'recipients' }), 'type'],
  ])('%s', (_, pack, code) => expect(codesOf(pack)).toContain(code))

  it.each([
    ['an unknown fact', met('celebratedOn != none'), 'unknown-name'],
    ['an unknown parameter', met('toTto > net * $party.share'), 'unknown-name'],
    ['an unknown list', met('some(guests, g, g.came)'), 'unknown-name'],
    [
      'a last day where there is none',
      norm({ due: undefined, met: 'asOf <= due' }),
      'unknown-name',
    ],
    ['a last day in its own making', norm({ due: 'due + 1' }), 'unknown-name'],
    ['a last day before it is known', norm({ due: 'asOf', applies: 'asOf < due' }), 'unknown-name'],
    [
      'a term that asks for a last day',
      norm({ due: undefined, met: 'gd.report.deemed' }),
      'no-due',
    ],
    ['a field that rows do not have', met('some(recipients, r, r.isCheif)'), 'unknown-field'],
    ['a row in place of its field', met('some(recipients, r, r)'), 'unknown-field'],
    ['a variable outside its list', met('some(recipients, r, true) and r.isChief'), 'unknown-name'],
    ['a code that is no option', met("mode == 'gift'"), 'option'],
    ['a code in a list', met("mode in ('license', 'lisense')"), 'option'],
    ['a code in the rows', met("some(costs, c, c.kind == 'party')"), 'option'],
    ['a variable that hides a fact', met('some(recipients, mode, mode.isChief)'), 'shadow'],
    ['none of what is never none', met('teamAgreed != none'), 'never-none'],
    ['a circle of terms', definition({ is: 'gross2 - net' }), 'circle'],
    ['too few arguments', met('asOf > periodEnd(noticeOn)'), 'unreadable'],
    ['too many arguments', met('year(asOf, noticeOn) > 2000'), 'unreadable'],
    ['a function nobody knows', met('tomorrow(asOf) > noticeOn'), 'unreadable'],
    ['a condition nobody can read', met('mode =='), 'unreadable'],
    ['a term with the name of a fact', extra('definitions', 'mode', term('net')), 'ambiguous'],
  ])('%s', (_, pack, code) => expect(codesOf(pack)).toContain(code))

  it('names the norm, its part, what was written and what is wrong', () => {
    expect(lintPack(met('teamAgreed and toContributors >= signedOn'))).toContainEqual({
      level: 'error',
      code: 'type',
      where: `norm ${String(clean.norms[bound]?.['id'])} met`,
      note: {
        zh: '“toContributors >= signedOn”：不能比较：money >= date',
        en: '«toContributors >= signedOn»: cannot compare: money >= date',
      },
    })
  })

  it.each([
    'toTto > 0 and toTto == 0',
    '-toTto < 0',
    'net * $inventor.floor * 50% >= toTto',
    'toTto / net <= 15%',
    'toTtoStaff * 2 >= toTto',
    'noticeOn + $notice.days < asOf and noticeOn + 3 < asOf',
    'days(noticeOn, asOf) >= $notice.days and workdaysBetween(noticeOn, asOf) > 3',
    'workdays(noticeOn, 10) < asOf and addYears(signedOn, 3) > asOf',
    'year(asOf) - 3 <= year(signedOn) and count(recipients, r, r.isChief) < 3',
    'min(toTto, net) <= max(toTto, 0)',
    "greatest(recipients, r, r.amount, r.award == 'cash') >= least(recipients, r, r.amount)",
    'every(recipients, r, r.amount <= sum(costs, c, c.amount))',
    "mode in ('license', 'assignment') and signedOn != none and titleShareSum == 100%",
  ])('%s is sound', (text) => expect(codesOf(met(text))).not.toContain('type'))
})

function share(param: string) {
  return { id: 'x', param, planned: 'toTto', cite: 'a19.p1' }
}

function term(is: string): Mapping {
  return { label, type: 'money', is, cite: 'a23.p1' }
}

describe('form, names and citations', () => {
  it.each([
    ['a value that was not locked', floor({ value: '60%' }), 'value-not-locked'],
    ['an address that was not locked', norm({ cite: 'a14.p1.i9' }), 'not-locked'],
    ['a source nobody declared', norm({ cite: 'xx-1#a1' }), 'source'],
    ['an act that does not exist', norm({ requiredFor: ['celebrate'] }), 'unknown-act'],
    ['an anchor that is no day', norm({ anchor: ['mode'] }), 'anchor'],
    ['a norm replaced that does not exist', norm({ replaces: ['gd.party'] }), 'unknown-norm'],
    ['a condition that is always true', met('teamAgreed or not teamAgreed'), 'vacuous'],
    ['a condition never true', met("mode == 'license' and mode != 'license'"), 'unreachable'],
    ['a clause that went nowhere', { ...clean, clauses: { 'art1/s1': [] } }, 'clause'],
    ['a clause that names a norm not there', { ...clean, clauses: { x: ['norm gd.x'] } }, 'clause'],
    ['a register not there', { ...clean, clauses: { x: ['register stars'] } }, 'clause'],
    ['an act not there', { ...clean, clauses: { x: ['act celebrate'] } }, 'clause'],
    ['a norm without an answer', norm({ met: undefined }), 'shape'],
    ['a key nobody knows', norm({ unless: 'true' }), 'shape'],
    ['a title in one language', norm({ title: { zh: '标题' } }), 'language'],
    ['a norm that blocks nothing', norm({ requiredFor: [], open: undefined }), 'toothless'],
    ['one that blocks nothing but is open', norm({ requiredFor: [], open: 'true' }), 'toothless'],
    ['a definition nobody uses', extra('definitions', 'idle', term('grossIncome')), 'unused'],
    ['a default that is no reading', interpretation({ default: 'third' }), 'default'],
    ['one reading without a rival', interpretation(lonely()), 'readings'],
    ['a clause nobody encoded', { ...clean, coverage: clean.coverage.slice(1) }, 'uncovered'],
    [
      'a waiver of nothing',
      { ...clean, coverage: [...clean.coverage, { at: 'a99', reason: label }] },
      'waiver-unused',
    ],
    ['evidence of an unknown kind', { ...clean, evidence: {} }, 'evidence'],
    ['a citation without a digest', { ...clean, digests: {} }, 'digest'],
  ])('%s', (_, pack, code) => expect(codesOf(pack)).toContain(code))
})

function lonely(): Mapping {
  return { readings: { 'every-mode': { text: label, is: true } }, default: 'every-mode' }
}

describe('days, values and bounds', () => {
  it.each([
    ['a day outside the source', floor({ from: '2026-01-01' }), 'outside-force'],
    ['a value that outlives its source', floor({ to: '2032-01-01' }), 'outside-force'],
    ['a value without an end', floor({ to: undefined }), 'outside-force'],
    ['a day that does not exist', floor({ from: '2026-02-30' }), 'day'],
    ['an end before the beginning', floor({ from: '2027-01-01', to: '2026-02-01' }), 'span'],
    ['two values on one day', floor({ to: '2028-01-01' }, { from: '2027-01-01' }), 'overlap'],
    ['days without a value', floor({ to: '2027-01-01' }, { from: '2028-01-01' }), 'gap'],
    ['values out of order', floor({ from: '2028-01-01' }, { to: '2028-01-01' }), 'order'],
    ['a share that is none', floor({ value: 'most' }), 'value'],
    ['a share without its sign', floor({ value: '0.7' }), 'value'],
    ['half a day', days({ values: [{ from: '2026-01-15', value: 1.5, cite: 'a18.p1' }] }), 'value'],
    ['a bound nobody knows', parameter({ bound: 'about' }), 'bound'],
    ['a least period of a share', parameter({ bound: 'minPeriod' }), 'bound'],
    ['a floor of days', days({ bound: 'floor' }), 'bound'],
    [
      'a source that ends first',
      source({ inForce: { from: '2026-01-15', to: '2026-01-01' } }),
      'span',
    ],
    ['a draft under a published pack', source({ status: 'draft' }), 'draft'],
    ['a value without a first day', floor({ from: undefined }), 'no-first-day'],
    [
      'a draft that began, and a value that did not',
      { ...floor({ from: undefined }), head: source({ status: 'draft' }).head },
      'no-first-day',
    ],
  ])('%s', (_, pack, code) => expect(codesOf(pack)).toContain(code))

  it('tells of a review that is overdue, and of a text that has expired', () => {
    const on = (today: string) => codesOf(clean, { today: day(today) })
    expect(on('2026-12-31')).toEqual([])
    expect(on('2027-01-01')).toEqual(['review'])
    expect(on('2031-01-15')).toEqual(['review', 'expired'])
  })
})

describe('cases', () => {
  const without = (status: string): readonly LawCase[] =>
    loadCases(dir).map((each) => {
      const { 'gd.mode': want, ...expected } = each.expect
      return want?.status === status ? { ...each, expect: expected } : each
    })

  it.each(['met', 'breached', 'unknown'])('a norm that no case finds %s', (status) => {
    expect(lintPack(clean, new Map(), { cases: without(status) })).toContainEqual(
      expect.objectContaining({
        code: 'untried',
        note: expect.objectContaining({ en: `gd.mode: no case expects ${status}` }),
      }),
    )
  })
})

describe('the names of cases', () => {
  const cases = loadCases(dir)
  const [first] = cases
  const lint = (options: LintOptions) => lintPack(clean, new Map(), options)

  it('a case that nobody named in Chinese', () => {
    const { zh: _zh, ...unnamed } = first as LawCase
    expect(lint({ cases: [unnamed, ...cases] })).toContainEqual(
      expect.objectContaining({ code: 'unnamed', where: `case «${unnamed.name}»` }),
    )
    expect(lint({ cases }).filter(({ code }) => code === 'unnamed')).toEqual([])
  })

  it('a name that no case has', () => {
    expect(lint({ cases, caseNames: { 'No such case': '没有这个算例' } })).toContainEqual(
      expect.objectContaining({ code: 'name-unused', where: 'case «No such case»' }),
    )
  })
})

describe('a pack that stands on another', () => {
  const base = { ...packOf(clean), id: 'base', norms: [] }
  /** A pack with nothing of its own but one document. */
  const above = (change: Partial<PackSource>): PackSource => ({
    ...clean,
    head: { ...clean.head, id: 'above', extends: ['base'], money: undefined },
    norms: clean.norms.slice(0, 1).map((each) => ({ ...each, met: 'net >= toTto' })),
    parameters: {},
    definitions: {},
    interpretations: {},
    clauses: {},
    ...change,
  })
  const codes = (change: Partial<PackSource>, bases = [base]) =>
    lintPack(above(change), new Map(), { bases })
      .filter(({ level, code }) => level === 'error' && code !== 'unused')
      .map(({ code }) => code)
  const layer = (change: Mapping) => ({
    parameters: {
      'inventor.floor': { ...(floor({}).parameters['inventor.floor'] as Mapping), ...change },
    },
  })

  it('may name the terms and parameters below it, and add a layer', () => {
    expect(codes(layer({}))).toEqual([])
  })

  it.each([
    ['a base that is not at hand', {}, [], 'extends'],
    ['a layer of another type', layer({ type: 'money' }), [base], 'layers'],
    ['a layer that binds another way', layer({ bound: 'ceiling' }), [base], 'layers'],
    [
      'a meaning changed in silence',
      { definitions: { net: term('grossIncome') } },
      [base],
      'redefines',
    ],
    [
      'a meaning of another type',
      { definitions: { net: { ...term('signedOn'), type: 'date', redefines: 'base' } } },
      [base],
      'redefines',
    ],
    [
      'a meaning said to be changed where there was none',
      { definitions: { gross2: { ...term('grossIncome'), redefines: 'base' } } },
      [base],
      'redefines',
    ],
    ['a norm under an id below', {}, [packOf(clean)], 'duplicate'],
  ])('%s', (_, change, bases, code) => {
    expect(codes(change as Partial<PackSource>, bases)).toContain(code)
  })

  it('may change a meaning by saying so', () => {
    expect(codes({ definitions: { net: { ...term('grossIncome'), redefines: 'base' } } })).toEqual(
      [],
    )
  })
})
