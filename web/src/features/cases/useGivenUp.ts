import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import type { Values } from './form/filled.ts'
import { type KnownRight, prefillGivenUp } from './form/given-up.ts'

/** What a right of the register fills in where it is to be given up; waits while it is read. */
export function useGivenUp(id: string | undefined): {
  readonly isLoading: boolean
  readonly error: unknown
  readonly known: Values
} {
  const { t } = useLanguage()
  const { data, isLoading, error } = useQuery({
    queryKey: ['right', id],
    queryFn: () => read<KnownRight>(`/rights/${id}`),
    enabled: id !== undefined,
  })
  const known = data ? prefillGivenUp(data, t('rights.giveUp', { title: data.title })) : {}
  return { isLoading, error, known }
}
