import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { speak } from '../api/client.ts'
import { general as generalEn } from './en/general.ts'
import { open as openEn } from './en/open.ts'
import { work as workEn } from './en/work.ts'
import { general } from './zh/general.ts'
import { open } from './zh/open.ts'
import { work } from './zh/work.ts'

/** Every word of the interface, by language. */
export const words = {
  zh: { ...general, ...work, ...open },
  en: { ...generalEn, ...workEn, ...openEn },
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
