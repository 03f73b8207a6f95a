import { day, percent, type Words } from '@yizhuan/kit'
import { describe, expect, test } from 'vitest'
import { assess, checkRule, compile, type Pack, parseFacts } from './index.ts'

const say = (text: string): Words => ({ zh: text, en: text })

/** An invented law in force, with an invented floor of 30%. */
const law: Pack = {
  id: 'law',
  jurisdiction: 'x',
  title: say('law'),
  revision: 1,
  status: 'published',
  sources: [{ id: 'law-text', title: say('law'), status: 'in-force' }],
  facts: {
    income: { label: say('income'), type: 'money' },
    costs: {
      label: say('costs'),
      type: { list: { amount: { label: say('amount'), type: 'money' } } },
    },
    planned: { label: say('planned'), type: 'money' },
  },
  actions: { pay: say('pay') },
  parameters: {
    share: {
      label: say('share'),
      type: 'ratio',
      bound: 'floor',
      values: [{ from: '2025-01-01', value: '30%', cite: 'a1' }],
    },
  },
  definitions: {},
  interpretations: {},
  norms: [
    {
      id: 'law.share',
      topic: 'share',
      title: say('share'),
      cite: 'a1',
      met: 'planned >= income * $share',
      requiredFor: ['pay'],
    },
  ],
}

/** A draft that asks for half, without a first day, in the place of the law. */
const draft: Pack = {
  ...law,
  id: 'draft',
  status: 'draft',
  sources: [{ id: 'draft-text', title: say('draft'), status: 'draft' }],
  parameters: {
    share: {
      label: say('share'),
      type: 'ratio',
      bound: 'floor',
      values: [{ value: '50%', cite: 'a1' }],
    },
  },
  norms: [
    {
      id: 'draft.share',
      topic: 'share',
      title: say('share'),
      cite: 'a1',
      met: 'planned >= income * $share',
      requiredFor: ['pay'],
      replaces: ['law.share'],
    },
  ],
  definitions: {
    rest: { label: say('rest'), type: 'money', is: 'income', cite: 'a1' },
    nothing: { label: say('nothing'), type: 'money', is: 'income * 0%', cite: 'a1' },
  },
  money: {
    income: 'income',
    costs: 'costs',
    deductions: 'nothing',
    net: 'rest',
    shares: [{ id: 'share', param: 'share', planned: 'planned', cite: 'a1' }],
    parts: ['planned'],
  },
}

const look = (packs: readonly Pack[], planned: string, asOf = '2026-03-02') => {
  const compiled = compile(packs)
  const facts = parseFacts(compiled, { income: '1000', costs: [], planned })
  const seen = assess(compiled, facts, { asOf: day(asOf) })
  return {
    found: Object.fromEntries(seen.findings.map(({ norm, status }) => [norm, status])),
    findings: seen.findings,
    pay: seen.actions['pay'],
    money: seen.money,
  }
}

test('a value of a draft without a first day is there whenever one asks', () => {
  for (const asOf of ['1999-12-31', '2026-03-02', '2099-01-01'])
    expect(look([draft], '499', asOf).found).toEqual({ 'draft.share': 'breached' })
  expect(look([draft], '500').findings[0]?.parameters[0]?.from).toBeUndefined()
})

describe('beside law in force, a draft', () => {
  test.each([
    ['299', 'breached', 'breached', 'no'],
    ['300', 'met', 'breached', 'yes'],
    ['499', 'met', 'breached', 'yes'],
    ['500', 'met', 'met', 'yes'],
  ])('neither silences it nor moves its numbers: %s', (planned, inForce, drafted, can) => {
    const { found, pay } = look([law, draft], planned)
    expect(found).toEqual({ 'law.share': inForce, 'draft.share': drafted })
    expect(pay?.can).toBe(can)
  })

  test('shows both numbers in its own findings, and its own in its calculation', () => {
    const { findings, money } = look([law, draft], '300')
    const layers = findings.map(({ parameters }) => parameters[0]?.layers.map(({ by }) => by))
    expect(layers).toEqual([['law'], ['law', 'draft']])
    expect(money?.advisory).toBe(true)
    const floor = money?.floors[0]?.parameter.value as Parameters<typeof percent>[0]
    expect(percent(floor)).toBe('50%')
  })

  test('refuses no rule of an institution; the law does', () => {
    const { layers } = compile([law, draft])
    const own = (value: string) => ({
      param: 'share',
      from: '2026-01-01',
      value,
      by: 'x',
      basis: 'x',
    })
    expect(checkRule(layers, own('40%'))).toEqual([])
    expect(checkRule(layers, own('29%'))).toMatchObject([{ code: 'laxer-than-law' }])
  })
})

test('a pack that was withdrawn is history: it advises as a draft does', () => {
  const history: Pack = { ...draft, status: 'withdrawn' }
  const { found, pay } = look([law, history], '300')
  expect(found).toEqual({ 'law.share': 'met', 'draft.share': 'breached' })
  expect(pay?.can).toBe('yes')
  expect(pay?.warnings.map(({ norm }) => norm)).toEqual(['draft.share'])
})

test('once it is published it speaks in the place of the general law', () => {
  const published: Pack = {
    ...draft,
    status: 'published',
    sources: [{ id: 'draft-text', title: say('draft'), status: 'in-force' }],
  }
  const { found, pay } = look([law, published], '400')
  expect(found).toEqual({ 'law.share': 'na', 'draft.share': 'breached' })
  expect(pay?.can).toBe('no')
})
