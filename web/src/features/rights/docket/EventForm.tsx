import { type EventKind, eventKinds, ruleOf } from '@yizhuan/docket'
import type { RecordEventWire } from '@yizhuan/server/wire/rights/docket/docket'
import { useState } from 'react'
import type { StoredFile } from '../../../api/files.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField, NumberField } from '../../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, typedYuan } from '../../../ui/Money.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type DocketWire, recordEvent, useRereadRight } from './docket.api.ts'

type Draft = Readonly<Record<string, string>>

/** What is known of an event before it is entered. */
export interface Suggested {
  readonly kind?: EventKind
  readonly year?: number
  readonly fen?: string | undefined
}

const asked = [
  'kind',
  'on',
  'source',
  'ref',
  'day',
  'by',
  'until',
  'year',
  'fen',
  'days',
  'exclusivity',
  'owners',
  'despite',
]

/** Records what befell a right: only what the event tells is asked for. */
export function EventForm(props: {
  id: string
  docket: DocketWire
  of?: Suggested
  onClose: () => void
}) {
  const { t, say, named } = useLanguage()
  const { id, docket, of = {}, onClose } = props
  const reread = useRereadRight(id)
  const [draft, setDraft] = useState<Draft>(draftOf(of, docket.today))
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, asked)
  const kind = draft['kind'] as EventKind | undefined
  const { needs = [], takes = [] } = kind ? ruleOf(kind) : {}
  const isUnexpected = error instanceof ApiProblem && error.body.code === 'event-not-expected'
  const [confirmed, confirm] = useState<readonly number[]>([])
  const yearsOpen = openYearsIn(error)
  const field = (name: string) => ({
    label: named('docket.eventFields', name),
    name,
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: wrong.at(name),
    isRequired: (needs as readonly string[]).includes(name),
  })
  const has = (name: string) => ([...needs, ...takes] as readonly string[]).includes(name)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await recordEvent(id, {
        ...bodyOf(draft),
        ...(files.length > 0 && {
          files: files.map(({ name, sha256, size }) => ({ name, sha256, size })),
        }),
        ...(confirmed.length > 0 && { takenAsPaid: [...confirmed] }),
      })
      await reread()
      onClose()
    } catch (problem) {
      confirm([])
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('docket.recordEvent')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ChoiceField
          {...field('kind')}
          isRequired
          isFolded
          choices={docket.possible
            .toSorted((a, b) => Number(b.isExpected) - Number(a.isExpected))
            .map(({ kind: value, isExpected }) => ({
              value,
              label: isExpected
                ? say(ruleOf(value).words)
                : t('docket.unexpected', { event: say(ruleOf(value).words) }),
            }))}
        />
        <DayField {...field('on')} isRequired max={docket.today} />
        {has('year') && <NumberField {...field('year')} min={1} max={40} />}
        {has('fen') && <MoneyField {...field('fen')} />}
        {has('day') && <DayField {...field('day')} max={docket.today} />}
        {has('exclusivity') && (
          <ChoiceField
            {...field('exclusivity')}
            choices={(['exclusive', 'sole', 'ordinary'] as const).map((value) => ({
              value,
              label: named('docket.exclusivities', value),
            }))}
          />
        )}
        {has('by') && (
          <ChoiceField
            {...field('by')}
            hint={t('docket.byHint')}
            choices={(['electronic', 'mail'] as const).map((value) => ({
              value,
              label: named('docket.deliveries', value),
            }))}
          />
        )}
        {has('until') && (
          <DayField {...field('until')} hint={t('docket.untilHint')} min={draft['on'] ?? ''} />
        )}
        {has('days') && <NumberField {...field('days')} min={1} />}
        {has('owners') && <NumberField {...field('owners')} min={1} />}
        {has('ref') && <TextField {...field('ref')} maxLength={100} width="medium" />}
        <TextField {...field('source')} hint={t('docket.sourceHint')} isRequired maxLength={300} />
        <FilesField label={t('docket.papers')} files={files} onChange={setFiles} withCamera />
        {(isUnexpected || draft['despite']) && <LongTextField {...field('despite')} isRequired />}
        {yearsOpen.length > 0 && (
          <FlagField
            label={t('docket.takeAsPaid', { years: yearsOpen.join(', ') })}
            hint={t('docket.takeAsPaidHint')}
            value={confirmed.length > 0}
            onChange={(isOn) => confirm(isOn ? yearsOpen : [])}
          />
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('docket.record')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The earlier years that the server asks about before it takes a payment; a new answer asks anew. */
function openYearsIn(error: unknown): readonly number[] {
  if (!(error instanceof ApiProblem) || error.body.code !== 'earlier-fees-open') return []
  const { years } = (error.body.facts ?? {}) as { years?: readonly number[] }
  return years ?? []
}

function draftOf({ kind, year, fen }: Suggested, today: string): Draft {
  return {
    on: today,
    ...(kind && { kind }),
    ...(year !== undefined && { year: String(year) }),
    ...(fen !== undefined && { fen: typedYuan(fen) }),
  }
}

const numbers = ['year', 'days', 'owners']

/** What is sent: only what this kind of event tells. */
function bodyOf(draft: Draft): RecordEventWire {
  const kind = eventKinds.find((each) => each === draft['kind'])
  const { needs = [], takes = [] } = kind ? ruleOf(kind) : {}
  const told = ['kind', 'on', 'source', 'despite', ...needs, ...takes]
  const given = Object.entries(draft).filter(([name, value]) => told.includes(name) && value !== '')
  const fields = given.map(([name, value]) => {
    if (numbers.includes(name)) return [name, Number(value)]
    return [name, name === 'fen' ? (fenText(value) ?? value) : value.trim()]
  })
  return Object.fromEntries(fields) as RecordEventWire // The server checks every field and names the one that is wrong.
}
