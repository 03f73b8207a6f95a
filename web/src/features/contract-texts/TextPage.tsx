import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address, withQuery } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { Compared } from './Compared.tsx'
import { bodyOf, draftOf, extraKey, type TextDraft } from './draft.ts'
import { PartCard } from './PartCard.tsx'
import { PartForm } from './PartForm.tsx'
import { TextState } from './TextState.tsx'
import { saveText, type TextWire, textQuery } from './text.api.ts'

/** A contract text: as it reads in a version, what is missing, and the next version as it is written. */
export function TextPage({ id }: { id: string }) {
  const params = useQueryParams()
  const version = Number(params.get('version')) || undefined
  const query = useQuery(textQuery(id, version))
  return (
    <Loaded query={query}>
      {(text) => (
        <Whole
          key={text.version}
          text={text}
          onVersion={(next) =>
            params.set({
              version: next === undefined || next === text.newest ? undefined : String(next),
              from: undefined,
            })
          }
          from={Number(params.get('from')) || undefined}
          onCompare={(from) => params.set({ from: from === undefined ? undefined : String(from) })}
        />
      )}
    </Loaded>
  )
}

function Whole(props: {
  text: TextWire
  from: number | undefined
  onVersion: (version: number | undefined) => void
  onCompare: (from: number | undefined) => void
}) {
  const { t, named } = useLanguage()
  const { text, from } = props
  const [isWriting, write] = useState(false)
  const isNewest = text.version === text.newest
  const back = text.contractId === null ? `/cases/${text.caseId}` : `/contracts/${text.contractId}`
  const hasEnglish = text.parts.some(({ en }) => en !== null)
  const file = (format: string, lang: string) =>
    address(withQuery(`/contract-texts/${text.id}/versions/${text.version}/${format}`, { lang }))
  return (
    <>
      <PageHeader
        title={text.title}
        note={
          <>
            {named('contractTexts.types', text.type)} ·{' '}
            {t('contractTexts.version', { version: text.version })} ·{' '}
            <a href={back}>{t('contractTexts.toDeal')}</a>
          </>
        }
      >
        <LinkButton href={file('docx', 'zh')} download>
          Word
        </LinkButton>
        <LinkButton href={file('pdf', 'zh')} download>
          PDF
        </LinkButton>
        {hasEnglish && (
          <LinkButton href={file('docx', 'both')} download>
            {t('contractTexts.bilingual')}
          </LinkButton>
        )}
        {text.mayDraft && isNewest && !isWriting && (
          <Button kind="primary" onClick={() => write(true)}>
            {t('contractTexts.write')}
          </Button>
        )}
      </PageHeader>
      {isWriting ? (
        <Writing text={text} onDone={() => write(false)} onVersion={props.onVersion} />
      ) : (
        <>
          <TextState text={text} onVersion={props.onVersion} onCompare={props.onCompare} />
          {from !== undefined && from !== text.version && (
            <Compared
              id={text.id}
              from={from}
              to={text.version}
              onClose={() => props.onCompare(undefined)}
            />
          )}
          <Panel title={t('contractTexts.reads')}>
            {text.parts.map((part) => (
              <PartCard key={part.slot} part={part} />
            ))}
          </Panel>
        </>
      )}
    </>
  )
}

function Writing(props: {
  text: TextWire
  onDone: () => void
  onVersion: (version: number | undefined) => void
}) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { text, onDone } = props
  const [draft, setDraft] = useState<TextDraft>(() => draftOf(text))
  const [isTouched, touch] = useState(false)
  const change = (next: TextDraft) => {
    touch(true)
    setDraft(next)
  }
  const save = useMutation({
    mutationFn: () => saveText(text.id, bodyOf(draft, text.newest)),
    onSuccess: async () => {
      touch(false)
      await client.invalidateQueries({ queryKey: ['contract-texts'] })
      onDone()
    },
  })
  useLeaveGuard(isTouched && !save.isSuccess)
  const places = draft.parts.map((_, at) => `parts/${at}`)
  const wrong = fieldErrors(save.error, ['title', 'note', 'inputs', ...places])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Panel title={t('contractTexts.fillIn')}>
        <p className="hint">{t('contractTexts.fillInHint')}</p>
        <TextField
          name="title"
          label={t('contractTexts.fields.title')}
          value={draft.title}
          onChange={(title) => change({ ...draft, title })}
          error={wrong.at('title')}
          isRequired
        />
        {text.asked.map(({ name, label }) => (
          <LongTextField
            key={name}
            name={name}
            label={say(label)}
            value={draft.inputs[name] ?? ''}
            rows={1}
            hint={name === '收款账户' ? t('contractTexts.accountHint') : undefined}
            onChange={(value) => change({ ...draft, inputs: { ...draft.inputs, [name]: value } })}
          />
        ))}
      </Panel>
      <Panel title={t('contractTexts.clauses')}>
        {draft.parts.map((part, at) => {
          const was = text.parts.find(({ slot }) => slot === part.slot)
          return (
            <PartForm
              key={part.slot}
              part={part}
              was={was}
              others={text.others}
              error={wrong.at(`parts/${at}`)}
              onChange={(next) =>
                change({
                  ...draft,
                  parts: draft.parts.map((one) => (one === part ? next : one)),
                })
              }
              {...(part.slot.startsWith('extra-') && {
                onRemove: () =>
                  change({ ...draft, parts: draft.parts.filter((one) => one !== part) }),
              })}
            />
          )
        })}
        {text.others.length > 0 && (
          <label className="field">
            {t('contractTexts.addClause')}
            <select
              className="input input-medium"
              value=""
              onChange={({ target }) => {
                if (!target.value) return
                const slot = extraKey(draft.parts)
                const added = { slot, clause: target.value, takesNewest: true, edit: null }
                change({ ...draft, parts: [...draft.parts, { ...added, reason: '' }] })
              }}
            >
              <option value="">{t('general.choose')}</option>
              {text.others.map(({ clause, name }) => (
                <option key={clause} value={clause}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </Panel>
      <Panel>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        {wrong.at('inputs') && <p className="error">{wrong.at('inputs')}</p>}
        <TextField
          name="note"
          label={t('contractTexts.fields.note')}
          value={draft.note}
          onChange={(note) => change({ ...draft, note })}
          error={wrong.at('note')}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('contractTexts.save', { version: text.newest + 1 })}
          </Button>
          <Button onClick={onDone}>{t('general.cancel')}</Button>
        </div>
      </Panel>
    </form>
  )
}
