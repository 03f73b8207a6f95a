import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../../api/ids.ts'
import { Button } from '../Button.tsx'
import { Dialog } from '../Dialog.tsx'
import { ChoiceField } from '../fields/ChoiceFields.tsx'
import { DayField } from '../fields/FigureFields.tsx'
import { LongTextField, TextField } from '../fields/TextFields.tsx'
import { useLanguage } from '../language.ts'
import { Loaded } from '../Page.tsx'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { useDepartments } from '../useDepartments.ts'
import { AchievementField } from './AchievementField.tsx'
import { EditPreview } from './EditPreview.tsx'
import { EditRun } from './EditRun.tsx'
import { type AlikeField, foreseeEdits, kindsQuery, startEdits } from './edits.api.ts'
import { useCodeWords } from './useCodeWords.ts'

/** The register, and the records of it that are to be edited. */
export interface Chosen {
  readonly kind: string
  /** The words of its fields. */
  readonly group: string
  /** Those picked; otherwise all that the filter of the list finds. */
  readonly ids?: readonly string[]
  readonly filter: Readonly<Record<string, string | undefined>>
}

/** The same edit of many records: which fields, what would become of each, the order, its progress. */
export function EditMany({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const { t } = useLanguage()
  const kinds = useQuery(kindsQuery)
  const [run, setRun] = useState<string>()
  const fields = kinds.data?.items.find(({ kind }) => kind === chosen.kind)?.fields ?? []
  return (
    <Dialog title={t('edits.title')} onClose={onClose} className="wide">
      <Loaded query={kinds}>
        {() =>
          run === undefined ? (
            <Ordering chosen={chosen} fields={fields} onStarted={setRun} onClose={onClose} />
          ) : (
            <EditRun key={run} id={run} group={chosen.group} onUndone={setRun} />
          )
        }
      </Loaded>
    </Dialog>
  )
}

type Draft = Readonly<Record<string, string>>

function Ordering(props: {
  chosen: Chosen
  fields: readonly AlikeField[]
  onStarted: (run: string) => void
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { chosen, fields } = props
  const { kind, group, ids, filter } = chosen
  const [draft, setDraft] = useState<Draft>({})
  const [reason, setReason] = useState('')
  // Made once: a second click on a slow line is the same order.
  const id = useRef(newId())
  const wanted = wantedOf(fields, draft)
  const isEmpty = Object.keys(wanted).length < Math.max(1, Object.keys(draft).length)
  const foresee = useMutation({
    mutationFn: () => {
      const given = Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1]))
      const which = ids ? { ids: [...ids] } : { filter: Object.fromEntries(given) }
      return foreseeEdits({ kind, fields: wanted, ...which })
    },
  })
  const send = useMutation({
    mutationFn: (records: { id: string; expectedSeq: number }[]) =>
      startEdits({ id: id.current, kind, fields: wanted, reason, records }),
    onSuccess: (started) => props.onStarted(started.id),
  })
  const lacking = isEmpty
    ? t(Object.keys(draft).length === 0 ? 'edits.chooseField' : 'edits.fillField')
    : reason.trim() === ''
      ? t('edits.sayWhy')
      : undefined
  if (foresee.data) {
    return (
      <EditPreview
        preview={foresee.data}
        group={group}
        error={send.error}
        isBusy={send.isPending}
        onConfirm={(records) => send.mutate(records)}
        onBack={() => {
          id.current = newId()
          send.reset()
          foresee.reset()
        }}
      />
    )
  }
  return (
    <div className="form">
      <p>{ids ? t('edits.forPicked', { count: ids.length }) : t('edits.forAll')}</p>
      <fieldset className="field">
        <legend>{t('edits.which')}</legend>
        <div className="choices">
          {fields.map((field) => (
            <OneField
              key={field.field}
              field={field}
              group={group}
              draft={draft}
              onDraft={setDraft}
            />
          ))}
        </div>
      </fieldset>
      <LongTextField
        label={t('history.why')}
        name="editReason"
        maxLength={500}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <ProblemAlert error={foresee.error} />
      {lacking !== undefined && <p className="hint">{lacking}</p>}
      <div className="dialog-foot">
        <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        <Button
          kind="primary"
          busy={foresee.isPending}
          disabled={lacking !== undefined}
          onClick={() => foresee.mutate()}
        >
          {t('edits.foresee')}
        </Button>
      </div>
    </div>
  )
}

/** A field to set, once it is ticked. */
function OneField(props: {
  field: AlikeField
  group: string
  draft: Draft
  onDraft: (draft: Draft) => void
}) {
  const { t, named } = useLanguage()
  const { field, input, choices = [], mayBeEmpty } = props.field
  const { group, draft, onDraft } = props
  const say = useCodeWords(group)
  const label = named(`${group}.fields`, field)
  const isSet = draft[field] !== undefined
  const turn = () => {
    const { [field]: _before, ...others } = draft
    onDraft(isSet ? others : { ...draft, [field]: '' })
  }
  const common = {
    label: t('edits.newValue', { field: label }),
    name: `edit-${field}`,
    value: draft[field],
    onChange: (value: string) => onDraft({ ...draft, [field]: value }),
    ...(mayBeEmpty && { hint: t('edits.mayBeEmpty') }),
  }
  return (
    <div>
      <label className="choice">
        <input type="checkbox" checked={isSet} onChange={turn} />
        <span>{label}</span>
      </label>
      {isSet && input === 'text' && <TextField {...common} maxLength={2000} />}
      {isSet && input === 'names' && <TextField {...common} hint={t('edits.listHint')} />}
      {isSet && input === 'unit' && <UnitField {...common} />}
      {isSet && input === 'achievement' && <AchievementField {...common} />}
      {isSet && input === 'day' && <DayField {...common} />}
      {isSet && input === 'choice' && (
        <ChoiceField
          {...common}
          isFolded
          choices={choices.map((value) => ({ value, label: say(field, value) }))}
        />
      )}
    </div>
  )
}

/** A department of the institution. */
function UnitField(props: {
  label: string
  name: string
  value: string | undefined
  onChange: (id: string) => void
  hint?: string
}) {
  const { open } = useDepartments()
  return (
    <ChoiceField
      {...props}
      isFolded
      choices={open.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

/** The fields as the server takes them; one that is required and empty is not there yet. */
function wantedOf(fields: readonly AlikeField[], draft: Draft): Record<string, unknown> {
  const wanted = fields.flatMap(({ field, input, mayBeEmpty }): [string, unknown][] => {
    const text = draft[field]?.trim()
    if (text === undefined) return []
    if (input === 'names')
      return [
        [
          field,
          text
            .split(/[、,，;；]/)
            .map((one) => one.trim())
            .filter(Boolean),
        ],
      ]
    if (text !== '') return [[field, text]]
    return mayBeEmpty ? [[field, null]] : []
  })
  return Object.fromEntries(wanted)
}
