// Random contributions of a technology, forecast and then entered in the register of equity: who holds what, and
// what the own part cost, must be the same there.
import { compare, type Fen, ratio, ratioText } from '@yizhuan/kit'
import { isWhole } from '@yizhuan/money'
import fc from 'fast-check'
import { expect } from 'vitest'
import { equityHolding } from '../../equity-holding/equity-holding.ts'
import { costOf } from '../../equity-holding/events.ts'
import { holdingsIn, ownShare } from '../../equity-holding/holdings.ts'
import { opened } from '../../equity-holding/testing/held.ts'
import { wrongHolders } from '../../equity-holding/wrongs.ts'
import type { Act } from '../../procedure/entry.ts'
import { replay } from '../../procedure/procedure.ts'
import { byOf } from '../../transfer-case/testing/main-line.ts'
import { readScenario } from '../reading.ts'
import { type CompanyForecast, companyOf, type StakeForecast } from '../stakes.ts'
import { deals } from './deals.ts'

const contributions = fc.record({
  deal: deals,
  stake: fc.integer({ min: 1, max: 1000 }),
  equity: fc.nat(1000),
  // By the law of a place that bars chiefs, or of one that says nothing of them.
  isBarred: fc.boolean(),
  chiefs: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  awards: fc.array(fc.constantFrom('cash' as const, 'equity' as const), {
    minLength: 4,
    maxLength: 4,
  }),
})

const bar = { cite: { source: 'gd-2025', at: 'a21.p1' }, isCertain: true } as const

const kinds = {
  institution: 'institution',
  platform_company: 'platform_company',
  contributor: 'contributor',
  co_owner: 'partner',
  partner: 'partner',
} as const

const nameOf = ({ holder, at = 0 }: StakeForecast) => `${holder} ${at}`

/** Forecasts so many companies and enters each in the register. */
export function holdCompanies(runs: number): void {
  const seen = { barred: 0, chiefs: 0, partners: 0, company: 0, people: 0 }
  fc.assert(
    fc.property(contributions, ({ deal, stake, equity, chiefs: are, awards, isBarred }) => {
      const scenario = readScenario({
        ...deal.scenario,
        ...{ mode: 'equity_contribution', stake: `${stake}/1000`, equity: `${equity}/1000` },
        members: deal.scenario.members.map((one, at) => ({
          ...one,
          ...{ isChief: are[at] ?? false, award: awards[at] ?? 'cash' },
        })),
      })
      if ('problems' in scenario) throw new Error(JSON.stringify(scenario.problems))
      const said = companyOf(scenario, isBarred ? bar : undefined)
      if (!said) throw new TypeError('A contribution makes a company.')
      holdWhole(said)
      for (const { holder, at } of said.stakes)
        if (holder === 'contributor' && at !== undefined)
          expect(scenario.members[at]).toMatchObject({
            ...{ award: 'equity', ...(isBarred && { isChief: false }) },
          })
      holdRegister(said)
      const chiefs = scenario.members.filter(({ award, isChief }) => award === 'equity' && isChief)
      seen.barred += Number(isBarred && chiefs.length > 0)
      seen.chiefs += Number(
        !isBarred &&
          said.stakes.some(({ at }) => at !== undefined && scenario.members[at]?.isChief),
      )
      seen.partners += Number(scenario.partners.length > 0)
      seen.company += Number(scenario.viaCompany)
      seen.people += Number(said.stakes.filter(({ holder }) => holder === 'contributor').length > 1)
    }),
    { numRuns: runs },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(runs / 20)
}

function holdWhole({ value, stakes }: CompanyForecast): void {
  expect(isWhole(stakes.map((one) => ({ holder: nameOf(one), share: one.share })))).toBe(true)
  const given = stakes.reduce((sum, one) => sum + (one.value ?? 0n), 0n)
  expect(given).toBe(value)
}

/** The record of the company that was formed so: its holders, the own part and its cost. */
function holdRegister({ stakes }: CompanyForecast): void {
  const ours = stakes.filter(({ holder }) => holder !== 'co_owner' && holder !== 'partner')
  const value = ours.reduce((sum, one) => sum + (one.value ?? 0n), 0n) as Fen
  const holders = stakes.map((one) => ({
    ...{ name: nameOf(one), kind: kinds[one.holder], share: ratioText(one.share) },
    ...(one.holder === 'contributor' && { isChief: false }),
  }))
  const data = { ...opened, value: `${value}`, holders, subscriptions: [] }
  expect(wrongHolders(data)).toBeUndefined()
  const act: Act = {
    ...{ seq: 1, type: 'holdingOpened', on: '2026-02-02', at: '2026-02-02T09:00:00+08:00' },
    ...{ by: byOf('finance'), files: [], data },
  } as Act
  const state = replay(equityHolding, [act])
  if (!state) throw new TypeError('One act is a record.')
  expect(holdingsIn(state).at(-1)?.holders).toEqual(holders)
  const own = stakes.find(({ holder }) => holder === 'institution' || holder === 'platform_company')
  expect(compare(ownShare(state), own?.share ?? ratio(0))).toBe(0)
  expect(costOf(state)).toBe(own?.value ?? 0n)
}
