import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'
import { type NoticeWire, noticeQuery, object } from './notice.api.ts'
import { emptyObjection, type ObjectionForm, sentOf, wrongsOf } from './objection.ts'
import { Receipt } from './Receipt.tsx'

/** Where anybody objects to a notice in their own name, or gives a hint without one. */
export function ObjectPage({ id }: { id: string }) {
  const query = useQuery(noticeQuery(id))
  return <Loaded query={query}>{(notice) => <Objecting notice={notice} />}</Loaded>
}

function Objecting({ notice }: { notice: NoticeWire }) {
  const { t } = useLanguage()
  const [form, setForm] = useState(emptyObjection)
  const [isTried, setTried] = useState(false)
  const place = useRef<HTMLFormElement>(null)
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => object(notice.id, sentOf(form)),
    // The notice is suspended from now on: nobody is to see it running.
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['notice', notice.id], refetchType: 'none' })
      void client.invalidateQueries({ queryKey: ['notices'], refetchType: 'none' })
    },
  })
  useLeaveGuard(!send.isSuccess && form !== emptyObjection)
  if (send.data) return <Receipt notice={notice} receipt={send.data} sent={sentOf(form)} />
  if (!notice.objectable) return <Callout tone="due" title={t('notices.closed')} />

  const wrongs = isTried ? wrongsOf(form) : {}
  const refused = new Map(
    send.error instanceof ApiProblem
      ? (send.error.body.errors ?? []).map(({ pointer, detail }) => [pointer.slice(2), detail])
      : [],
  )
  const field = (name: 'name' | 'idNumber' | 'contact' | 'text') => {
    const wrong = wrongs[name]
    return {
      name,
      value: form[name],
      error: wrong ? t(`notices.wrong.${wrong}`) : refused.get(name),
      onChange: (value: string) => {
        send.reset()
        setForm({ ...form, [name]: value })
      },
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const [first] = Object.keys(wrongsOf(form))
    if (first === undefined) send.mutate()
    else place.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }
  return (
    <div className="narrow wide">
      <PageHeader
        title={t('notices.object')}
        note={<a href={`/notices/${notice.id}`}>{notice.title}</a>}
      />
      <Panel>
        <form ref={place} onSubmit={submit} noValidate>
          <ProblemAlert error={send.error} shown={({ pointer }) => refused.has(pointer.slice(2))} />
          <ChoiceField
            label={t('notices.way')}
            value={form.isAnonymous ? 'tip' : 'objection'}
            onChange={(way) => setForm({ ...form, isAnonymous: way === 'tip' })}
            choices={[
              { value: 'objection', label: t('notices.ways.objection') },
              { value: 'tip', label: t('notices.ways.tip') },
            ]}
            hint={form.isAnonymous ? t('notices.tipHint') : t('notices.objectHint')}
          />
          {!form.isAnonymous && <Identity field={field} />}
          <LongTextField
            {...field('text')}
            label={t('notices.text')}
            rows={5}
            maxLength={4000}
            isRequired
          />
          <div className="actions">
            <Button type="submit" kind="primary" busy={send.isPending}>
              {t('notices.send')}
            </Button>
            <LinkButton href={`/notices/${notice.id}`}>{t('general.cancel')}</LinkButton>
          </div>
        </form>
      </Panel>
    </div>
  )
}

type FieldOf = (name: Exclude<keyof ObjectionForm, 'isAnonymous'>) => {
  name: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function Identity({ field }: { field: FieldOf }) {
  const { t } = useLanguage()
  return (
    <>
      <TextField
        {...field('name')}
        label={t('notices.realName')}
        autoComplete="name"
        maxLength={60}
        isRequired
      />
      <TextField
        {...field('idNumber')}
        label={`${t('notices.idNumber')}（${t('general.optional')}）`}
        hint={t('notices.idHint')}
        maxLength={20}
      />
      <TextField
        {...field('contact')}
        label={t('notices.contact')}
        hint={t('notices.contactHint')}
        maxLength={120}
        isRequired
      />
    </>
  )
}
