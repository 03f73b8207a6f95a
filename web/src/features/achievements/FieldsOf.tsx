import { useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import type { HistoryWire } from '@yizhuan/server/wire/achievements/achievement'
import { type FormEvent, useState } from 'react'
import { read } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AchievementWire, correct, type DisclosureListsWire } from './achievement.api.ts'
import { choiceIn, chosenAnew, type FieldOf, fieldsFor, noField } from './fields.ts'

interface Known {
  readonly one: AchievementWire
  readonly lists: DisclosureListsWire
}

/** The field of transfer by each text that speaks here, with where it is known from; the office chooses it. */
export function FieldsOf({ one, lists, mayWrite }: Known & { mayWrite: boolean }) {
  const { t } = useLanguage()
  const [choosing, choose] = useState<FieldOf>()
  const path = `/achievements/${one.id}/history`
  const isChosen = Object.keys(one.transferFields).length > 0
  const history = useQuery({
    queryKey: [path],
    queryFn: () => read<HistoryWire>(path),
    enabled: isChosen,
  })
  return (
    <>
      {fieldsFor(one, lists).map((field) => (
        <div key={field.pack}>
          <Said field={field} lists={lists} /> <CiteText cite={field.cite} />
          <div className="muted">
            <Origin field={field} history={history.data} />
          </div>
          {mayWrite && (
            <Button kind="quiet" small onClick={() => choose(field)}>
              {t(field.from === 'open' ? 'disclosure.chooseField' : 'disclosure.correctField')}
            </Button>
          )}
        </div>
      ))}
      {choosing && (
        <Choosing one={one} lists={lists} field={choosing} onClose={() => choose(undefined)} />
      )}
    </>
  )
}

function useFieldWord({ kinds }: DisclosureListsWire, pack: string) {
  const { t, say } = useLanguage()
  const codes = kinds.fields.find((one) => one.pack === pack)?.codes
  return (code: string) => (code === noField ? t('disclosure.noField') : say(codes?.[code]))
}

function Said({ field, lists }: { field: FieldOf; lists: DisclosureListsWire }) {
  const { t } = useLanguage()
  const word = useFieldWord(lists, field.pack)
  const words = field.codes.map(word).join(' / ')
  if (field.from === 'open') return t('disclosure.fieldOpen', { fields: words })
  return field.from === 'unknown' ? t('disclosure.fieldUnknown') : words
}

function Origin({ field, history }: { field: FieldOf; history: HistoryWire | undefined }) {
  const { t } = useLanguage()
  if (field.from === 'kind') return t('disclosure.fieldByKind')
  if (field.from !== 'chosen') return null
  const made = choiceIn(history, field.pack)
  if (!made) return t('disclosure.fieldChosen')
  return (
    <>
      {t('disclosure.fieldChosenBy', { by: made.by, at: timeInChina(made.at) })}
      {made.reason && ` ${t('history.reason', { reason: made.reason })}`}
    </>
  )
}

/** One choice of a text, or that none fits, or again as the kind says; always with a reason. */
function Choosing({ one, lists, field, onClose }: Known & { field: FieldOf; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const word = useFieldWord(lists, field.pack)
  const codes = lists.kinds.fields.find(({ pack }) => pack === field.pack)?.codes ?? {}
  const before = one.transferFields[field.pack]
  const [code, setCode] = useState<string | undefined>(before)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const choices = [
    ...[...Object.keys(codes), noField].map((value) => ({ value, label: word(value) })),
    ...(before === undefined ? [] : [{ value: '', label: t('disclosure.fieldAsKind') }]),
  ]
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    const transferFields = chosenAnew(one.transferFields, field.pack, code ?? '')
    try {
      await correct(one.id, { transferFields, reason, expectedSeq: one.seq })
      await client.invalidateQueries({ queryKey: ['achievement', one.id] })
      await client.invalidateQueries({ queryKey: [`/achievements/${one.id}/history`] })
      onClose()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('disclosure.fieldsOf')} onClose={onClose}>
      <form onSubmit={save} className="form">
        <p className="hint">
          {t('disclosure.fieldHint')} <CiteText cite={field.cite} />
        </p>
        <ChoiceField
          label={t('disclosure.fieldsOf')}
          name="transferFields"
          value={code}
          choices={choices}
          isFolded={false}
          onChange={setCode}
          isRequired
        />
        <LongTextField
          label={t('history.why')}
          name="reason"
          maxLength={500}
          value={reason}
          onChange={setReason}
          isRequired
        />
        <ProblemAlert error={error} />
        <div className="actions">
          <Button
            type="submit"
            kind="primary"
            busy={isBusy}
            disabled={code === undefined || code === before || reason.trim() === ''}
          >
            {t('disclosure.saveCorrection')}
          </Button>
          <Button onClick={onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
