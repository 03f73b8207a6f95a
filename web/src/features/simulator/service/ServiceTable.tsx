import { CiteText } from '../../../ui/CiteText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { Scroll } from '../../../ui/Scroll.tsx'
import { PlaceHeads, Row, Topic } from '../rows.tsx'
import { type ServiceColumn, serviceTopics } from './columns.ts'

const lineIds = ['income', 'taxes', 'performance', 'ratio'] as const

/** What is settled, given and kept under each law, and what each says of it. */
export function ServiceTable({ columns }: { columns: readonly ServiceColumn[] }) {
  const { t } = useLanguage()
  const differs = (of: (column: ServiceColumn) => bigint | undefined) =>
    new Set(columns.map((column) => String(of(column)))).size > 1
  const lineOf = (id: string) => (column: ServiceColumn) =>
    column.outcome.settled.lines.find((line) => line.id === id)?.amount
  const lines = lineIds.filter((id) => columns.some((column) => lineOf(id)(column) !== undefined))
  const sums = {
    net: ({ outcome }: ServiceColumn) => outcome.settled.net,
    reward: ({ outcome }: ServiceColumn) => outcome.reward,
    kept: ({ outcome }: ServiceColumn) => outcome.kept,
  }
  return (
    <Panel title={t('simulator.sideBySide')}>
      <Scroll label={t('simulator.sideBySide')}>
        <table className="grid versus stacks">
          <thead>
            <tr>
              <th>
                <span className="unseen">{t('simulator.row')}</span>
              </th>
              <PlaceHeads columns={columns} />
            </tr>
          </thead>
          <tbody>
            {lines.map((id) => (
              <Row
                key={id}
                label={t(`serviceSimulator.lines.${id}`)}
                columns={columns}
                differs={differs(lineOf(id))}
                cell={(column) => <NotCounted fen={lineOf(id)(column)} />}
              />
            ))}
            {(['net', 'reward', 'kept'] as const).map((id) => (
              <Row
                key={id}
                label={t(`serviceSimulator.sums.${id}`)}
                columns={columns}
                differs={differs(sums[id])}
                cell={(column) => <Money fen={`${sums[id](column)}`} />}
              />
            ))}
            <Row
              label={t('serviceSimulator.pay')}
              columns={columns}
              differs={false}
              cell={(column) => <PayRules of={column} />}
            />
          </tbody>
          <tbody>
            <tr>
              <th colSpan={columns.length + 1} scope="rowgroup" className="versus-group">
                {t('simulator.findings')}
              </th>
            </tr>
            {serviceTopics(columns).map((row) => (
              <Topic key={row.topic} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  )
}

/** A line that the law of a place does not take off is none there. */
function NotCounted({ fen }: { fen: bigint | undefined }) {
  const { t } = useLanguage()
  if (fen === undefined) return <span className="muted">{t('serviceSimulator.notCounted')}</span>
  return <Money fen={`${fen}`} />
}

function PayRules({ of: { outcome } }: { of: ServiceColumn }) {
  const { t, say } = useLanguage()
  if (outcome.payRules.length === 0) return <span className="muted">{t('simulator.noRule')}</span>
  return (
    <ul className="plain">
      {outcome.payRules.map(({ title, cite }) => (
        <li key={`${cite.source}${cite.at}${title.zh}`}>
          {say(title)} <CiteText cite={cite} />
        </li>
      ))}
    </ul>
  )
}
