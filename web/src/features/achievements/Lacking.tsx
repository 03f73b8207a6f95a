import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { ProgressWire } from './achievement.api.ts'

/** What a disclosure lacks: by which text of this place, and who has not confirmed their share. */
export function Lacking({ of }: { of: ProgressWire['lacking'] }) {
  const { t, say, listed } = useLanguage()
  const { texts, unconfirmed } = of
  if (texts.length + unconfirmed.length === 0) return null
  return (
    <ul className="rows">
      {texts.map(({ what, pack, cite, isDraft, items }) => (
        <li key={`${pack}${what}`}>
          {t(`disclosure.gaps.${what}`, { items: listed(items.map((one) => say(one))) })}{' '}
          <CiteText cite={cite} />{' '}
          {isDraft && <span className="muted">{t('disclosure.advisory')}</span>}
        </li>
      ))}
      {unconfirmed.length > 0 && (
        <li>{t('disclosure.notConfirmed', { names: listed(unconfirmed) })}</li>
      )}
    </ul>
  )
}
