import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { answerFinding, answers, useReread } from './finding.api.ts'

/** Somebody who may be named says how it is. */
export function AnswerForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const [answer, setAnswer] = useState('')
  const [words, setWords] = useState('')
  const send = useMutation({
    mutationFn: () =>
      answerFinding(id, {
        answer: answer as (typeof answers)[number],
        words: words.trim() || null,
      }),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const wrong = fieldErrors(send.error, ['answer', 'words'])
  return (
    <Dialog title={t('outside.answer')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <ChoiceField
          label={t('outside.myAnswer')}
          name="answer"
          value={answer}
          onChange={setAnswer}
          error={wrong.at('answer')}
          choices={answers.map((value) => ({ value, label: t(`outside.answers.${value}`) }))}
          isRequired
        />
        <LongTextField
          label={t('outside.fields.words')}
          name="words"
          hint={t('outside.wordsHint')}
          value={words}
          onChange={setWords}
          error={wrong.at('words')}
          isRequired={answer !== 'not_me'}
          maxLength={2000}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={send.isPending} disabled={answer === ''}>
            {t('outside.answer')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
