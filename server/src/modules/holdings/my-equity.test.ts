import { expect, test } from 'vitest'
import type { ToldHolding } from '../cases/index.ts'
import { ownEquityIn } from './my-equity.ts'

type Period = ToldHolding['periods'][number]

const holder = (name: string, kind: string, share: string, person?: string) => ({
  ...{ name, kind, share },
  ...(person !== undefined && { person }),
})
const told = {
  periods: [
    {
      ...{ since: '2024-01-01', seq: 1, matter: 'formed' },
      holders: [
        holder('示例医院（虚构）', 'institution', '9%'),
        holder('甲', 'contributor', '21%'),
      ],
    },
    {
      ...{ since: '2025-01-01', seq: 4, matter: 'impairment' },
      holders: [
        holder('示例医院（虚构）', 'institution', '9%'),
        holder('甲', 'contributor', '21%'),
      ],
    },
    {
      ...{ since: '2026-01-01', seq: 6, matter: 'increase' },
      holders: [holder('甲', 'contributor', '10%', 'p-1'), holder('乙', 'contributor', '90%')],
    },
  ] as unknown as readonly Period[],
  dividends: [
    {
      ...{
        seq: 5,
        on: '2025-06-01',
        year: '2024',
        total: '100',
        resolution: '决-1',
        received: '0',
      },
      parts: [
        { name: '示例医院（虚构）', isOwn: true, fen: '9' },
        { name: '甲', isOwn: false, fen: '21' },
      ],
    },
  ] as unknown as ToldHolding['dividends'],
}
const me = { person: 'p-1', name: '甲', hasNamesake: false }

test('somebody sees their own part over time and their own dividends, nothing of others', () => {
  const found = ownEquityIn(told, me)
  expect(found).toEqual({
    share: '10%',
    periods: [
      { since: '2024-01-01', matter: 'formed', share: '21%' },
      { since: '2026-01-01', matter: 'increase', share: '10%' },
    ],
    dividends: [{ year: '2024', on: '2025-06-01', resolution: '决-1', fen: '21' }],
  })
})

test('a name that two bear tells nothing; the record of a person does', () => {
  expect(ownEquityIn(told, { ...me, person: 'p-9' })).toMatchObject({ share: '0%' })
  expect(ownEquityIn(told, { ...me, person: 'p-9', hasNamesake: true })).toBeUndefined()
  // Nor does it tell of dividends from before the record named the person.
  const since = ownEquityIn(told, { ...me, hasNamesake: true })
  expect([since?.share, since?.dividends]).toEqual(['10%', []])
  expect(ownEquityIn(told, { ...me, person: 'p-2', name: '示例医院（虚构）' })).toBeUndefined()
})
