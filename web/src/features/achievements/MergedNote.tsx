import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AchievementWire, type ProgressWire, part } from './achievement.api.ts'

/** Where the number of a merged record leads, and which numbers lead here. */
export function MergedNote(props: {
  one: AchievementWire
  progress: ProgressWire
  mayPart: boolean
}) {
  const { t } = useLanguage()
  const { mergedInto, mergedFrom } = props.progress
  return (
    <>
      {mergedInto && (
        <Callout
          tone="due"
          title={
            <a href={`/achievements/${mergedInto.id}`}>
              {t('disclosure.mergedInto', { number: mergedInto.number })} {mergedInto.title}
            </a>
          }
        >
          <p>{t('disclosure.mergedIntoHint')}</p>
          {props.mayPart && <Part one={props.one} />}
        </Callout>
      )}
      {mergedFrom.length > 0 && (
        <p className="muted">
          {t('disclosure.mergedFrom')}{' '}
          {mergedFrom.map(({ id, number, title }) => (
            <a key={id} href={`/achievements/${id}`} title={title}>
              {number}{' '}
            </a>
          ))}
        </p>
      )}
    </>
  )
}

function Part({ one }: { one: AchievementWire }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState<string>()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => part(one.id, { reason: reason ?? '', expectedSeq: one.seq }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['achievement'] })
      await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
    },
  })
  if (reason === undefined) {
    return (
      <Button small onClick={() => setReason('')}>
        {t('disclosure.undoMerge')}
      </Button>
    )
  }
  return (
    <>
      <LongTextField
        label={t('history.why')}
        name="partReason"
        maxLength={500}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <div className="actions">
        <Button busy={undo.isPending} disabled={reason.trim() === ''} onClick={() => undo.mutate()}>
          {t('disclosure.undoMerge')}
        </Button>
        <Button kind="quiet" onClick={() => setReason(undefined)}>
          {t('general.cancel')}
        </Button>
      </div>
      <ProblemAlert error={undo.error} />
    </>
  )
}
