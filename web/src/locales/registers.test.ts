import { expect, test } from 'vitest'
import {
  attributeWords,
  conversionWords,
  fundingWords,
  stageWords,
  treatmentWords,
} from '../../../server/src/modules/assets/asset-words.ts'
import {
  contractKindWords,
  contractStatusWords,
  exclusivityWords,
  modeWords,
  pricingWords,
  registrationWords,
} from '../../../server/src/modules/contracts/contract.ts'
import { stateWords as bonusWords } from '../../../server/src/modules/funds/bonus/bonus.ts'
import {
  kindWords as fundKindWords,
  stageWords as fundStages,
  movementWords,
} from '../../../server/src/modules/funds/fund/fund.ts'
import { stateWords } from '../../../server/src/modules/registrations/registration.ts'
import { rightKindWords, rightStatusWords } from '../../../server/src/modules/rights/right.ts'
import { words } from './index.ts'

// What a page says and what its export says are the same words.

const groups = [
  ['funds.kinds', fundKindWords, (lang) => words[lang].funds.kinds],
  ['funds.movements', movementWords, (lang) => words[lang].funds.movements],
  ['funds.stages', fundStages, (lang) => words[lang].funds.stages],
  ['bonuses.states', bonusWords, (lang) => words[lang].bonuses.states],
  ['rights.kinds', rightKindWords, (lang: 'zh' | 'en') => words[lang].rights.kinds],
  ['rights.statuses', rightStatusWords, (lang: 'zh' | 'en') => words[lang].rights.statuses],
  ['contracts.kinds', contractKindWords, (lang: 'zh' | 'en') => words[lang].contracts.kinds],
  ['contracts.modes', modeWords, (lang: 'zh' | 'en') => words[lang].contracts.modes],
  ['contracts.exclusivities', exclusivityWords, (lang) => words[lang].contracts.exclusivities],
  ['contracts.pricings', pricingWords, (lang) => words[lang].contracts.pricings],
  ['contracts.statuses', contractStatusWords, (lang) => words[lang].contracts.statuses],
  ['contracts.registrations', registrationWords, (lang) => words[lang].contracts.registrations],
  ['registrations.states', stateWords, (lang) => words[lang].registrations.states],
  ['assets.tags.attribute', attributeWords, (lang) => words[lang].assets.tags.attribute],
  ['assets.tags.stage', stageWords, (lang) => words[lang].assets.tags.stage],
  ['assets.tags.conversion', conversionWords, (lang) => words[lang].assets.tags.conversion],
  ['assets.funding', fundingWords, (lang) => words[lang].assets.funding],
  ['assets.treatments', treatmentWords, (lang) => words[lang].assets.treatments],
] as const satisfies readonly (readonly [
  string,
  Readonly<Record<string, { zh: string; en: string }>>,
  (lang: 'zh' | 'en') => Readonly<Record<string, string>>,
])[]

test.each(groups)('%s', (_name, server, web) => {
  for (const lang of ['zh', 'en'] as const) {
    const said = Object.entries(server).map(([code, word]) => [code, word[lang]])
    const shown = Object.entries(web(lang)).map(([code, word]) => [code, word.trim()])
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(said))
  }
})
