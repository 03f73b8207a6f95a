import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { DeclareForm } from './DeclareForm.tsx'
import {
  type DeclarationWire,
  interestsQuery,
  type PersonInterestsWire,
  revealHolder,
  tiesQuery,
} from './interest.api.ts'

const tones = { none: 'due', expired: 'due', valid: 'good' } as const

/** What one person declared of ties to enterprises: one's own, or another's for those who look after deals. */
export function PersonInterests(props: { person: string; mayReveal: boolean }) {
  const query = useQuery(interestsQuery(props.person))
  return <Loaded query={query}>{(all) => <Whole all={all} {...props} />}</Loaded>
}

function Whole(props: { all: PersonInterestsWire; person: string; mayReveal: boolean }) {
  const { t, named } = useLanguage()
  const { all, person, mayReveal } = props
  const [isOpen, setOpen] = useState(false)
  const isMine = person === 'me'
  const [newest, ...older] = all.declarations
  return (
    <>
      <PageHeader
        title={isMine ? t('interests.mine') : t('interests.of', { name: all.person.name })}
        note={t('interests.note', { count: all.months })}
      >
        {isMine && (
          <Button kind="primary" onClick={() => setOpen(true)}>
            {newest ? t('interests.renew') : t('interests.declare')}
          </Button>
        )}
      </PageHeader>
      <Callout tone={tones[all.state]} title={named('interests.states', all.state)}>
        {newest && (
          <div>
            {t('interests.validUntil')} <DayText day={newest.validUntil} />
          </div>
        )}
        {all.state === 'none' && <div>{t('interests.noneHint')}</div>}
      </Callout>
      {newest && <Declaration one={newest} mayReveal={mayReveal} />}
      {older.map((one) => (
        <details key={one.id} className="panel">
          <summary>
            {t('interests.earlier')} <DayText day={one.declaredOn} isShort />
          </summary>
          <Declaration one={one} mayReveal={mayReveal} />
        </details>
      ))}
      {isOpen && <DeclareForm {...(newest && { before: newest })} onClose={() => setOpen(false)} />}
    </>
  )
}

function Declaration({ one, mayReveal }: { one: DeclarationWire; mayReveal: boolean }) {
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(tiesQuery)
  const [opening, open] = useState<number>()
  return (
    <Panel
      title={
        <>
          {t('interests.declaredOn')} <DayText day={one.declaredOn} isShort />
        </>
      }
    >
      {one.enteredBy && <p className="hint">{t('interests.enteredBy', { name: one.enteredBy })}</p>}
      {one.hasNone && <Nothing text={t('interests.hasNone')} />}
      <ul className="rows">
        {one.items.map((item) => (
          <li key={item.line}>
            <strong>{item.enterprise}</strong> {item.uscc && <code>{item.uscc}</code>}
            <div className="muted">
              {say(lists?.through[item.through])}
              {item.holder && ` ${item.holder}`} · {say(lists?.ties[item.tie])}
              {item.detail && ` · ${item.detail}`}{' '}
              {mayReveal && item.holder && (
                <Button small kind="quiet" onClick={() => open(item.line)}>
                  {t('people.reveal')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {opening !== undefined && (
        <Reveal declaration={one.id} line={opening} onClose={() => open(undefined)} />
      )}
    </Panel>
  )
}

function Reveal(props: { declaration: string; line: number; onClose: () => void }) {
  const { t } = useLanguage()
  const { declaration, line, onClose } = props
  const [purpose, setPurpose] = useState('')
  const open = useMutation({ mutationFn: () => revealHolder({ declaration, line, purpose }) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate()
  }
  return (
    <Dialog title={t('interests.fields.holder')} onClose={onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={open.error} />
        {open.data ? (
          <p>
            <strong>{open.data.value}</strong>
            <br />
            <span className="muted">{t('people.revealed')}</span>
          </p>
        ) : (
          <TextField
            label={t('people.purpose')}
            hint={t('people.revealHint')}
            value={purpose}
            onChange={setPurpose}
            isRequired
            isFirst
          />
        )}
        <div className="actions">
          {!open.data && (
            <Button type="submit" kind="primary" busy={open.isPending}>
              {t('people.reveal')}
            </Button>
          )}
          <Button onClick={onClose}>{t('general.close')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
