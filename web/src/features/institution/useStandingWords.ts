import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { provincesQuery } from './institution.api.ts'
import { listsQuery } from './standing.api.ts'

/** What a value is called: a code of a list, a province, or the text itself. */
export function useStandingWords() {
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(listsQuery)
  const { data: provinces } = useQuery(provincesQuery)
  return (aspect: string, value: string | null) => {
    if (value === null) return t('standings.no')
    const province = provinces?.find(({ code }) => code === value)?.name
    return say(lists?.standings[aspect]?.[value] ?? province ?? value)
  }
}
