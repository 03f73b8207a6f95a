import { day, type Words } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assess, assessmentToJson, compile, type Pack, parseFacts } from './index.ts'

// An invented law of a place that ends, over one of the nation that goes on.

const say = (text: string): Words => ({ zh: text, en: text })
const shared = {
  jurisdiction: 'x',
  title: say('invented'),
  revision: 1,
  status: 'published',
  facts: { isTold: { label: say('told'), type: 'bool' } },
  actions: { sign: say('sign'), pay: say('pay'), tell: say('tell') },
  parameters: {},
  definitions: {},
  interpretations: {},
} as const
const nation: Pack = {
  ...shared,
  id: 'n',
  sources: [{ id: 'n-law', title: say('n'), status: 'in-force', inForce: { from: '2015-01-01' } }],
  norms: [
    { id: 'n.pay', topic: 'p', title: say('p'), cite: 'a1', met: 'isTold', requiredFor: ['pay'] },
  ],
}
const text = { id: 'p-law', title: say('guidelines'), status: 'in-force' } as const
const place: Pack = {
  ...shared,
  id: 'p',
  sources: [{ ...text, inForce: { from: '2026-01-15', to: '2031-01-15' } }],
  norms: [
    { id: 'p.sign', topic: 's', title: say('s'), cite: 'a1', met: 'isTold', requiredFor: ['sign'] },
  ],
}

function look(asOf: string, isTold: boolean, own: Pack = place) {
  const law = compile([nation, own])
  return assess(law, parseFacts(law, { isTold }), { asOf: day(asOf) })
}
const warned = (asOf: string, own?: Pack) =>
  Object.entries(look(asOf, true, own).actions)
    .filter(([, { warnings }]) => warnings.some(({ lapse }) => lapse))
    .map(([act]) => act)

describe('a law that is not in force', () => {
  test.each([
    ['2026-01-14', 'before', '2026-01-15'],
    ['2031-01-15', 'after', '2031-01-15'],
    ['2040-06-01', 'after', '2031-01-15'],
  ])('on %s says so of the acts it would guard', (asOf, when, from) => {
    const { lapses, actions } = look(asOf, true)
    expect(lapses).toMatchObject([{ pack: 'p', source: 'p-law', when, day: from }])
    expect(warned(asOf)).toEqual(['sign'])
    // It advises: what the nation asks goes on, and an act of its own is not touched.
    expect(actions['sign']).toMatchObject({ can: 'yes', because: [] })
    expect(actions['sign']?.warnings[0]?.title.en).toContain(from)
  })

  test.each(['2026-01-15', '2031-01-14'])('is silent on %s, when it is in force', (asOf) => {
    expect(look(asOf, true).lapses).toEqual([])
    expect(warned(asOf)).toEqual([])
    expect(assessmentToJson(look(asOf, true))).not.toHaveProperty('lapses')
  })

  test('leaves to the nation what the nation forbids', () => {
    const { actions } = look('2031-01-15', false)
    expect(actions['pay']).toMatchObject({ can: 'no', warnings: [] })
    expect(actions['sign']?.can).toBe('yes')
  })

  test('is none where another text of the place took its place', () => {
    const next = { ...text, id: 'p-law-2', inForce: { from: '2031-01-15' } }
    const own = { ...place, sources: [...place.sources, next] }
    expect(warned('2031-01-15', own)).toEqual([])
    expect(warned('2026-01-14', own)).toEqual(['sign'])
  })

  test('was none where it is a draft', () => {
    expect(warned('2031-01-15', { ...place, status: 'draft' })).toEqual([])
  })

  test('is told in plain JSON', () => {
    const told = assessmentToJson(look('2031-01-15', true))
    expect(told['lapses']).toEqual([
      { pack: 'p', source: 'p-law', title: say('guidelines'), when: 'after', day: '2031-01-15' },
    ])
  })
})
