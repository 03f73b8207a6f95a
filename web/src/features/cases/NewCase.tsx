import { useQuery } from '@tanstack/react-query'
import { transferCase } from '@yizhuan/procedures'
import { read } from '../../api/client.ts'
import { personNamed } from '../../api/people.ts'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { openCase } from './case.api.ts'
import { ActForm } from './form/ActForm.tsx'
import { type DisclosedAchievement, prefillCase, type SaidOnce } from './form/prefill.ts'
import type { Me } from './NowPanel.tsx'

/** Opens a case, about an achievement of the register where one is named. */
export function NewCase(props: {
  me: Me
  achievement: string | undefined
  onOpened: (id: string) => void
}) {
  const { t, say } = useLanguage()
  const { achievement: id } = props
  const about = useQuery({
    queryKey: ['achievement', id],
    queryFn: () => read<DisclosedAchievement>(`/achievements/${id}`),
    enabled: id !== undefined,
  })
  // Inventors whom the register knows by exactly one name act later by their own accounts.
  const names = about.data?.inventors.map(({ name }) => name) ?? []
  const people = useQuery({
    queryKey: ['people', 'team', ...names],
    queryFn: () => Promise.all(names.map(personNamed)),
    enabled: names.length > 0,
  })
  const institution = useQuery({
    queryKey: ['institution'],
    queryFn: () => read<SaidOnce>('/institution'),
  })
  if (about.isLoading || people.isLoading || institution.isLoading) return <Waiting />
  const affiliated = institution.data?.universityAffiliated
  return (
    <>
      <PageHeader title={t('cases.open')} note={t('cases.openHint')} />
      <ProblemAlert error={about.error} />
      <Panel>
        {!id && (
          <p className="hint">
            <a href="/achievements">{t('cases.fromAchievement')}</a>
          </p>
        )}
        <ActForm
          procedure={transferCase.id}
          type={transferCase.opening}
          title={say(transferCase.acts['caseOpened']?.label ?? { zh: '', en: '' })}
          draftKey={`${props.me.id}/new/${id ?? ''}`}
          known={{
            ...(about.data && prefillCase(about.data, people.data)),
            ...(typeof affiliated === 'boolean' && { universityAffiliated: affiliated }),
          }}
          today={undefined}
          onSubmit={async (act) => props.onOpened((await openCase(act)).id)}
        />
      </Panel>
    </>
  )
}
