import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/language.ts'
import type { CaseLineWire } from '../case.api.ts'
import { mostCases } from './bulk.api.ts'

/** The cases that are picked for an act, by their ids. */
export type Picked = ReadonlyMap<string, CaseLineWire>

/** One box of the list. */
export function PickBox(props: {
  line: CaseLineWire
  picked: Picked
  onPick: (picked: Picked) => void
}) {
  const { t } = useLanguage()
  const { line, picked } = props
  const isPicked = picked.has(line.id)
  return (
    <input
      type="checkbox"
      aria-label={t('bulk.pick', { number: line.number })}
      checked={isPicked}
      disabled={!isPicked && picked.size >= mostCases}
      onChange={() => {
        const next = new Map(picked)
        if (!next.delete(line.id)) next.set(line.id, line)
        props.onPick(next)
      }}
    />
  )
}

/** What is picked so far and what to do with it; stays in view while the list is scrolled. */
export function PickBar(props: {
  picked: Picked
  shown: readonly CaseLineWire[]
  onPick: (picked: Picked) => void
  onGo: () => void
  onStop: () => void
}) {
  const { t } = useLanguage()
  const { picked, shown } = props
  const all = () => {
    const next = new Map(picked)
    for (const line of shown) if (next.size < mostCases) next.set(line.id, line)
    props.onPick(next)
  }
  return (
    <div className="pick-bar no-print" role="toolbar" aria-label={t('bulk.start')}>
      <strong>{t('bulk.picked', { count: picked.size, most: mostCases })}</strong>
      <Button small onClick={all}>
        {t('bulk.all')}
      </Button>
      <Button small kind="primary" disabled={picked.size === 0} onClick={props.onGo}>
        {t('bulk.go')}
      </Button>
      <Button small kind="quiet" onClick={props.onStop}>
        {t('general.cancel')}
      </Button>
    </div>
  )
}
