import { useLanguage } from '../../ui/language.ts'
import { type State, toneOf } from './registration.api.ts'

/** Where an attempt stands. */
export function StateChip({ state }: { state: State }) {
  const { t } = useLanguage()
  return <span className={`chip ${toneOf[state]}`}>{t(`registrations.states.${state}`)}</span>
}
