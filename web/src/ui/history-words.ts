import type { HistoryWords } from '@yizhuan/kit'
import { useTranslation } from 'react-i18next'

export type { HistoryWords } from '@yizhuan/kit'

/** The words of a history: what was done, its fields, their codes. `group` names those of the record. */
export function useHistoryWords(group: string): HistoryWords {
  const { t } = useTranslation()
  const all = t as unknown as (key: string, options?: object) => unknown
  const wordsOf = (key: string): Readonly<Record<string, string>> => {
    const found = all(key, { returnObjects: true })
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).flatMap(([code, said]) => flat(code, said)))
  }
  return {
    actions: wordsOf('history.actions'),
    fields: wordsOf(`${group}.fields`),
    values: wordsOf(`${group}.values`),
    roles: wordsOf('role'),
    yes: String(all('general.yes')),
  }
}

/** A word under its code; words that are one field's under the field and the code. */
function flat(code: string, said: unknown): readonly (readonly [string, string])[] {
  if (typeof said === 'string') return [[code, said]]
  if (typeof said !== 'object' || said === null) return []
  return Object.entries(said).flatMap(([inner, word]) => flat(`${code}.${inner}`, word))
}
