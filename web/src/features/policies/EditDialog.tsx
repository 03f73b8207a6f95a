import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent, ReactNode } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { CaseForm } from './CaseForm.tsx'
import { DigestForm, ReadingForm, WaiverForm } from './EditForms.tsx'
import {
  type AmendmentWire,
  amendmentQuery,
  type EditableWire,
  type EditWire,
  editableQuery,
  putEdit,
} from './revision.api.ts'
import { ValueForm } from './ValueForm.tsx'

/** What can be changed by form, in the order of how often it is. */
export const editKinds = ['value', 'reading', 'digest', 'waiver', 'case'] as const
export type EditKind = (typeof editKinds)[number]

/** What every form is given: the documents as they stand, and where its edit goes. */
export interface EditFormProps {
  readonly amendment: AmendmentWire
  readonly editable: EditableWire
  readonly frame: Frame
}

/** Sends an edit once the form holds a whole one. */
export type Frame = (edit: EditWire | undefined, fields: ReactNode) => ReactNode

/** One change of a pack, by form. */
export function EditDialog(props: {
  kind: EditKind
  amendment: AmendmentWire
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { kind, amendment, onClose } = props
  const query = useQuery(editableQuery(amendment.id, amendment.seq))
  return (
    <Dialog title={t(`revisions.edit.${kind}`)} onClose={onClose} className="edit-dialog">
      <Loaded query={query}>
        {(editable) => <Form {...props} editable={editable} kind={kind} />}
      </Loaded>
    </Dialog>
  )
}

const forms = {
  value: ValueForm,
  reading: ReadingForm,
  digest: DigestForm,
  waiver: WaiverForm,
  case: CaseForm,
} as const

function Form(props: {
  kind: EditKind
  amendment: AmendmentWire
  editable: EditableWire
  onClose: () => void
}) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { amendment, editable, onClose, kind } = props
  const send = useMutation({
    mutationFn: (edit: EditWire) => putEdit(amendment.id, amendment.seq, edit),
    onSuccess: (after) => {
      client.setQueryData(amendmentQuery(amendment.id).queryKey, after)
      onClose()
    },
  })
  const frame: Frame = (edit, fields) => (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (edit) send.mutate(edit)
      }}
    >
      <ProblemAlert error={send.error} />
      {fields}
      <div className="actions">
        <Button type="submit" kind="primary" busy={send.isPending} disabled={!edit}>
          {t('revisions.put')}
        </Button>
        <Button onClick={onClose}>{t('general.cancel')}</Button>
      </div>
    </form>
  )
  const Chosen = forms[kind]
  return <Chosen amendment={amendment} editable={editable} frame={frame} />
}
