import { queryOptions, useQueryClient } from '@tanstack/react-query'
import type {
  BonusWire,
  OwedBonusesWire,
  PayBonusesWire,
  PayBonusWire,
  ProposeBonusesWire,
  ProposeBonusWire,
  ReturnBonusWire,
} from '@yizhuan/server/wire/funds/bonus/bonus'
import { read, write } from '../../api/client.ts'

export type {
  BonusLineWire,
  BonusWire,
  OwedBonusesWire,
  OwedBonusWire,
  PayBonusWire,
  ProposeBonusWire,
  ReturnBonusWire,
} from '@yizhuan/server/wire/funds/bonus/bonus'

/** Where a bonus can stand. */
export const bonusStates = ['proposed', 'approved', 'paid', 'withdrawn'] as const

/** How a state looks. */
export const toneOf = {
  proposed: 'chip-due',
  approved: 'chip-open',
  paid: 'chip-done',
  withdrawn: 'chip-expired',
} as const

/** What nobody proposed yet. */
export const owedQuery = queryOptions({
  queryKey: ['owed-grant-bonuses'],
  queryFn: () => read<OwedBonusesWire>('/owed-grant-bonuses'),
})

/** One bonus. */
export const bonusQuery = (id: string) =>
  queryOptions({
    queryKey: ['grant-bonus', id],
    queryFn: () => read<BonusWire>(`/grant-bonuses/${id}`),
  })

export const proposeBonus = (body: ProposeBonusWire) =>
  write<{ id: string }>('POST', '/grant-bonuses', body)
/** Bonuses of many patents, in even parts. */
export const proposeBonuses = (body: ProposeBonusesWire) =>
  write<{ ids: string[] }>('POST', '/grant-bonuses/proposals', body)
/** Whatever is open of many bonuses, by one voucher. */
export const payBonuses = (body: PayBonusesWire) => write('POST', '/grant-bonuses/payments', body)
export const approveBonus = (id: string, expectedSeq: number) =>
  write('POST', `/grant-bonuses/${id}/approve`, { expectedSeq })
export const withdrawBonus = (id: string, body: { reason: string; expectedSeq: number }) =>
  write('POST', `/grant-bonuses/${id}/withdraw`, body)
export const payBonus = (id: string, body: PayBonusWire) =>
  write('POST', `/grant-bonuses/${id}/payments`, body)
export const returnBonus = (id: string, payment: string, body: ReturnBonusWire) =>
  write('POST', `/grant-bonuses/${id}/payments/${payment}/return`, body)

/** Reads bonuses afresh after something was written. */
export function useReread(id: string) {
  const client = useQueryClient()
  return async () => {
    const keys = [['owed-grant-bonuses'], ['/grant-bonuses'], ['grant-bonus', id]]
    const all = [...keys, [`/grant-bonuses/${id}/history`], ['journal'], ['calendar']]
    await Promise.all(all.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
