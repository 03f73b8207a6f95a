import { Amount } from '../../ui/amounts.tsx'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import type { ContractMoneyWire } from './money.api.ts'
import type { Open } from './Opened.tsx'

/** What was written off of a contract; one that was wrong is taken back, and both records stay. */
export function WriteOffs(props: {
  money: ContractMoneyWire
  mayWriteOff: boolean
  onOpen: (open: Open) => void
}) {
  const { t } = useLanguage()
  const { money, mayWriteOff, onOpen } = props
  return (
    <Panel title={t('receivables.writeOffs')}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('receivables.fields.writtenOn')}</th>
            <th>{t('receivables.fields.label')}</th>
            <th className="num">{t('receivables.fields.writtenOff')}</th>
            <th>{t('receivables.fields.reason')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {money.writeOffs.map((one) => (
            <tr key={one.id} className={one.takenBack === null ? undefined : 'muted'}>
              <td className="nowrap figure" data-label={t('receivables.fields.writtenOn')}>
                {one.writtenOn}
              </td>
              <td>
                {one.label}
                <div className="muted">
                  {one.proposedName === null
                    ? one.madeName
                    : t('receivables.byTwo', { by: one.proposedName, with: one.madeName })}
                </div>
                {one.files.map((file) => (
                  <div key={file.sha256}>
                    <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
                  </div>
                ))}
              </td>
              <td className="num" data-label={t('receivables.fields.writtenOff')}>
                <Amount minor={one.minor} currency={one.currency} />
              </td>
              <td data-label={t('receivables.fields.reason')}>
                {one.reason}
                {one.takenBack !== null && (
                  <div>{t('receivables.writeOffTakenBack', { reason: one.takenBack })}</div>
                )}
              </td>
              <td className="nowrap">
                {mayWriteOff && one.takenBack === null && !one.isOfCase && (
                  <Button
                    small
                    kind="quiet"
                    onClick={() => onOpen({ is: 'writeOffBack', writeOff: one.id })}
                  >
                    {t('receivables.takeBackWriteOff')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
