import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { mappingOf, type Row, rowsOf } from './case-rows.ts'
import type { EditFormProps } from './EditDialog.tsx'
import { caseQuery, type EditWire, factsQuery } from './revision.api.ts'

type CaseEdit = Extract<EditWire, { kind: 'case' }>

const statuses = ['met', 'breached', 'pending', 'na', 'unknown'] as const

/** A worked example: facts, a day, and what must follow. One that is there can be the beginning. */
export function CaseForm({ amendment, editable, frame }: EditFormProps) {
  const { t, say, named } = useLanguage()
  const [known, setKnown] = useState('')
  const [name, setName] = useState('')
  const [zh, setZh] = useState('')
  const [asOf, setAsOf] = useState('')
  const [facts, setFacts] = useState<readonly Row[]>([])
  const [expect, setExpect] = useState<readonly Row[]>([])
  const [others, setOthers] = useState<Readonly<Record<string, unknown>>>({})
  const [isGone, setGone] = useState(false)
  const old = useQuery(caseQuery(amendment.id, amendment.seq, known))
  const vocabulary = useQuery(factsQuery(amendment.pack))
  useEffect(() => {
    if (!old.data) return
    const { zh, asOf, facts, expect, ...rest } = old.data.is
    setName(old.data.name)
    setZh(String(zh ?? ''))
    setAsOf(String(asOf))
    setFacts(rowsOf(facts))
    setExpect(rowsOf(expect).map((row) => ({ ...row, value: statusIn(row.value) })))
    setOthers(rest)
  }, [old.data])
  const isSaid = zh.trim() !== '' && asOf !== '' && expect.length > 0
  const isWhole = name.trim() !== '' && (isGone || isSaid)
  const edit = {
    kind: 'case',
    name,
    is: isGone
      ? null
      : {
          ...others,
          zh,
          asOf,
          facts: mappingOf(facts),
          expect: expectedOf(expect, old.data?.is),
        },
  } as CaseEdit // The server looks at every value again.
  return frame(
    isWhole ? edit : undefined,
    <>
      <ChoiceField
        label={t('revisions.knownCase')}
        hint={t('revisions.knownCaseHint')}
        value={known}
        onChange={setKnown}
        choices={editable.cases.map((one) => ({
          value: one.name,
          label: say(one.title),
        }))}
        isFolded
      />
      <TextField
        label={t('revisions.caseNameZh')}
        value={zh}
        onChange={setZh}
        maxLength={200}
        isRequired={!isGone}
      />
      <TextField
        label={t('revisions.caseNameEn')}
        value={name}
        onChange={setName}
        maxLength={200}
        isRequired
      />
      {known === name && known !== '' && (
        <FlagField label={t('revisions.takeBackCase')} value={isGone} onChange={setGone} />
      )}
      {!isGone && (
        <>
          <DayField label={t('revisions.asOf')} value={asOf} onChange={setAsOf} isRequired />
          <Rows
            title={t('revisions.facts')}
            hint={t('revisions.factsHint')}
            rows={facts}
            onChange={setFacts}
            names={(vocabulary.data ?? []).map(({ id, label }) => ({ id, label: say(label) }))}
          />
          <Rows
            title={t('revisions.expect')}
            rows={expect}
            onChange={setExpect}
            names={editable.norms.map(({ id, title }) => ({ id, label: say(title) }))}
            values={statuses.map((value) => ({ value, label: named('status', value) }))}
          />
        </>
      )}
    </>,
  )
}

/** An expectation is shown by its status; what else it says of the norm stays. */
const statusIn = (typed: string): string => {
  if (!typed.startsWith('{')) return typed
  return String((JSON.parse(typed) as { status?: string }).status ?? '')
}

function expectedOf(rows: readonly Row[], old: Readonly<Record<string, unknown>> | undefined) {
  const before = (old?.['expect'] ?? {}) as Record<string, object>
  return Object.fromEntries(
    rows
      .filter(({ id }) => id !== '')
      .map(({ id, value }) => [id, { ...before[id], ...(value && { status: value }) }]),
  )
}

function Rows(props: {
  title: string
  hint?: string
  rows: readonly Row[]
  onChange: (rows: readonly Row[]) => void
  names: readonly { readonly id: string; readonly label: string }[]
  values?: readonly { readonly value: string; readonly label: string }[]
}) {
  const { t } = useLanguage()
  const list = useId()
  const { title, hint, rows, onChange, names, values } = props
  const change = (at: number, part: Partial<Row>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <fieldset className="field case-rows">
      <legend>{title}</legend>
      {hint && <div className="hint">{hint}</div>}
      <datalist id={list}>
        {names.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </datalist>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only appended and removed, and have no other name
        <div key={at} className="case-row">
          <input
            className="input"
            list={list}
            aria-label={t('revisions.rowName', { title })}
            title={names.find(({ id }) => id === row.id)?.label}
            value={row.id}
            onChange={({ target }) => change(at, { id: target.value })}
          />
          {values ? (
            <select
              className="input"
              aria-label={t('revisions.rowValue', { title })}
              value={row.value}
              onChange={({ target }) => change(at, { value: target.value })}
            >
              <option value="">{t('general.choose')}</option>
              {values.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          ) : (
            <input
              className="input"
              aria-label={t('revisions.rowValue', { title })}
              value={row.value}
              onChange={({ target }) => change(at, { value: target.value })}
            />
          )}
          <Button
            kind="quiet"
            small
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            {t('general.remove')}
          </Button>
        </div>
      ))}
      <Button small onClick={() => onChange([...rows, { id: '', value: '' }])}>
        {t('revisions.addRow')}
      </Button>
    </fieldset>
  )
}
