import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { LongTextField } from '../fields/TextFields.tsx'
import { useLanguage } from '../language.ts'
import { Loaded, Nothing } from '../Page.tsx'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { Changes } from './Changes.tsx'
import { restorationQuery, restoreRecord } from './edits.api.ts'

/** Puts a record, or one field of it, back to what it was after an entry of its history. */
export function RestoreDialog(props: {
  kind: string
  id: string
  group: string
  /** The entry after which it was as wanted. */
  to: number
  field?: string
  onClose: () => void
}) {
  const { t, named, clauses } = useLanguage()
  const { kind, id, group, to, field, onClose } = props
  const query = useQuery(restorationQuery(kind, id, to, field))
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const seq = query.data?.seq ?? 1
  const put = useMutation({
    mutationFn: () =>
      restoreRecord(kind, id, { to, reason, expectedSeq: seq, ...(field && { field }) }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const title =
    field === undefined
      ? t('edits.restoreAll', { seq: to })
      : t('edits.restoreOne', { field: named(`${group}.fields`, field) })
  return (
    <Dialog title={title} onClose={onClose}>
      <Loaded query={query}>
        {({ changes, kept }) => (
          <>
            {changes.length === 0 && <Nothing text={t('edits.nothingToRestore')} />}
            {changes.length > 0 && <Changes changes={changes} group={group} />}
            {kept.length > 0 && (
              <p className="hint">
                {t('edits.kept')}
                {clauses(
                  kept.map(({ field: name, why }) =>
                    t('edits.keptOne', {
                      field: named(`${group}.fields`, name),
                      why: t(`edits.keptWhy.${why}`),
                    }),
                  ),
                )}
              </p>
            )}
            {changes.length > 0 && (
              <LongTextField
                label={t('history.why')}
                name="restoreReason"
                maxLength={500}
                value={reason}
                onChange={setReason}
                isRequired
              />
            )}
            <ProblemAlert error={put.error} />
            <div className="dialog-foot">
              <Button onClick={onClose}>{t('general.cancel')}</Button>
              {changes.length > 0 && (
                <Button
                  kind="primary"
                  busy={put.isPending}
                  disabled={reason.trim() === ''}
                  onClick={() => put.mutate()}
                >
                  {t('edits.restore')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
