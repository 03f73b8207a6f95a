import { useLanguage } from '../../../ui/language.ts'
import type { Values } from './filled.ts'

/** Flags the register answers for somebody who stands in it. */
export const answeredByRegister: readonly string[] = ['isChief', 'holdsLeadingPost']

interface Held {
  readonly title: string
  readonly unit: string | null
  readonly from: string
}

/** Where the answer comes from: the posts an act recorded, or those its day will show. */
export function FromRegister({ item }: { item: Values }) {
  const { t, listed, colon } = useLanguage()
  if (typeof item['person'] !== 'string') return null
  const posts = item['posts'] as readonly Held[] | undefined
  const told = posts?.map(
    ({ title, unit, from }) => `${unit ?? ''}${title}（${from} ${t('form.since')}）`,
  )
  return (
    <span className="muted">
      {' · '}
      {t('form.fromRegister')}
      {colon}
      {!told ? t('form.leadsByRegister') : listed(told) || t('form.noPostsThen')}
    </span>
  )
}

/** Of somebody in the register nobody ticks who leads: the posts of the day say it. */
export function LeadsByRegister({ item }: { item: Values }) {
  const { t } = useLanguage()
  return (
    <span className="hint">
      {item['isChief'] === true && <span className="chip chip-due">{t('people.chief')}</span>}{' '}
      {item['isChief'] !== true && item['holdsLeadingPost'] === true && (
        <span className="chip">{t('people.leading')}</span>
      )}{' '}
      {t('form.leads')}
      {t('form.leadsByRegister')}
    </span>
  )
}
