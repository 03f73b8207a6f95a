import fc from 'fast-check'
import { type Chart, type MoneyEventKind, moneyEventKinds } from '../chart.ts'
import type { MoneyEvent } from '../entry.ts'

const words = (zh: string) => ({ zh, en: zh })
const line = (part: string, debit: string, credit: string) => ({ part, debit, credit })

/** A chart of no institution: every rule moves two parts, one of them in both books. */
export const smallChart: Chart = {
  from: '2019-01-01',
  verified: false,
  title: words('示例'),
  source: '示例',
  accounts: [
    { number: '1', name: words('银行'), kind: 'asset' },
    { number: '2', name: words('应付'), kind: 'liability', byPerson: true },
    { number: '3', name: words('收入'), kind: 'income' },
    { number: '5', name: words('费用'), kind: 'expense' },
    { number: '7', name: words('支出'), kind: 'budget_expenditure' },
    { number: '8', name: words('结存'), kind: 'budget_funds' },
  ],
  rules: Object.fromEntries(
    moneyEventKinds.map((kind, at) => [
      kind,
      {
        label: words(kind),
        lines:
          at % 2 === 0
            ? [line('first', '1', '3'), line('second', '5', '2')]
            : [line('first', '2', '1'), line('second', '2', '5'), line('first', '7', '8')],
      },
    ]),
  ) as unknown as Chart['rules'], // All kinds are there.
  claims: ['due'],
  closing: { by: 10, yearEnd: { financial: '3', budget: '8' }, label: words('结转') },
  unposted: {},
}

const part = fc.array(
  fc.record({
    fen: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    person: fc.option(fc.constantFrom('甲', '乙', '丙'), { nil: undefined }),
  }),
  { maxLength: 5 },
)

/** Anything that may happen to money, in any amounts, also below nought. */
export const anyEvent: fc.Arbitrary<MoneyEvent> = fc.record({
  kind: fc.constantFrom<MoneyEventKind>(...moneyEventKinds),
  on: fc.constantFrom('2019-01-01', '2026-03-02', '2026-04-30'),
  parts: fc.record({ first: part, second: part }, { requiredKeys: [] }) as fc.Arbitrary<
    MoneyEvent['parts']
  >,
})
