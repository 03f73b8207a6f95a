import { timeInChina } from '@yizhuan/kit'
import { address } from '../../api/client.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import type { ClosingMay, PeriodActWire } from './closing.api.ts'
import { Reopen } from './Reopen.tsx'

/** What was done about months, the newest first. */
export function Acts({ items, may }: { items: readonly PeriodActWire[]; may: ClosingMay }) {
  const { t, named } = useLanguage()
  const last = items.find(({ stands }) => stands)
  const isWaiting = items[0]?.kind === 'proposed'
  return (
    <Panel title={t('closing.acts')}>
      {items.length === 0 ? (
        <Nothing text={t('closing.noActs')} hint={t('closing.noActsHint')} />
      ) : (
        <table className="grid stacks">
          <thead>
            <tr>
              <th>{t('closing.at')}</th>
              <th>{t('closing.act')}</th>
              <th>{t('closing.by')}</th>
              <th>{t('closing.vouchers')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.seq}>
                <td className="nowrap figure" data-label={t('closing.at')}>
                  {timeInChina(one.madeAt)}
                </td>
                <td>
                  <span className="figure nowrap">{one.month}</span>{' '}
                  <span className={`chip ${one.stands ? 'chip-done' : ''}`}>
                    {named('closing.kinds', one.kind)}
                  </span>
                  {one.remark && <div className="muted">{one.remark}</div>}
                </td>
                <td data-label={t('closing.by')}>
                  {one.madeName}
                  {one.proposedName && (
                    <div className="muted">
                      {t('closing.proposedBy', { name: one.proposedName })}
                    </div>
                  )}
                </td>
                <td data-label={one.digest ? t('closing.vouchers') : undefined}>
                  {one.digest && (
                    <>
                      {t('closing.entries', { count: one.entries ?? 0 })}
                      <div className="muted hash" title={one.digest}>
                        SHA-256 {one.digest.slice(0, 16)}…
                      </div>
                      {may.take && (
                        <LinkButton
                          small
                          download
                          href={address(`/closings/${one.seq}/vouchers.csv`)}
                        >
                          CSV
                        </LinkButton>
                      )}{' '}
                      {may.reopen && !isWaiting && one.seq === last?.seq && (
                        <Reopen month={one.month} />
                      )}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
