import { queryOptions, useQuery } from '@tanstack/react-query'
import type { StaffWire } from '@yizhuan/server/wire/cases/officers/officer'
import { read } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { Me } from './NowPanel.tsx'

/** Who says who works on anybody's case; everybody else gives their own. The server decides it again. */
const assigners: readonly string[] = ['leaders', 'admin']

/** Who is offered the page of hand-overs. */
export const givers: readonly string[] = ['tto_negotiator', 'tto_reviewer', ...assigners]

/** Everybody who may carry cases, or still does. */
export const staffQuery = queryOptions({
  queryKey: ['officers'],
  queryFn: () => read<StaffWire>('/officers'),
})

/** Narrows the list to one's own cases, or to somebody's. */
export function WhoseFilter(props: {
  me: Me
  value: string | undefined
  onChange: (officer: string) => void
}) {
  const { t } = useLanguage()
  const { data } = useQuery(staffQuery)
  const others = (data?.items ?? []).filter(
    ({ person, lead, support }) => person !== props.me.id && lead + support > 0,
  )
  return (
    <FilterSelect
      label={t('officers.whose')}
      value={props.value}
      choices={[
        { value: 'me', label: t('officers.mine') },
        ...others.map(({ person, name }) => ({ value: person, label: name })),
      ]}
      onChange={props.onChange}
    />
  )
}

/** Says who left with open cases, so that no deadline is left alone. */
export function Stranded({ roles }: { roles: readonly string[] }) {
  const { t, listed } = useLanguage()
  const { data } = useQuery(staffQuery)
  const stranded = data?.stranded ?? []
  if (stranded.length === 0) return null
  const names = listed(stranded.map(({ name, cases }) => `${name}（${cases}）`))
  return (
    <Callout tone="due" title={t('officers.stranded', { names, count: stranded.length })}>
      <div>{t('officers.strandedHint')}</div>
      {assigners.some((role) => roles.includes(role)) && (
        <LinkButton small href={`/cases/handover?from=${stranded[0]?.person ?? ''}`}>
          {t('handover.open')}
        </LinkButton>
      )}
    </Callout>
  )
}
