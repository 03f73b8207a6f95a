// Random deals as somebody may think of them: at once or in payments, alone or with other holders, by shares
// or by the rule of a house, with or without its platform company.
import { InputError } from '@yizhuan/kit'
import type { InstitutionRule } from '@yizhuan/law'
import { readSplit, type SplitRule, splitLayers } from '@yizhuan/money'
import fc from 'fast-check'
import { firstPayment, type PaymentTyped } from '../payments.ts'
import { firstScenario, type Scenario } from '../scenario.ts'

/** A deal, the rule of the house where it goes by one, and its own numbers that are stricter than the law's. */
export interface Deal {
  readonly scenario: Scenario
  readonly rule: SplitRule | undefined
  readonly own: readonly InstitutionRule[]
}

const kinds = [
  'tax',
  'appraisal',
  'listing_fee',
  'third_party',
  'other_direct',
  'upkeep',
  'research',
]

const yuan = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)

/** Deals of a licence that pays at once: any income, costs, shares and team. */
export const plainDeals: fc.Arbitrary<Deal> = fc
  .record({
    income: fc.integer({ min: 1, max: 2_000_000_000 }),
    costs: fc.array(
      fc.record({ kind: fc.constantFrom(...kinds), amount: fc.integer({ min: 1, max: 900_000 }) }),
      { maxLength: 6 },
    ),
    contributors: fc.integer({ min: 0, max: 850 }),
    tto: fc.integer({ min: 0, max: 150 }),
    staff: fc.integer({ min: 0, max: 1000 }),
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
  })
  .map(
    ({ weights, ...deal }): Deal => ({
      ...{ rule: undefined, own: [] },
      scenario: {
        ...firstScenario('2026-07-02', []),
        income: yuan(deal.income),
        costs: deal.costs.map(({ kind, amount }) => ({ kind, amount: yuan(amount) })),
        contributors: `${deal.contributors}/1000`,
        tto: `${deal.tto}/1000`,
        staff: `${deal.staff}/1000`,
        equity: '0%',
        members: weights.map((weight) => ({
          share: `${weight}/${sum(weights)}`,
          award: 'cash',
          isChief: false,
          other: '',
        })),
      },
    }),
  )

const fen = (min: number, max: number) => fc.integer({ min, max }).map(yuan)
const dayFrom2026 = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2026, 6, 2 + days)).toISOString().slice(0, 10))

/** A sum on a day, one that waits for a milestone, or a royalty by bands with a minimum. */
const payments: fc.Arbitrary<PaymentTyped> = fc.oneof(
  fc.record({ amount: fen(1, 400_000_000), on: dayFrom2026 }).map((one) => ({
    ...firstPayment('fixed', one.on),
    ...one,
  })),
  fc
    .record({ amount: fen(1, 400_000_000), on: dayFrom2026, days: fc.nat(60).map(String) })
    .map((one) => ({ ...firstPayment('milestone', one.on), ...one })),
  fc
    .record({
      amount: fen(1, 900_000),
      on: dayFrom2026,
      every: fc.constantFrom('3', '6', '12', '12'),
      unit: fc.constantFrom(null, null, '台'),
      counts: fc.constantFrom('period' as const, 'life' as const),
      edge: fc.integer({ min: 1, max: 90_000_000 }),
      rates: fc.tuple(fc.nat(200), fc.nat(200)),
      sales: fc.array(fen(0, 200_000_000), { minLength: 1, maxLength: 4 }),
      pieces: fc.array(fc.nat(2000), { minLength: 1, maxLength: 4 }),
    })
    .map(({ edge, rates: [low, high], pieces, sales, ...one }) => ({
      ...firstPayment('royalty', one.on),
      ...one,
      to: `${Number(one.on.slice(0, 4)) + 1}-12-31`,
      ...(one.unit === null
        ? {
            bands: [
              { upTo: yuan(edge), rate: `${low / 10}%` },
              { upTo: '', rate: `${high / 10}%` },
            ],
            sales: sales.join(' '),
          }
        : {
            bands: [
              { upTo: `${1 + (edge % 900)}`, rate: `${low / 8}` },
              { upTo: '', rate: `${high / 1000}` },
            ],
            sales: pieces.join(' '),
          }),
    })),
)

const steps = (most: number) =>
  fc
    .record({
      share: fc.nat(most * 10),
      above: fc.integer({ min: 1, max: 900_000_000 }),
      more: fc.nat(most * 10),
      fixed: fc.nat(20_000),
    })
    .map(({ share, above, more, fixed }) => [
      { above: '0', share: `${share}/1000`, fixed: null },
      { above: `${above}`, share: `${more}/1000`, fixed: `${fixed}` },
    ])

const most = { contributors: 76, department: 7, office: 9, company: 8 }

/** Rules of a house in steps, of each distribution or of the deal so far. */
const rules: fc.Arbitrary<SplitRule | undefined> = fc
  .record({
    basis: fc.constantFrom('each' as const, 'total' as const),
    layers: fc.tuple(
      ...splitLayers.map((layer) => steps(most[layer]).map((one) => ({ layer, steps: one }))),
    ),
    hasStaff: fc.boolean(),
  })
  .map(({ hasStaff, ...rule }) => {
    const office = rule.layers.find(({ layer }) => layer === 'office')?.steps ?? []
    try {
      return readSplit({ ...rule, staff: hasStaff ? office : [] })
    } catch (error) {
      if (error instanceof InputError) return undefined
      throw error
    }
  })

/** Stricter numbers of the house, each from some day on: payments before it go by the law alone. */
const ownNumbers: fc.Arbitrary<readonly InstitutionRule[]> = fc
  .record({ floor: fc.integer({ min: 700, max: 900 }), ceiling: fc.nat(150), from: dayFrom2026 })
  .map(({ floor, ceiling, from }) =>
    [
      ['inventor.floor', floor],
      ['tto.ceiling', ceiling],
    ].map(([param, share]) => ({
      ...{ param: `${param}`, value: `${share}/1000`, from, by: '示例', basis: '1' },
    })),
  )

/** Deals of every make. */
export const deals: fc.Arbitrary<Deal> = fc
  .record({
    deal: plainDeals,
    payments: fc.array(payments, { maxLength: 2 }),
    partners: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 2 }),
    rule: fc.option(rules, { nil: undefined }),
    company: fc.option(fc.nat(1000), { nil: undefined }),
    own: fc.option(ownNumbers, { nil: [] }),
  })
  .map(
    ({ deal, rule, own, company, ...made }): Deal => ({
      ...{ rule, own },
      scenario: {
        ...deal.scenario,
        payments: made.payments,
        partners: made.partners.map((share) => `${share}/1000`),
        byRule: rule !== undefined,
        viaCompany: company !== undefined,
        company: `${company ?? 0}/1000`,
      },
    }),
  )
