import type { BeginningWire } from '@yizhuan/server/wire/workbench/workbench'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'

/** What a new institution does first, in the order in which one thing needs the other. */
export function Beginning({ there }: { there: BeginningWire }) {
  const { t } = useLanguage()
  const steps = [
    { id: 'institution', done: there.isPlaced, href: '/institution/profile' },
    { id: 'people', done: there.people > 1, href: '/people' },
    { id: 'texts', done: there.texts > 0, href: '/policies' },
    { id: 'achievements', done: there.achievements > 0, href: '/achievements/new' },
    { id: 'case', done: false, href: '/cases/new' },
  ] as const
  return (
    <Panel title={t('workbench.beginning')}>
      <p className="muted">{t('workbench.beginningHint')}</p>
      <ol className="rows beginning">
        {steps.map(({ id, done, href }, at) => (
          <li key={id} className="finding">
            <span className={`mark ${done ? 'mark-met' : 'mark-na'}`} aria-hidden>
              {done ? '✓' : at + 1}
            </span>
            <div>
              <a href={href}>
                <strong>{t(`workbench.begin.${id}`)}</strong>
              </a>
              {done && <span className="chip chip-done"> {t('stageStatus.done')}</span>}
              <div className="muted">{t(`workbench.beginWhy.${id}`)}</div>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
