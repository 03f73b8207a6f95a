import type { EvaluateWire } from '@yizhuan/server/wire/disclosures/evaluation'
import { type FormEvent, useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { DealBenchmark } from '../../ui/deals/DealBenchmark.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, typedYuan } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { EvaluationsWire } from './achievement.api.ts'
import { type PriorArt, PriorArtFields } from './PriorArtFields.tsx'

const points = ['0', '1', '2', '3', '4', '5'] as const

/** A version of an evaluation as it is shown. */
export type Version = EvaluationsWire['items'][number]

/** An evaluation: of what kind, by whom, how it scores; of a review before filing also what came of it. */
export function EvaluationForm(props: {
  lists: EvaluationsWire
  achievement: string
  today: string
  /** The version that is corrected. */
  corrects?: Version | undefined
  onSave: (evaluation: EvaluateWire) => Promise<void>
  onCancel: () => void
}) {
  const { t, say } = useLanguage()
  const { lists, today, corrects } = props
  const [told, setTold] = useState({
    kind: corrects?.kind ?? lists.kinds[0]?.code ?? '',
    heldOn: corrects?.heldOn ?? today,
    evaluator: corrects?.evaluator ?? '',
    outcome: corrects?.outcome ?? '',
    reason: corrects?.reason ?? '',
    words: corrects?.words ?? '',
    value: corrects?.valueFen ? typedYuan(corrects.valueFen) : '',
    why: '',
  })
  const [priorArt, setPriorArt] = useState<readonly PriorArt[]>(corrects?.priorArt ?? [])
  const [scores, setScores] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(corrects?.scores ?? {}).map(([at, one]) => [at, `${one}`])),
  )
  const [files, setFiles] = useState<readonly StoredFile[]>(corrects?.files ?? [])
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const put = (changes: Partial<typeof told>) => setTold((before) => ({ ...before, ...changes }))
  const kind = lists.kinds.find(({ code }) => code === told.kind)
  const isReview = told.kind === 'pre_filing'
  const choices = (labels: EvaluationsWire['outcomes']) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: say(label) }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    // What cannot be read goes as it was typed, and is refused: nothing is left out unsaid.
    const value = told.value.trim() === '' ? null : (fenText(told.value) ?? told.value.trim())
    await props
      .onSave({
        kind: told.kind,
        heldOn: told.heldOn,
        evaluator: told.evaluator,
        scores: Object.fromEntries(
          Object.entries(scores)
            .filter(([code, score]) => score !== '' && kind?.criteria[code])
            .map(([code, score]) => [code, Number(score)]),
        ),
        outcome: (isReview && told.outcome) || null,
        reason: (isReview && told.outcome === 'not_file' && told.reason) || null,
        words: told.words.trim() || null,
        valueFen: isReview ? null : value,
        files: [...files],
        priorArt: priorArt
          .filter(({ reference }) => reference.trim() !== '')
          .map((one) => ({ ...one, words: one.words?.trim() || null })),
        correction: corrects ? { of: corrects.id, why: told.why } : null,
      })
      .catch(setError)
    setBusy(false)
  }
  // What is not shown now cannot show what is wrong with it.
  const wrong = fieldErrors(error, [
    ...['kind', 'heldOn', 'evaluator', 'words', 'files'],
    ...(isReview ? ['outcome'] : ['valueFen']),
    ...(isReview && told.outcome === 'not_file' ? ['reason'] : []),
    ...(corrects ? ['correction'] : []),
  ])
  return (
    <form onSubmit={save} className="form">
      <ChoiceField
        label={t('disclosure.evaluationKind')}
        name="kind"
        value={told.kind}
        error={wrong.at('kind')}
        isFolded
        choices={lists.kinds.map(({ code, label }) => ({ value: code, label: say(label) }))}
        onChange={(value) => put({ kind: value })}
        isRequired
      />
      <div className="item-line">
        <DayField
          label={t('disclosure.heldOn')}
          name="heldOn"
          max={today}
          value={told.heldOn}
          error={wrong.at('heldOn')}
          onChange={(heldOn) => put({ heldOn })}
          isRequired
        />
        <TextField
          label={t('disclosure.evaluator')}
          hint={t('disclosure.evaluatorHint')}
          name="evaluator"
          maxLength={200}
          value={told.evaluator}
          error={wrong.at('evaluator')}
          onChange={(evaluator) => put({ evaluator })}
          isRequired
        />
      </div>
      <fieldset className="field">
        <legend>{t('disclosure.scores')}</legend>
        {Object.entries(kind?.criteria ?? {}).map(([code, label]) => (
          <label key={code} className="score">
            <span>{say(label)}</span>
            <select
              className="input"
              value={scores[code] ?? ''}
              onChange={({ target }) => setScores({ ...scores, [code]: target.value })}
            >
              <option value="">—</option>
              {points.map((point) => (
                <option key={point} value={point}>
                  {point}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      {isReview && (
        <ChoiceField
          label={t('disclosure.outcome')}
          name="outcome"
          value={told.outcome}
          error={wrong.at('outcome')}
          choices={choices(lists.outcomes)}
          onChange={(outcome) => put({ outcome })}
          isRequired
        />
      )}
      {isReview && told.outcome === 'not_file' && (
        <ChoiceField
          label={t('disclosure.notFiledReason')}
          name="reason"
          value={told.reason}
          error={wrong.at('reason')}
          isFolded
          choices={choices(lists.reasons)}
          onChange={(reason) => put({ reason })}
          isRequired
        />
      )}
      {!isReview && (
        <MoneyField
          label={t('disclosure.value')}
          name="value"
          value={told.value}
          error={wrong.at('valueFen')}
          onChange={(value) => put({ value })}
        />
      )}
      {(told.kind === 'value' || told.kind === 'market') && (
        <details>
          <summary>{t('deals.benchmark')}</summary>
          <DealBenchmark achievement={props.achievement} />
        </details>
      )}
      <LongTextField
        label={t('disclosure.findings')}
        name="words"
        rows={3}
        maxLength={4000}
        value={told.words}
        error={wrong.at('words')}
        onChange={(words) => put({ words })}
      />
      <PriorArtFields value={priorArt} onChange={setPriorArt} />
      <FilesField
        label={t('disclosure.report')}
        error={wrong.at('files')}
        files={files}
        onChange={(change) => setFiles(change)}
      />
      {corrects && (
        <LongTextField
          label={t('disclosure.whyCorrected')}
          name="why"
          rows={2}
          maxLength={1000}
          value={told.why}
          error={wrong.at('correction')}
          onChange={(why) => put({ why })}
          isRequired
        />
      )}
      <ProblemAlert error={error} shown={wrong.shown} />
      <div className="actions">
        <Button
          type="submit"
          kind="primary"
          busy={isBusy}
          disabled={told.evaluator.trim() === '' || (corrects && told.why.trim() === '')}
        >
          {t(corrects ? 'disclosure.saveCorrection' : 'disclosure.recordEvaluation')}
        </Button>
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
      </div>
    </form>
  )
}
