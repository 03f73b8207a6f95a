import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { AchievementWire, DisclosureListsWire } from './achievement.api.ts'
import { CardFields } from './CardFields.tsx'
import { cards, correctionOf, lacksOfCorrection, toldBefore } from './disclosure.ts'

/** Corrects an achievement on its own page: the same questions, one below the other, with a reason. */
export function CorrectForm(props: {
  one: AchievementWire
  lists: DisclosureListsWire
  onSave: (fields: Readonly<Record<string, unknown>>, reason: string) => Promise<void>
  onCancel: () => void
}) {
  const { t, named } = useLanguage()
  const { one, lists } = props
  const [told, setTold] = useState(() => toldBefore(one))
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const fields = correctionOf(one, told, lists)
  const changed = Object.keys(fields)
  const lacks = lacksOfCorrection(told, changed)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacks.length > 0) return
    setBusy(true)
    setError(undefined)
    await props.onSave(fields, reason).catch(setError)
    setBusy(false)
  }
  return (
    <form onSubmit={save} className="form">
      {cards
        .filter((card) => card !== 'send')
        .map((card, at) => (
          <Part key={card} title={t(`achievements.cards.${card}`)} isOpen={at === 0}>
            <CardFields
              card={card}
              told={told}
              lists={lists}
              own={one.id}
              lacks={isTried ? lacks : []}
              onChange={(changes) => setTold({ ...told, ...changes })}
              onOpen={() => undefined}
            />
          </Part>
        ))}
      <LongTextField
        label={t('history.why')}
        name="reason"
        maxLength={500}
        value={reason}
        onChange={setReason}
        isRequired
      />
      {isTried && lacks.length > 0 && (
        <p className="wrong" role="alert">
          {t('disclosure.lacking')}
        </p>
      )}
      <ProblemAlert error={error} nameOf={(field) => named('achievements.fields', field)} />
      <div className="actions">
        <Button
          type="submit"
          kind="primary"
          busy={isBusy}
          disabled={changed.length === 0 || reason.trim() === ''}
        >
          {t('disclosure.saveCorrection')}
        </Button>
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
      </div>
    </form>
  )
}

function Part(props: { title: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details className="part" open={props.isOpen}>
      <summary>{props.title}</summary>
      {props.children}
    </details>
  )
}
