import { useQueryClient } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { RightForm } from './RightForm.tsx'
import { createRight } from './right.api.ts'

/** Enters a right by hand. */
export function NewRight(props: { onDone: (id: string) => void; onCancel: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  return (
    <>
      <PageHeader title={t('rights.enter')} />
      <Panel className="form-panel">
        <RightForm
          onSave={async (fields) => {
            const { id } = await createRight(fields)
            await client.invalidateQueries({ queryKey: ['/rights'] })
            props.onDone(id)
          }}
          onCancel={props.onCancel}
        />
      </Panel>
    </>
  )
}
