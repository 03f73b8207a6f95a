import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { SpanText } from '../../ui/SpanText.tsx'
import type { EditFormProps } from './EditDialog.tsx'
import { type EditableWire, type EditWire, formsQuery } from './revision.api.ts'

type Parameter = EditableWire['parameters'][number]
type Dated = Parameter['values'][number]
type ValueEdit = Extract<EditWire, { kind: 'value' }>

/** A number of law: a new value from a day on, or the right one for a day. */
export function ValueForm({ editable, frame }: EditFormProps) {
  const { t, say } = useLanguage()
  const [id, setId] = useState('')
  const parameter = editable.parameters.find((one) => one.id === id)
  const [edit, setEdit] = useState<ValueEdit>()
  const choose = (next: string) => {
    const found = editable.parameters.find((one) => one.id === next)
    setId(next)
    setEdit(found && fromLast(found))
  }
  const isWhole = edit !== undefined && (edit.value === null || edit.value !== '')
  return frame(
    isWhole ? edit : undefined,
    <>
      <ChoiceField
        label={t('revisions.parameter')}
        value={id}
        onChange={choose}
        choices={editable.parameters.map((one) => ({ value: one.id, label: say(one.label) }))}
        isFolded
        isRequired
      />
      {parameter && edit && <Fields parameter={parameter} edit={edit} onEdit={setEdit} />}
    </>,
  )
}

/** A new value goes on where the last one stands: the same article, the same last day. */
function fromLast({ id, values }: Parameter): ValueEdit {
  const last = values.at(-1)
  return {
    kind: 'value',
    parameter: id,
    from: last?.from ?? null,
    to: last?.to ?? null,
    value: last?.value ?? '',
    cite: last?.cite ?? '',
    provenance: (last?.provenance ?? 'text') as ValueEdit['provenance'],
    reads: last?.reads ?? null,
  }
}

function Fields(props: {
  parameter: Parameter
  edit: ValueEdit
  onEdit: (edit: ValueEdit) => void
}) {
  const { t, named } = useLanguage()
  const { parameter, edit, onEdit } = props
  const change = (part: Partial<ValueEdit>) => onEdit({ ...edit, ...part })
  const isCorrection = parameter.values.some(({ from }) => from === edit.from)
  return (
    <>
      <Standing parameter={parameter} />
      {parameter.values.some(({ from }) => from !== null) && (
        <DayField
          label={t('revisions.from')}
          hint={t(isCorrection ? 'revisions.corrects' : 'revisions.begins')}
          value={edit.from ?? ''}
          onChange={(from) => change({ from })}
          isRequired
        />
      )}
      <DayField
        label={t('revisions.to')}
        hint={t('revisions.toHint')}
        value={edit.to ?? ''}
        onChange={(to) => change({ to: to === '' ? null : to })}
      />
      <TextField
        label={t('revisions.value')}
        hint={named('revisions.valueHints', parameter.type)}
        value={edit.value ?? ''}
        onChange={(value) => change({ value, reads: null })}
        width="short"
        maxLength={40}
        isRequired
      />
      <TextField
        label={t('revisions.cite')}
        hint={t('revisions.citeHint')}
        value={edit.cite}
        onChange={(cite) => change({ cite })}
        width="medium"
        maxLength={80}
        isRequired
      />
      <ChoiceField
        label={t('revisions.provenance')}
        value={edit.provenance}
        onChange={(provenance) =>
          change({ provenance: provenance as ValueEdit['provenance'], reads: null })
        }
        choices={(['text', 'external', 'system_default'] as const).map((value) => ({
          value,
          label: t(`policies.provenances.${value}`),
        }))}
      />
      {edit.provenance !== 'system_default' && (
        <Reads type={parameter.type} edit={edit} onReads={(reads) => change({ reads })} />
      )}
    </>
  )
}

/** How the number stands in the text: whoever enters it has read it there. */
function Reads(props: { type: string; edit: ValueEdit; onReads: (reads: string) => void }) {
  const { t } = useLanguage()
  const { data = [] } = useQuery(formsQuery(props.type, props.edit.value ?? ''))
  return (
    <ChoiceField
      label={t('revisions.reads')}
      hint={t('revisions.readsHint')}
      value={props.edit.reads ?? ''}
      onChange={props.onReads}
      choices={data.map((value) => ({ value, label: value }))}
      isFolded
      isRequired
    />
  )
}

function Standing({ parameter }: { parameter: Parameter }) {
  const { t, named } = useLanguage()
  return (
    <div className="muted">
      {named('policies.bounds', parameter.bound)} · {t('revisions.standing')}
      <ul className="plain">
        {parameter.values.map((one: Dated) => (
          <li key={one.from ?? ''}>
            <strong>{one.value}</strong>{' '}
            {one.from === null ? (
              t('policies.noFirstDay')
            ) : (
              <SpanText from={one.from} until={one.to ?? undefined} />
            )}{' '}
            <code>{one.cite}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}
