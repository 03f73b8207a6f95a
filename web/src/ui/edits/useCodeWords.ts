import { useLanguage } from '../language.ts'

/** What a code is called in a field: by the words of that field alone, or by those of its register. */
export function useCodeWords(group: string): (field: string, code: string) => string {
  const { named } = useLanguage()
  return (field, code) => {
    const own = named(`${group}.values.${field}`, code)
    return own === code ? named(`${group}.values`, code) : own
  }
}
