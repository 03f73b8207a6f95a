import type { Scenario } from '@yizhuan/procedures'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'

/** What every part of the form is given. */
export interface PartProps {
  readonly typed: Scenario
  readonly errorOf: (field: string) => string
  readonly set: (change: Partial<Scenario>) => void
}

/** Takes one line of a list away. */
export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useLanguage()
  return (
    <Button small kind="quiet" aria-label={t('simulator.remove', { name })} onClick={onRemove}>
      ×
    </Button>
  )
}
