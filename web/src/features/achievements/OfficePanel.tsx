import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { NotYetFound } from '../../ui/NotYetFound.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import {
  type AchievementWire,
  acceptDisclosure,
  duplicatesQuery,
  giveBack,
  merge,
  type ProgressWire,
  readAchievements,
} from './achievement.api.ts'
import { Lacking } from './Lacking.tsx'

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
  const [open, setOpen] = useState<'giveBack' | 'despite'>()
  const [words, setWords] = useState('')
  const accept = useStep(one.id, () => {
    const despite = open === 'despite' ? words.trim() : null
    return acceptDisclosure(one.id, { expectedSeq: one.seq, despite })
  })
  const back = useStep(one.id, () => giveBack(one.id, { expectedSeq: one.seq, questions: words }))
  const { lacking } = progress
  const turn = (to: typeof open) => {
    setWords('')
    setOpen(to)
  }
  return (
    <Panel title={t('disclosure.answer')}>
      <Lacking of={lacking} />
      {open === undefined ? (
        <div className="actions">
          <Button
            kind="primary"
            busy={accept.isPending}
            onClick={() => (lacking.asksWhy ? turn('despite') : accept.mutate())}
          >
            {t('disclosure.accept')}
          </Button>
          <Button onClick={() => turn('giveBack')}>{t('disclosure.giveBack')}</Button>
        </div>
      ) : (
        <Words
          what={open}
          value={words}
          onChange={setWords}
          isBusy={accept.isPending || back.isPending}
          onSend={() => (open === 'despite' ? accept.mutate() : back.mutate())}
          onCancel={() => turn(undefined)}
        />
      )}
      <ProblemAlert error={accept.error ?? back.error} />
    </Panel>
  )
}

/** What the office says with its answer: what it asks, or why it accepts what lacks something. */
function Words(props: {
  what: 'giveBack' | 'despite'
  value: string
  onChange: (value: string) => void
  isBusy: boolean
  onSend: () => void
  onCancel: () => void
}) {
  const { t } = useLanguage()
  const isBack = props.what === 'giveBack'
  return (
    <>
      <LongTextField
        label={t(isBack ? 'disclosure.questions' : 'disclosure.despite')}
        hint={t(isBack ? 'disclosure.questionsHint' : 'disclosure.despiteHint')}
        name={isBack ? 'questions' : 'despite'}
        rows={3}
        maxLength={isBack ? 4000 : 500}
        value={props.value}
        onChange={props.onChange}
        isRequired
      />
      <div className="actions">
        <Button
          kind="primary"
          busy={props.isBusy}
          disabled={props.value.trim() === ''}
          onClick={props.onSend}
        >
          {t(isBack ? 'disclosure.giveBack' : 'disclosure.acceptDespite')}
        </Button>
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
      </div>
    </>
  )
}

function Doubles({ one }: { one: AchievementWire }) {
  const { t, listed } = useLanguage()
  const [into, setInto] = useState<Kept>()
  const query = useQuery(duplicatesQuery(one.id))
  const items = query.data?.items ?? []
  return (
    <Panel title={items.length > 0 ? t('disclosure.doubles') : undefined}>
      {items.length > 0 && (
        <>
          <p className="muted">{t('disclosure.doublesHint')}</p>
          <ul className="rows">
            {items.map((item) => (
              <li key={item.id}>
                <a href={`/achievements/${item.id}`}>{item.number}</a> {item.title}{' '}
                <span className="muted">
                  {t('disclosure.likeness', { percent: item.likeness })}
                  {item.numbers.length > 0 &&
                    ` · ${t('disclosure.sameNumbers', { numbers: listed(item.numbers) })}`}
                </span>{' '}
                <Button kind="quiet" small onClick={() => setInto(item)}>
                  {t('disclosure.mergeInto')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {/* Doubles are looked for by the words of the title, as any record is. */}
      <NotYetFound q={one.title} kind="achievement" />
      {into ? (
        <Merge one={one} into={into} onCancel={() => setInto(undefined)} />
      ) : (
        <Other own={one.number} onFound={setInto} />
      )}
    </Panel>
  )
}

interface Kept {
  readonly id: string
  readonly number: string
  readonly title: string
}

/** A record that was not suggested, by its number. */
function Other(props: { own: string; onFound: (kept: Kept) => void }) {
  const { t } = useLanguage()
  const [number, setNumber] = useState('')
  const seek = useMutation({
    mutationFn: async () => {
      const { items } = await readAchievements({ q: number.trim() })
      return items.find((item) => item.number === number.trim() && item.number !== props.own)
    },
    onSuccess: (found) => found && props.onFound(found),
  })
  return (
    <details>
      <summary className="muted">{t('disclosure.mergeOther')}</summary>
      <TextField
        label={t('disclosure.keptNumber')}
        name="keptNumber"
        width="medium"
        placeholder="CG-2026-0001"
        value={number}
        error={seek.isSuccess && !seek.data ? t('disclosure.noSuchNumber') : undefined}
        onChange={(value) => {
          seek.reset()
          setNumber(value)
        }}
      />
      <Button busy={seek.isPending} disabled={number.trim() === ''} onClick={() => seek.mutate()}>
        {t('disclosure.mergeInto')}
      </Button>
      <ProblemAlert error={seek.error} />
    </details>
  )
}

function Merge(props: { one: AchievementWire; into: Kept; onCancel: () => void }) {
  const { t } = useLanguage()
  const { one, into } = props
  const [reason, setReason] = useState('')
  const join = useStep(one.id, () => merge(one.id, { into: into.id, reason, expectedSeq: one.seq }))
  return (
    <>
      <p>
        <strong>
          {into.number} {into.title}
        </strong>
      </p>
      <LongTextField
        label={t('history.why')}
        hint={t('disclosure.mergeHint', { number: into.number })}
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
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
      </div>
      <ProblemAlert error={join.error} />
    </>
  )
}
