import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type AchievementWire,
  acceptDisclosure,
  duplicatesQuery,
  giveBack,
  merge,
  type ProgressWire,
} from './achievement.api.ts'

/** What the office does with a disclosure: accept it, give it back, or merge it with its double. */
export function OfficePanel(props: { one: AchievementWire; progress: ProgressWire }) {
  const { intake } = props.progress
  return (
    <>
      {intake === 'submitted' && <Answer {...props} />}
      {intake !== 'merged' && <Doubles one={props.one} />}
    </>
  )
}

function useStep(id: string, step: () => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: step,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['achievement', id] })
      await client.invalidateQueries({ queryKey: [`/achievements/${id}/history`] })
      await client.invalidateQueries({ queryKey: ['achievements'] })
    },
  })
}

function Answer({ one, progress }: { one: AchievementWire; progress: ProgressWire }) {
  const { t } = useLanguage()
  const [questions, setQuestions] = useState<string>()
  const accept = useStep(one.id, () => acceptDisclosure(one.id, one.seq))
  const back = useStep(one.id, () =>
    giveBack(one.id, { expectedSeq: one.seq, questions: questions ?? '' }),
  )
  const missing = progress.inventors.filter(({ status }) => status !== 'confirmed')
  return (
    <Panel title={t('disclosure.answer')}>
      {missing.length > 0 && (
        <p className="muted">
          {t('disclosure.notConfirmed', { names: missing.map(({ name }) => name).join('、') })}
        </p>
      )}
      {questions === undefined ? (
        <div className="actions">
          <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
            {t('disclosure.accept')}
          </Button>
          <Button onClick={() => setQuestions('')}>{t('disclosure.giveBack')}</Button>
        </div>
      ) : (
        <>
          <LongTextField
            label={t('disclosure.questions')}
            hint={t('disclosure.questionsHint')}
            name="questions"
            rows={3}
            maxLength={4000}
            value={questions}
            onChange={setQuestions}
            isRequired
          />
          <div className="actions">
            <Button
              kind="primary"
              busy={back.isPending}
              disabled={questions.trim() === ''}
              onClick={() => back.mutate()}
            >
              {t('disclosure.giveBack')}
            </Button>
            <Button onClick={() => setQuestions(undefined)}>{t('general.cancel')}</Button>
          </div>
        </>
      )}
      <ProblemAlert error={accept.error ?? back.error} />
    </Panel>
  )
}

function Doubles({ one }: { one: AchievementWire }) {
  const { t } = useLanguage()
  const [into, setInto] = useState<string>()
  const [reason, setReason] = useState('')
  const query = useQuery(duplicatesQuery(one.id))
  const join = useStep(one.id, () =>
    merge(one.id, { into: into ?? '', reason, expectedSeq: one.seq }),
  )
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t('disclosure.doubles')}>
      <p className="muted">{t('disclosure.doublesHint')}</p>
      <ul className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <a href={`/achievements/${item.id}`}>{item.number}</a> {item.title}{' '}
            <span className="muted">
              {t('disclosure.likeness', { percent: item.likeness })}
              {item.numbers.length > 0 &&
                ` · ${t('disclosure.sameNumbers', { numbers: item.numbers.join('、') })}`}
            </span>{' '}
            <Button kind="quiet" small onClick={() => setInto(item.id)}>
              {t('disclosure.mergeInto')}
            </Button>
          </li>
        ))}
      </ul>
      {into && (
        <>
          <LongTextField
            label={t('history.why')}
            hint={t('disclosure.mergeHint', {
              number: items.find(({ id }) => id === into)?.number ?? '',
            })}
            name="mergeReason"
            maxLength={500}
            value={reason}
            onChange={setReason}
            isRequired
          />
          <div className="actions">
            <Button
              kind="danger"
              busy={join.isPending}
              disabled={reason.trim() === ''}
              onClick={() => join.mutate()}
            >
              {t('disclosure.merge')}
            </Button>
            <Button onClick={() => setInto(undefined)}>{t('general.cancel')}</Button>
          </div>
        </>
      )}
      <ProblemAlert error={join.error} />
    </Panel>
  )
}
