import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { Deciding } from './ImportPage.tsx'
import { acceptanceOf, type DecisionWire, type ImportProblemWire } from './import.api.ts'
import { MapWord } from './MapColumn.tsx'
import { valueText } from './value-text.ts'

/** One problem at its place: what stands there, what is wrong, and what can be answered. */
export function OneProblem(props: { problem: ImportProblemWire; deciding: Deciding }) {
  const { t, say } = useLanguage()
  const { problem, deciding } = props
  const { sheet, row, column, header, raw, otherRow, settled, rowState } = problem
  return (
    <li className={settled ? 'settled' : undefined}>
      <div>
        <strong className="figure">
          {sheet}!{column}
          {row}
        </strong>{' '}
        <span className="muted">{header}</span>{' '}
        {rowState && <span className="chip">{t(`imports.rowStates.${rowState}`)}</span>}
      </div>
      <div>
        <span className="raw">{raw.trim() === '' ? t('imports.empty') : raw}</span>{' '}
        {say(problem.message)}
        {otherRow !== null && (
          <span className="muted"> {t('imports.otherRow', { row: otherRow })}</span>
        )}
      </div>
      {settled && <div className="muted">✓ {t('imports.settledBy', { by: settled.by })}</div>}
      {deciding.may && rowState !== null && rowState !== 'present' && <Answers {...props} />}
    </li>
  )
}

function Answers({ problem, deciding }: { problem: ImportProblemWire; deciding: Deciding }) {
  const { t, say, named } = useLanguage()
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState(problem.field === 'idNumber' ? '' : problem.raw.trim())
  const { sheet, row, column, severity, settled, answers, field } = problem
  const readAs = valueText(field, problem.readAs, named)
  const acceptText =
    readAs === '' ? t('imports.acceptEmpty') : t('imports.acceptAs', { value: readAs })
  const correct = (value: string) => deciding.decide([{ kind: 'cell', sheet, row, column, value }])
  const undo: readonly DecisionWire[] = [
    { ...acceptanceOf(problem), choice: 'undo' } as DecisionWire,
    { kind: 'row', sheet, row, choice: 'undo' },
  ]
  const send = (event: FormEvent) => {
    event.preventDefault()
    void correct(typed)
  }
  if (isTyping) {
    return (
      <form className="actions answer" onSubmit={send}>
        <label>
          {t('imports.correctTo')}{' '}
          <input
            className="input input-medium"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            // biome-ignore lint/a11y/noAutofocus: the field opens because one wants to type
            autoFocus
          />
        </label>
        <Button small kind="primary" type="submit" busy={deciding.isBusy}>
          {t('imports.correct')}
        </Button>
        <Button small kind="quiet" onClick={() => setTyping(false)}>
          {t('general.cancel')}
        </Button>
      </form>
    )
  }
  return (
    <div className="actions answer">
      {!settled && <MapWord problem={problem} deciding={deciding} />}
      {!settled &&
        answers.map(({ value, label }) => (
          <Button key={value} small busy={deciding.isBusy} onClick={() => correct(value)}>
            {say(label)}
          </Button>
        ))}
      {!settled && (
        <Button small onClick={() => setTyping(true)}>
          {t('imports.correct')}…
        </Button>
      )}
      {!settled && severity === 'error' && (
        <>
          <Button
            small
            busy={deciding.isBusy}
            onClick={() => deciding.decide([acceptanceOf(problem)])}
          >
            {acceptText}
          </Button>
          <Button
            small
            busy={deciding.isBusy}
            onClick={() => deciding.decide([{ kind: 'row', sheet, row, choice: 'exclude' }])}
          >
            {t('imports.excludeRow')}
          </Button>
        </>
      )}
      {settled && (
        <Button small kind="quiet" busy={deciding.isBusy} onClick={() => deciding.decide(undo)}>
          {t('imports.undo')}
        </Button>
      )}
    </div>
  )
}
