import { useLanguage } from '../../../ui/language.ts'
import { PageHeader, Panel } from '../../../ui/Page.tsx'
import { SpinOffForm } from './SpinOffForm.tsx'
import { enterSpinOff, useReread } from './spin-off.api.ts'

/** Enters a company that was founded on achievements, or is to be. */
export function NewSpinOff(props: { onDone: (id: string) => void; onCancel: () => void }) {
  const { t } = useLanguage()
  const reread = useReread('')
  return (
    <>
      <PageHeader title={t('spinOffs.enter')} note={t('spinOffs.enterLead')} />
      <Panel className="form-panel">
        <SpinOffForm
          onCancel={props.onCancel}
          onSave={async (fields) => {
            const { id } = await enterSpinOff(fields)
            await reread()
            props.onDone(id)
          }}
        />
      </Panel>
    </>
  )
}
