import { dayInChina } from '@yizhuan/kit'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { Changes } from './Changes.tsx'
import type { ContractMoneyWire } from './money.api.ts'

/** The terms of a contract through time: each amendment with what it changed, the newest first. */
export function Versions({ money }: { money: ContractMoneyWire }) {
  const { t } = useLanguage()
  return (
    <Panel title={t('receivables.versions')}>
      <ol className="history">
        {money.versions.map((one, at) => (
          <li key={one.version}>
            <div className="history-head">
              <strong>{t(`receivables.versionKinds.${one.kind}`)}</strong>{' '}
              {t('receivables.effective', { day: one.effectiveOn })} <span>{one.madeName}</span>{' '}
              <time dateTime={one.madeAt}>{dayInChina(one.madeAt)}</time>
            </div>
            {one.reason && <div>{one.reason}</div>}
            {one.files.map((file) => (
              <div key={file.sha256}>
                <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
              </div>
            ))}
            <details open={at === 0 && one.kind !== 'agreed'}>
              <summary className="muted">
                {t('receivables.changed', { count: one.changes.length })}
              </summary>
              <Changes changes={one.changes} currency={money.currency} />
            </details>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
