import { useQueries } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { TrusteeshipForm } from './TrusteeshipForm.tsx'
import { enterTrusteeship, type Subject, subjectQuery, useReread } from './trusteeship.api.ts'

/** Enters an agreement; what it is about may come with the address: `?right=…&achievement=…`. */
export function NewTrusteeship(props: {
  owner: string
  onDone: (id: string) => void
  onCancel: () => void
}) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const reread = useReread('')
  const named = (['right', 'achievement'] as const).flatMap((kind) =>
    (params.get(kind)?.split(',') ?? []).filter(Boolean).map((id) => ({ kind, id })),
  )
  const known = useQueries({ queries: named.map(subjectQuery) })
  const isWaiting = known.some(({ isPending }) => isPending)
  const subjects = named.flatMap(({ kind, id }, at): Subject[] => {
    const data = known[at]?.data
    return data ? [{ kind, id, number: data.number, title: data.title }] : []
  })
  return (
    <>
      <PageHeader title={t('trusteeships.enter')} note={t('trusteeships.enterLead')} />
      <Panel className="form-panel">
        {isWaiting ? (
          <Waiting />
        ) : (
          <TrusteeshipForm
            owner={props.owner}
            subjects={subjects}
            onCancel={props.onCancel}
            onSave={async (fields) => {
              const { id } = await enterTrusteeship(fields)
              await reread()
              props.onDone(id)
            }}
          />
        )}
      </Panel>
    </>
  )
}
