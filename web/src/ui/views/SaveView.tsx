import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { TextField } from '../fields/TextFields.tsx'
import { useLanguage } from '../language.ts'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { changeView, saveView, type ViewWire } from './views.api.ts'

/** Keeps what the list shows now under a name, or renames, refills and shares a view. */
export function SaveView(props: {
  list: string
  mayShare: boolean
  params: Readonly<Record<string, string>>
  before?: ViewWire
  /** What is kept, where it is no view of a list. */
  title?: string
  refill?: string
  onClose: () => void
  onSaved: () => void
}) {
  const { t } = useLanguage()
  const { list, mayShare, params, before } = props
  const [name, setName] = useState(before?.name ?? '')
  const [isShared, setShared] = useState(before?.isShared ?? false)
  const [isRefilled, setRefilled] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      before
        ? changeView(before.id, { name, isShared, ...(isRefilled && { params: { ...params } }) })
        : saveView(list, { name, params: { ...params }, isShared }),
    onSuccess: props.onSaved,
  })
  const wrong =
    save.error instanceof ApiProblem
      ? save.error.body.errors?.find(({ pointer }) => pointer === '#/name')?.detail
      : undefined
  return (
    <Dialog
      title={props.title ?? t(before ? 'views.changeTitle' : 'views.saveTitle')}
      onClose={props.onClose}
    >
      <div className="form">
        <TextField
          label={t('views.name')}
          name="viewName"
          value={name}
          onChange={setName}
          maxLength={60}
          isRequired
          {...(wrong !== undefined && { error: wrong })}
        />
        {before && (
          <label className="choice">
            <input type="checkbox" checked={isRefilled} onChange={() => setRefilled(!isRefilled)} />
            <span>{props.refill ?? t('views.refill')}</span>
          </label>
        )}
        {mayShare && (
          <label className="choice">
            <input type="checkbox" checked={isShared} onChange={() => setShared(!isShared)} />
            <span>{t('views.share')}</span>
          </label>
        )}
        {!wrong && <ProblemAlert error={save.error} />}
        <div className="dialog-foot">
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
          <Button
            kind="primary"
            busy={save.isPending}
            disabled={name.trim() === ''}
            onClick={() => save.mutate()}
          >
            {t('views.keep')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
