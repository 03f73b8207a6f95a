import { useQuery } from '@tanstack/react-query'
import type { EvaluationsWire } from '@yizhuan/server/wire/disclosures/evaluation'
import { read } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import type { Values } from './form/filled.ts'
import { type NotFiled, prefillNotFiled } from './form/not-filed.ts'

/** What a decision not to file an achievement fills in; waits while it is read. */
export function useNotFiled(
  achievement: { readonly id: string; readonly number: string; readonly title: string } | undefined,
  decision: string | undefined,
): { readonly isLoading: boolean; readonly known: Values } {
  const { t, say } = useLanguage()
  const { data, isLoading } = useQuery({
    queryKey: ['achievement', achievement?.id, 'evaluations', 'decision'],
    queryFn: () => read<EvaluationsWire>(`/achievements/${achievement?.id}/evaluations`),
    enabled: achievement !== undefined && decision !== undefined,
  })
  const found = data?.items.find(({ id }) => id === decision)
  if (!achievement || !data || !found) return { isLoading, known: {} }
  const reason = found.reason === null ? '' : say(data.reasons[found.reason])
  const told = (key: 'title' | 'conduct', facts: NotFiled) =>
    key === 'title' ? t('notFiled.title', { ...facts }) : t('notFiled.conduct', { ...facts })
  return { isLoading, known: prefillNotFiled(achievement, found, told, reason) }
}
