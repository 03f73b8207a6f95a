import { useQuery } from '@tanstack/react-query'
import type { DelegationsWire } from '@yizhuan/server/wire/cases/delegations/delegation'
import { read, withQuery } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'

/** Which tasks of a case others do today, and by which letter. */
export function Delegated({ id }: { id: string }) {
  const { t, named, clauses } = useLanguage()
  const { data } = useQuery({
    queryKey: ['delegations', id],
    queryFn: () => read<DelegationsWire>(withQuery('/delegations', { case: id })),
  })
  const inForce = (data?.items ?? []).filter(({ holds }) => holds)
  if (inForce.length === 0) return null
  return (
    <p className="muted">
      {t('delegations.inForce')}{' '}
      {clauses(
        inForce.map(({ task, delegate, letterNumber }) =>
          t('delegations.inShort', {
            task: named('delegations.task', task),
            delegate,
            number: letterNumber,
          }),
        ),
      )}
    </p>
  )
}
