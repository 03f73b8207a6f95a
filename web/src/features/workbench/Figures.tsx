import type { WorkbenchWire } from '@yizhuan/server/wire/workbench/workbench'
import { useLanguage } from '../../ui/language.ts'
import { Money, yuanText } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { percentOf } from './groups.ts'

const stages = [
  'title',
  'negotiation',
  'notice',
  'decision',
  'signing',
  'registration',
  'report',
  'performance',
]

/** Where the cases stand and what came in this year. */
export function Figures({ desk }: { desk: WorkbenchWire }) {
  const { t } = useLanguage()
  const paid = percentOf(desk.distributed, desk.received)
  return (
    <div>
      <Funnel desk={desk} />
      <Panel title={t('workbench.thisYear', { year: desk.today.slice(0, 4) })}>
        <dl className="defs">
          <dt>{t('workbench.received')}</dt>
          <dd>
            <Money fen={desk.received} />
          </dd>
          <dt>{t('workbench.distributed')}</dt>
          <dd>
            <Money fen={desk.distributed} />{' '}
            {paid !== undefined && <span className="muted">{paid}%</span>}
          </dd>
        </dl>
        <Months months={desk.months} />
      </Panel>
    </div>
  )
}

function Funnel({ desk }: { desk: WorkbenchWire }) {
  const { t, named } = useLanguage()
  const counts = stages.map((stage) => ({
    stage,
    count: desk.counts.find((one) => one.stage === stage)?.count ?? 0,
  }))
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const total = desk.counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Panel
      title={`${t('workbench.underway')} ${total}`}
      extra={
        desk.suspended > 0 && (
          <a className="chip chip-suspended" href="/cases?status=suspended">
            {t('workbench.suspended', { count: desk.suspended })}
          </a>
        )
      }
    >
      <ul className="funnel">
        {counts.map(({ stage, count }) => (
          <li key={stage}>
            <a href={`/cases?stage=${stage}`}>{named('stage', stage)}</a>
            <span className="funnel-bar">
              <i style={{ width: `${(count / most) * 100}%` }} />
            </span>
            <span className="num">{count}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Receipts and payouts of the last twelve months; the drawing is approximate, its table exact. */
function Months({ months }: { months: WorkbenchWire['months'] }) {
  const { t } = useLanguage()
  const most = Math.max(
    1,
    ...months.flatMap((one) => [Number(one.received), Number(one.distributed)]),
  )
  const height = (fen: string) => (Number(fen) / most) * 70
  if (most === 1) return null
  return (
    <figure className="months">
      <svg viewBox="0 0 360 96" role="img" aria-label={t('workbench.monthsHint')}>
        {months.map(({ month, received, distributed }, at) => (
          <g key={month} transform={`translate(${at * 30} 0)`}>
            <title>{`${month} ${t('workbench.received')} ${yuanText(received)} ${t('workbench.distributed')} ${yuanText(distributed)}`}</title>
            <rect
              x="4"
              width="10"
              y={76 - height(received)}
              height={height(received)}
              className="bar-in"
            />
            <rect
              x="15"
              width="10"
              y={76 - height(distributed)}
              height={height(distributed)}
              className="bar-out"
            />
            <text x="14" y="91" textAnchor="middle">
              {Number(month.slice(5))}
            </text>
          </g>
        ))}
        <line x1="0" x2="360" y1="76.5" y2="76.5" />
      </svg>
      <figcaption className="muted">
        <span className="key-in" aria-hidden /> {t('workbench.received')}{' '}
        <span className="key-out" aria-hidden /> {t('workbench.distributed')} ·{' '}
        {t('workbench.monthsHint')}
      </figcaption>
    </figure>
  )
}
