import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ImportWire } from './import.api.ts'

/** After a large import: how many of its records are found by their words so far. */
export function Finding({ draft }: { draft: ImportWire }) {
  const { t } = useLanguage()
  const { notYetFound, counts } = draft
  if (notYetFound === 0) return null
  const total = counts.reduce((sum, { states }) => sum + (states.new ?? 0), 0)
  const done = total - notYetFound
  return (
    <Callout tone="info" title={t('finding.title', { done, total })}>
      <progress value={done} max={total} aria-label={t('finding.progress')} />
      <p>{t('finding.hint')}</p>
    </Callout>
  )
}
