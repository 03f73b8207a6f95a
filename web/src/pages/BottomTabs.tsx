import { Icon } from '../ui/Icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { isShown } from './navigation.ts'

const tabs = [
  { name: 'workbench', to: '/', icon: 'desk' },
  { name: 'achievements', to: '/achievements', icon: 'idea' },
  { name: 'disclose', to: '/achievements/new', icon: 'plus' },
  { name: 'cases', to: '/cases', icon: 'deal' },
  { name: 'notices', to: '/notices', icon: 'notice' },
] as const

/** What a thumb reaches on a phone. */
export function BottomTabs({ path }: { path: string }) {
  const { t } = useLanguage()
  const shown = tabs.findLast((tab) => isShown(tab, path))
  return (
    <nav className="bottom-tabs no-print" aria-label={t('app.quickPages')}>
      {tabs.map((tab) => (
        <a
          key={tab.to}
          href={tab.to}
          className={tab === shown ? 'active' : ''}
          aria-current={tab === shown ? 'page' : undefined}
        >
          <Icon name={tab.icon} size={22} />
          {t(`nav.${tab.name}`)}
        </a>
      ))}
    </nav>
  )
}
