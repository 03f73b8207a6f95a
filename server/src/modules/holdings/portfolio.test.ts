import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '@yizhuan/law-authoring'
import { equityHolding } from '@yizhuan/procedures'
import { expect, test } from 'vitest'
import { rootFolder } from '../../platform/config.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import { capTableOf } from './cap-table.ts'
import { type Held, portfolioOf } from './portfolio.ts'

type Event = Held['told']['events'][number]

const holders = (kind: 'institution' | 'platform_company') => [
  { name: '本方（虚构）', kind, share: '10%' },
  { name: '资方（虚构）', kind: 'partner' as const, share: '90%' },
]
const event = (on: string, given: Partial<Event>): Event => ({
  ...{ seq: 9, on: on as Event['on'], matter: 'exit', terms: '', counterparty: null, round: null },
  ...{ result: null, allocated: null, impairment: null, lossExcluded: false, diligent: null },
  distribution: [],
  ...given,
})
const result = (net: string, of: string) => ({
  ...{ price: net, costs: '0', net, basis: '0' },
  result: of,
})
const held = (
  kind: 'institution' | 'platform_company',
  given: Partial<Omit<Held, 'told'>>,
  events: readonly Event[] = [],
  life: Partial<Held['told']> = {},
): Held => ({
  ...{ formedOn: '2024-05-01', valueFen: '1000', ownCostFen: '400', ...given },
  told: {
    ...{ events, market: null, appraisals: [] },
    periods: [
      { since: '2024-05-01' as Event['on'], seq: 1, matter: 'formed', holders: holders(kind) },
    ],
    dividendsReceived: [
      { on: '2025-03-01' as Event['on'], year: '2024', fen: '7' },
      { on: '2026-03-01' as Event['on'], year: '2025', fen: '5' },
    ],
    ...life,
  },
})
const onMarket = { market: { on: '2025-07-01' as Event['on'], basis: 'first_sale' as const } }
const appraised = (on: string, value: string) => ({
  ...{ on: on as Event['on'], agency: '', of: 'whole_company' as const, value },
  validUntil: on as Event['on'],
})
const year = { from: '2026-01-01', to: '2026-12-31' }

test('what falls into the period counts, by who holds and how far it is', () => {
  const { groups, total } = portfolioOf(
    [
      held('platform_company', {}, [], {
        ...{ ...onMarket, appraisals: [appraised('2026-01-01', '9000')] },
      }),
      held('institution', { formedOn: '2026-02-01' }),
      held('institution', {}),
      held('institution', { formedOn: '2027-01-01' }),
    ],
    year,
  )
  expect(groups.map(({ heldBy, stage, count }) => [heldBy, stage, count])).toEqual([
    ['institution', 'before_market', 2],
    ['platform_company', 'on_market', 1],
  ])
  expect(total).toMatchObject({
    ...{ count: 3, formed: 1, value: '3000', worth: '900' },
    ...{ unappraised: 2, dividends: '15' },
  })
})

test('a period that is over is shown as it was: how far, and what it was worth by then', () => {
  const sold = held('institution', {}, [event('2026-05-01', { result: result('900', '500') })])
  const one: Held = {
    ...sold,
    told: {
      ...sold.told,
      periods: [
        ...sold.told.periods,
        {
          ...{ since: '2026-05-01' as Event['on'], seq: 9, matter: 'exit' as const },
          holders: holders('institution').slice(1),
        },
      ],
      ...onMarket,
      appraisals: [appraised('2024-09-01', '7000'), appraised('2026-04-01', '9000')],
    },
  }
  const seen = (from: string, to: string) => {
    const { groups, total } = portfolioOf([one], { from, to })
    return [groups[0]?.stage, total.worth, total.unappraised]
  }
  // What was left costs nothing any more.
  const costOf = (to: string) => portfolioOf([one], { from: '2024-01-01', to }).total.cost
  expect([costOf('2025-12-31'), costOf('2026-12-31')]).toEqual(['400', '0'])
  expect(seen('2024-01-01', '2024-08-31')).toEqual(['before_market', null, 1])
  expect(seen('2024-01-01', '2024-12-31')).toEqual(['before_market', '700', 0])
  expect(seen('2025-01-01', '2025-12-31')).toEqual(['on_market', '700', 0])
  expect(seen('2026-01-01', '2026-12-31')).toEqual(['left', '0', 0])
})

test('a loss with everybody diligent stands apart; one where that is not shown counts', () => {
  const { total } = portfolioOf(
    [
      held('institution', {}, [
        event('2026-05-01', { result: result('100', '30') }),
        event('2025-05-01', { result: result('1', '-399') }),
      ]),
      held('institution', {}, [
        event('2026-05-01', { result: result('0', '-400'), lossExcluded: true, diligent: true }),
      ]),
      held('institution', {}, [
        event('2026-06-01', { result: result('50', '-20'), lossExcluded: true, diligent: false }),
        event('2026-07-01', { impairment: '11' }),
        event('2026-08-01', { matter: 'free_allocation', allocated: '60' }),
      ]),
    ],
    year,
  )
  expect(total).toMatchObject({ net: '150', gains: '30', losses: '31', lossesExcluded: '400' })
  expect(total.allocated).toBe('60')
})

test('of every day each holder has one line, to the day before the next change', () => {
  const told = {
    periods: [
      ...held('institution', {}).told.periods,
      {
        ...{ since: '2025-06-01' as Event['on'], seq: 5, matter: 'increase' as const },
        holders: holders('institution').slice(0, 1),
      },
    ],
    dividends: [
      {
        ...{ seq: 3, on: '2025-05-31' as Event['on'], year: '2024', total: '10', received: '0' },
        ...{ resolution: '决-1', parts: [{ name: '本方（虚构）', isOwn: true, fen: '1' }] },
      },
    ],
  }
  const lines = capTableOf({ number: '例-1', company: '例（虚构）', told })
  expect(
    lines.map(({ name, since, until, dividendFen }) => [name, since, until, dividendFen]),
  ).toEqual([
    ['本方（虚构）', '2024-05-01', '2025-05-31', '1'],
    ['资方（虚构）', '2024-05-01', '2025-05-31', '0'],
    ['本方（虚构）', '2025-06-01', null, '0'],
  ])
})

test('every document is filed with an act there is, and every article is one a pack knows', () => {
  const { documents } = institutionLists().equity
  const matters = Object.keys(documents).filter((matter) => matter !== 'formed')
  const known = equityHolding.acts['eventDecided']?.data.shape['matter'] as unknown as {
    readonly options: readonly string[]
  }
  expect(matters.toSorted()).toEqual([...known.options].toSorted())
  const packs = ['cn', 'cn-gd-2025', 'cn-sh-draft-2024'].map((id) => join(rootFolder, 'packs', id))
  const sources = new Set(packs.flatMap((pack) => loadPack(pack).sources.map(({ id }) => id)))
  const locked = packs.map((pack) => readFileSync(join(pack, 'sources.lock.yaml'), 'utf8')).join('')
  for (const { act, cites = [] } of Object.values(documents).flat()) {
    expect(equityHolding.acts).toHaveProperty(act)
    for (const cite of cites) {
      const [source = '', at = ''] = cite.split('#')
      expect([...sources], cite).toContain(source)
      // Where the text is at hand, the very address is in it.
      const [, nodes = ''] = locked.split(`\n${source}:\n`)
      if (locked.includes(`\n${source}:\n`))
        expect(nodes.split('\nvalues')[0], cite).toContain(`${at}: `)
    }
  }
})
