import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { useQueryParams } from '../../ui/useQueryParams.ts'
import { type AccountSheetWire, sheetQuery } from './journal.api.ts'
import { MonthFilter } from './MonthFilter.tsx'
import { SourceLink } from './SourceLink.tsx'

/** The sheet of one account: what moved in a month, line by line, each with the balance after it. */
export function AccountSheet({ account }: { account: string }) {
  const { t, lang } = useLanguage()
  const params = useQueryParams()
  const query = useQuery(sheetQuery(account, params.get('month')))
  return (
    <Loaded query={query}>
      {(sheet) => (
        <>
          <PageHeader
            title={`${sheet.account.account} ${sheet.account.name[lang]}`}
            note={
              sheet.account.own &&
              t('journal.ownName', {
                number: sheet.account.own.number,
                name: sheet.account.own.name,
              })
            }
          />
          <Panel>
            <div className="filters">
              <MonthFilter value={sheet.month} onChange={(month) => params.set({ month })} />
            </div>
            <Lines of={sheet} />
          </Panel>
        </>
      )}
    </Loaded>
  )
}

function Lines({ of: { lines, openingFen, closingFen, leftOut } }: { of: AccountSheetWire }) {
  const { t, lang } = useLanguage()
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('journal.day')}</th>
          <th>{t('journal.summary')}</th>
          <th className="num">{t('journal.debit')}</th>
          <th className="num">{t('journal.credit')}</th>
          <th className="num">{t('journal.balanceAfter')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td />
          <td>{t('journal.opening')}</td>
          <td />
          <td />
          <td className="num nowrap" data-label={t('journal.balanceAfter')}>
            <Money fen={openingFen} />
          </td>
        </tr>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry may have several lines of an account
          <tr key={`${line.entry}${at}`}>
            <td className="nowrap figure">{line.datedOn}</td>
            <td>
              {line.label[lang]} <SourceLink of={line} />
              {line.isReversal && (
                <span className="chip chip-breached">{t('journal.reversal')}</span>
              )}
              {line.person && <span className="muted"> · {line.person}</span>}
            </td>
            <td className="num nowrap" data-label={t('journal.debit')}>
              {line.debitFen !== '0' && <Money fen={line.debitFen} />}
            </td>
            <td className="num nowrap" data-label={t('journal.credit')}>
              {line.creditFen !== '0' && <Money fen={line.creditFen} />}
            </td>
            <td className="num nowrap" data-label={t('journal.balanceAfter')}>
              <Money fen={line.balanceFen} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>
            {leftOut > 0 ? t('journal.leftOut', { count: leftOut }) : t('journal.closing')}
          </td>
          <td className="num nowrap">
            <Money fen={closingFen} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
