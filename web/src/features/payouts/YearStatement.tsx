import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import type { StatementWire } from './payout.api.ts'

type Movement = StatementWire['movements'][number]

/** What moved money to somebody, or back, in one year: its lines sum to the year. */
export function YearStatement({ statement, year }: { statement: StatementWire; year: string }) {
  const { t } = useLanguage()
  const { id } = statement.person
  const own = statement.movements.filter(({ on }) => on.startsWith(year))
  if (own.length === 0) return null
  return (
    <Panel
      title={t('rewards.ofYear', { year })}
      extra={<ExportMenu path="/year-statement" filter={{ year, person: id }} prints />}
    >
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('rewards.day')}</th>
            <th>{t('rewards.what')}</th>
            <th className="num">{t('withheld.gross')}</th>
            <th className="num">{t('withheld.tax')}</th>
            <th className="num">{t('rewards.back')}</th>
            <th>{t('rewards.proof')}</th>
            <th>{t('rewards.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two payments of a day may be alike in all.
            <Line key={at} movement={one} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function Line({ movement }: { movement: Movement }) {
  const { t } = useLanguage()
  const { caseId, caseNumber, title, on, kind, paidFen, withheldFen, backFen, proof, cites } =
    movement
  return (
    <tr>
      <td data-label={t('rewards.day')}>
        <DayText day={on} />
      </td>
      <td data-label={t('rewards.what')}>
        {t(`rewards.movements.${kind}`)}{' '}
        <small>
          {caseId !== null && <a href={`/cases/${caseId}`}>{caseNumber}</a>} {title}
        </small>
      </td>
      <td className="num" data-label={t('withheld.gross')}>
        <Money fen={paidFen} />
      </td>
      <td className="num" data-label={t('withheld.tax')}>
        {withheldFen !== null && <Money fen={withheldFen} />}
        {withheldFen === null && paidFen !== '0' && (
          <span className="muted">{t('withheld.unknown')}</span>
        )}
      </td>
      <td className="num" data-label={t('rewards.back')}>
        {backFen === '0' ? '—' : <Money fen={backFen} />}
      </td>
      <td data-label={t('rewards.proof')}>{proof ?? '—'}</td>
      <td data-label={t('rewards.basis')}>
        {cites.length === 0 && '—'}
        {cites.map((cite) => (
          <CiteText key={`${cite.source}#${cite.at}`} cite={cite} />
        ))}
      </td>
    </tr>
  )
}
