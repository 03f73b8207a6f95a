import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { endPost, enterPost, type PersonWire, type PostWire, unitsQuery } from './people.api.ts'

const kinds = ['chief', 'deputy', 'middle', 'other'] as const

/** The posts with their days: they answer, on the day of an act, who leads. */
export function Posts({ one, mayChange }: { one: PersonWire; mayChange: boolean }) {
  const { t, named } = useLanguage()
  const [isNew, setNew] = useState(false)
  const [ending, end] = useState<PostWire>()
  return (
    <Panel
      title={t('people.posts')}
      extra={
        mayChange && (
          <Button small onClick={() => setNew(true)}>
            {t('people.appoint')}
          </Button>
        )
      }
    >
      <p className="hint">{t('people.postsHint')}</p>
      {one.posts.length === 0 && <p className="muted">{t('people.noPosts')}</p>}
      <ul className="rows">
        {one.posts.map((post) => (
          <li key={post.id}>
            <strong>
              {post.unit && `${post.unit.name} `}
              {post.title}
            </strong>{' '}
            <span className={`chip ${post.kind === 'chief' ? 'chip-due' : ''}`}>
              {named('people.postKinds', post.kind)}
            </span>{' '}
            {post.forTransfer && (
              <span className="chip chip-current">{t('people.forTransfer')}</span>
            )}
            <div className="muted">
              <DayText day={post.from} isShort /> {t('people.until')}{' '}
              {post.to ? <DayText day={post.to} isShort /> : t('people.now')}{' '}
              {mayChange && (
                <Button small kind="quiet" onClick={() => end(post)}>
                  {t('people.endPost')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {isNew && <NewPost person={one.id} onClose={() => setNew(false)} />}
      {ending && <EndPost person={one.id} post={ending} onClose={() => end(undefined)} />}
    </Panel>
  )
}

function NewPost({ person, onClose }: { person: string; onClose: () => void }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const { data: units } = useQuery(unitsQuery)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<(typeof kinds)[number]>()
  const [unitId, setUnit] = useState('')
  const [forTransfer, setForTransfer] = useState(false)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const save = useMutation({
    mutationFn: () =>
      enterPost(person, {
        title,
        kind: kind ?? 'other',
        unitId: unitId || null,
        forTransfer,
        from,
        to: to || null,
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['title', 'kind', 'unitId', 'from', 'to'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={t('people.appoint')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <TextField
          label={t('people.postTitle')}
          value={title}
          onChange={setTitle}
          error={wrong.at('title')}
          isRequired
          isFirst
        />
        <ChoiceField
          label={t('people.postUnit')}
          hint={t('people.postUnitHint')}
          value={unitId}
          onChange={setUnit}
          choices={(units?.items ?? [])
            .filter(({ closedOn }) => closedOn === null)
            .map(({ id, name }) => ({ value: id, label: name }))}
          isFolded
          error={wrong.at('unitId')}
        />
        <ChoiceField
          label={t('people.postKind')}
          hint={t('people.postKindHint')}
          value={kind}
          onChange={(value) => setKind(value as (typeof kinds)[number])}
          choices={kinds.map((value) => ({ value, label: named('people.postKinds', value) }))}
          isRequired
          error={wrong.at('kind')}
        />
        <FlagField
          label={t('people.forTransferLabel')}
          hint={t('people.forTransferHint')}
          value={forTransfer}
          onChange={setForTransfer}
        />
        <DayField
          label={t('people.postFrom')}
          value={from}
          onChange={setFrom}
          error={wrong.at('from')}
          isRequired
        />
        <DayField
          label={t('people.postTo')}
          hint={t('people.postToHint')}
          value={to}
          onChange={setTo}
          error={wrong.at('to')}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending} disabled={!kind}>
            {t('people.save')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function EndPost(props: { person: string; post: PostWire; onClose: () => void }) {
  const { t, colon } = useLanguage()
  const client = useQueryClient()
  const { person, post, onClose } = props
  const [isError, setError] = useState('false')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const isAnnulled = isError === 'true'
  const save = useMutation({
    mutationFn: () => endPost(person, post.id, { to: isAnnulled ? null : to, reason }),
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  const wrong = fieldErrors(save.error, ['to', 'reason'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={`${t('people.endPost')}${colon}${post.title}`} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <ChoiceField
          label={t('people.endHow')}
          value={isError}
          onChange={setError}
          choices={[
            { value: 'false', label: t('people.ended') },
            { value: 'true', label: t('people.annulled') },
          ]}
        />
        {!isAnnulled && (
          <DayField
            label={t('people.postTo')}
            hint={t('people.postToHint')}
            value={to}
            onChange={setTo}
            error={wrong.at('to')}
            isRequired
          />
        )}
        <TextField
          label={t('people.reason')}
          value={reason}
          onChange={setReason}
          error={wrong.at('reason')}
          isRequired
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('people.save')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
