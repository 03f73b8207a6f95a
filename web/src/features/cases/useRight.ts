import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import type { Values } from './form/filled.ts'
import { type KnownRight, prefillGivenUp } from './form/given-up.ts'
import { prefillOfRight, type RightAim } from './form/of-right.ts'

/**
 * What a right of the register fills in where it is to be given up, sold or licensed; waits while it is
 * read. A right of an achievement says which: that fills in the rest.
 */
export function useRight(
  id: string | undefined,
  procedure: string | undefined,
  aim: RightAim | undefined,
): {
  readonly isLoading: boolean
  readonly error: unknown
  readonly known: Values
  readonly achievement: string | undefined
} {
  const { t } = useLanguage()
  const { data, isLoading, error } = useQuery({
    queryKey: ['right', id],
    queryFn: () => read<KnownRight>(`/rights/${id}`),
    enabled: id !== undefined,
  })
  const achievement = data?.achievementId ?? undefined
  const title = data?.title ?? ''
  if (!data) return { isLoading, error, known: {}, achievement }
  const known =
    procedure === 'abandonment'
      ? prefillGivenUp(data, t('rights.giveUp', { title }))
      : procedure === 'transfer'
        ? prefillOfRight(data, t(`rights.aims.${aim ?? 'any'}`, { title }))
        : {}
  return { isLoading, error, known, achievement }
}
