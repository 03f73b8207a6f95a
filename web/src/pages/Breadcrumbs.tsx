import { useLanguage } from '../ui/language.ts'
import { crumbsTo, type NavEntry } from './navigation.ts'

/** The way from the navigation to what is shown, so that one finds back to its list. */
export function Breadcrumbs({ entries, path }: { entries: readonly NavEntry[]; path: string }) {
  const { t } = useLanguage()
  const crumbs = crumbsTo(entries, path)
  if (crumbs.length === 0) return null
  return (
    <nav className="crumbs" aria-label={t('app.crumbs')}>
      <ol>
        {crumbs.map(({ name, to }) => (
          <li key={to ?? name}>
            {to === undefined ? t(`nav.${name}`) : <a href={to}>{t(`nav.${name}`)}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
