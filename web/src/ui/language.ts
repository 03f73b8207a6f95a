import { useTranslation } from 'react-i18next'

/** Words the server sends in both languages. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** The chosen language, and a chooser for words in both. */
export function useLanguage() {
  const { t, i18n } = useTranslation()
  const lang: 'zh' | 'en' = i18n.language === 'en' ? 'en' : 'zh'
  const say = (words: Bilingual | string | undefined) =>
    typeof words === 'string' ? words : (words?.[lang] ?? '')
  /** Words for a code; the code itself where we have none. */
  const named = (group: string, code: string): string =>
    (t as unknown as (key: string, fallback: string) => string)(`${group}.${code}`, code)
  /** Several names in a row, and the mark after a lead-in, as the language writes them. */
  const listed = (names: readonly (string | number)[]) => names.join(lang === 'zh' ? '、' : ', ')
  /** Clauses in a row that belong together, and the mark between two. */
  const semicolon = lang === 'zh' ? '；' : '; '
  const clauses = (parts: readonly string[]) => parts.join(semicolon)
  const colon = lang === 'zh' ? '：' : ': '
  return { t, lang, say, named, listed, clauses, colon, semicolon }
}
