import { addDays, type Day } from '@yizhuan/kit'
import { DayText } from './DayText.tsx'
import { useLanguage } from './language.ts'

/** A period as people read it, from its first to its last day. `until` is the first day after it. */
export function SpanText({
  from,
  until,
}: {
  /** Absent where a draft left it blank. */
  from: string | undefined
  until: string | null | undefined
}) {
  const { t } = useLanguage()
  if (from === undefined) return <>{t('policies.noFirstDay')}</>
  return (
    <>
      <DayText day={from} isShort /> →{' '}
      {until ? <DayText day={addDays(until as Day, -1)} isShort /> : t('policies.open')}
    </>
  )
}
