import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel, Waiting } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { readAchievement } from './achievement-of-right.ts'
import { RightForm } from './RightForm.tsx'
import { createRight } from './right.api.ts'

/** Enters a right by hand, in an achievement of the register where one is named. */
export function NewRight(props: {
  achievement: string | undefined
  mayWrite: boolean
  onDone: (id: string) => void
  onCancel: () => void
}) {
  const { t } = useLanguage()
  const { achievement: id } = props
  const client = useQueryClient()
  const about = useQuery({
    queryKey: ['achievement-of-right', id],
    queryFn: () => readAchievement(id ?? ''),
    enabled: id !== undefined,
  })
  if (!props.mayWrite) {
    return (
      <>
        <PageHeader title={t('rights.enter')} />
        <Callout tone="info" title={t('rights.notYours.title')}>
          <p>{t('rights.notYours.how')}</p>
        </Callout>
      </>
    )
  }
  if (about.isLoading) return <Waiting />
  return (
    <>
      <PageHeader title={t('rights.enter')} />
      <ProblemAlert error={about.error} />
      <Panel className="form-panel">
        <RightForm
          about={about.data}
          onSave={async (fields) => {
            const { id: entered } = await createRight(fields)
            await client.invalidateQueries({ queryKey: ['/rights'] })
            await client.invalidateQueries({ queryKey: ['achievement'] })
            props.onDone(entered)
          }}
          onCancel={props.onCancel}
        />
      </Panel>
    </>
  )
}
