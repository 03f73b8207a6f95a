import { useQuery } from '@tanstack/react-query'
import type { GrantConflictsWire } from '@yizhuan/server/wire/cases/grant-conflict'
import { read } from '../../api/client.ts'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ContractWire } from './contract.api.ts'

/** What a contract of the register contradicts: grants of cases, and of other contracts. */
export function GrantConflicts({ one }: { one: ContractWire }) {
  const { t, named, listed } = useLanguage()
  const { data } = useQuery({
    // Asked anew once its terms, its scope or what it is about changed.
    queryKey: ['contract', one.id, 'grant-conflicts', one],
    queryFn: () => read<GrantConflictsWire>(`/contracts/${one.id}/grant-conflicts`),
    enabled: one.caseId === null && one.achievements.length > 0,
  })
  if (!data || data.items.length === 0) return null
  return (
    <Callout tone="due" title={t('contracts.conflicts')}>
      <ul className="plain">
        {data.items.map(({ by, to, kind, field, territory, until, achievement }) => (
          <li key={`${by} ${achievement}`}>
            {t('contracts.conflictWith', { by, to })}{' '}
            {listed([
              named('contracts.grantKinds', kind),
              ...[field, territory].filter((bound) => bound !== null),
              ...(until === null ? [] : [t('contracts.grantUntil', { day: until })]),
            ])}
          </li>
        ))}
      </ul>
      <p>{t('contracts.conflictHint')}</p>
    </Callout>
  )
}
