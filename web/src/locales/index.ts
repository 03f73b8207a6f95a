import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { speak } from '../api/client.ts'
import { achievements as achievementsEn } from './en/achievements.ts'
import { cases as casesEn } from './en/cases.ts'
import { contracts as contractsEn } from './en/contracts.ts'
import { general as generalEn } from './en/general.ts'
import { history as historyEn } from './en/history.ts'
import { imports as importsEn } from './en/imports.ts'
import { institution as institutionEn } from './en/institution.ts'
import { notices as noticesEn } from './en/notices.ts'
import { people as peopleEn } from './en/people.ts'
import { policies as policiesEn } from './en/policies.ts'
import { proceeds as proceedsEn } from './en/proceeds.ts'
import { rights as rightsEn } from './en/rights.ts'
import { search as searchEn } from './en/search.ts'
import { workbench as workbenchEn } from './en/workbench.ts'
import { achievements } from './zh/achievements.ts'
import { cases } from './zh/cases.ts'
import { contracts } from './zh/contracts.ts'
import { general } from './zh/general.ts'
import { history } from './zh/history.ts'
import { imports } from './zh/imports.ts'
import { institution } from './zh/institution.ts'
import { notices } from './zh/notices.ts'
import { people } from './zh/people.ts'
import { policies } from './zh/policies.ts'
import { proceeds } from './zh/proceeds.ts'
import { rights } from './zh/rights.ts'
import { search } from './zh/search.ts'
import { workbench } from './zh/workbench.ts'

/** Every word of the interface, by language. A feature adds its own file in both. */
export const words = {
  zh: {
    ...general,
    ...workbench,
    ...cases,
    ...achievements,
    ...notices,
    ...policies,
    ...search,
    ...contracts,
    ...history,
    ...proceeds,
    ...rights,
    ...imports,
    ...history,
    ...institution,
    ...people,
  },
  en: {
    ...generalEn,
    ...workbenchEn,
    ...casesEn,
    ...achievementsEn,
    ...noticesEn,
    ...policiesEn,
    ...searchEn,
    ...contractsEn,
    ...historyEn,
    ...proceedsEn,
    ...rightsEn,
    ...importsEn,
    ...historyEn,
    ...institutionEn,
    ...peopleEn,
  },
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words.zh }
  }
}

const remembered = 'yizhuan.lang'

/** Starts the languages: Chinese, unless this browser chose English before. */
export function startLanguages(): void {
  const lang = localStorage.getItem(remembered) === 'en' ? 'en' : 'zh'
  void i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'zh',
    resources: { zh: { translation: words.zh }, en: { translation: words.en } },
    interpolation: { escapeValue: false },
  })
  use(lang)
}

/** Changes the language and remembers it. */
export function chooseLanguage(lang: 'zh' | 'en'): void {
  localStorage.setItem(remembered, lang)
  void i18next.changeLanguage(lang)
  use(lang)
}

function use(lang: 'zh' | 'en'): void {
  speak(lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}
