import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { listsQuery } from './achievement.api.ts'

/** Takes out what was found of all achievements, and what companies said of them. */
export function TakeOut() {
  const { t } = useLanguage()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button onClick={() => open(true)}>{t('takeOut.button')}</Button>
      {isOpen && <Choosing onClose={() => open(false)} />}
    </>
  )
}

function Choosing({ onClose }: { onClose: () => void }) {
  const { t, say } = useLanguage()
  const kinds = useQuery(listsQuery).data?.evaluations ?? []
  const [kind, setKind] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const given = (value: string) => (value === '' ? undefined : value)
  const days = { from: given(from), to: given(to) }
  const isReversed = from !== '' && to !== '' && to < from
  return (
    <Dialog title={t('takeOut.title')} onClose={onClose}>
      <p className="muted">{t('takeOut.note')}</p>
      <div className="form">
        <DayField label={t('takeOut.from')} name="from" value={from} onChange={setFrom} />
        <DayField
          label={t('takeOut.to')}
          name="to"
          value={to}
          onChange={setTo}
          error={isReversed ? t('takeOut.reversed') : undefined}
        />
        <ChoiceField
          label={t('takeOut.kind')}
          hint={t('takeOut.kindHint')}
          name="kind"
          value={kind}
          isFolded
          choices={kinds.map(({ code, label }) => ({ value: code, label: say(label) }))}
          onChange={setKind}
        />
      </div>
      {!isReversed && (
        <div className="actions">
          <ExportMenu
            path="/evaluations"
            label={t('takeOut.evaluations')}
            filter={{ kind: given(kind), heldFrom: days.from, heldTo: days.to }}
          />
          <ExportMenu
            path="/company-feedback"
            label={t('takeOut.feedback')}
            filter={{ heardFrom: days.from, heardTo: days.to }}
          />
        </div>
      )}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('general.close')}</Button>
      </div>
    </Dialog>
  )
}
