import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { speak } from '../api/client.ts'
import type { words } from './zh/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words }
  }
}

type Lang = 'zh' | 'en'

const remembered = 'yizhuan.lang'

/** Starts with Chinese, unless this browser chose English before. */
export async function startLanguages(): Promise<void> {
  const lang: Lang = localStorage.getItem(remembered) === 'en' ? 'en' : 'zh'
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: 'zh',
    resources: { [lang]: { translation: await wordsOf(lang) } },
    interpolation: { escapeValue: false },
  })
  use(lang)
}

/** Changes the language and remembers it; its words are fetched when they are first needed. */
export async function chooseLanguage(lang: Lang): Promise<void> {
  localStorage.setItem(remembered, lang)
  if (!i18next.hasResourceBundle(lang, 'translation'))
    i18next.addResourceBundle(lang, 'translation', await wordsOf(lang))
  await i18next.changeLanguage(lang)
  use(lang)
}

async function wordsOf(lang: Lang): Promise<object> {
  const { words } = lang === 'zh' ? await import('./zh/index.ts') : await import('./en/index.ts')
  return words
}

function use(lang: Lang): void {
  speak(lang)
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en'
}
