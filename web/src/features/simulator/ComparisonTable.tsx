import { type ShareLine, type TypeDocument, valueText } from '@yizhuan/law'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { boundRows, type Column, topicRows } from './columns.ts'
import { PlaceHeads, Row, Topic } from './rows.tsx'

/** Money and findings of one deal under several laws; what differs stands first. */
export function ComparisonTable({ columns }: { columns: readonly Column[] }) {
  const { t, say, clauses } = useLanguage()
  const { decided, open } = topicRows(columns)
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
            <MoneyRows columns={columns} />
          </tbody>
          <tbody>
            <tr>
              <th colSpan={columns.length + 1} scope="rowgroup" className="versus-group">
                {t('simulator.findings')}
              </th>
            </tr>
            {decided.map((row) => (
              <Topic key={row.topic} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {open.length > 0 && (
        <details>
          <summary className="muted">{t('simulator.open', { count: open.length })}</summary>
          <p>{clauses(open.map(({ cells }) => say(cells.find((cell) => cell)?.title)))}</p>
        </details>
      )}
    </Panel>
  )
}

function MoneyRows({ columns }: { columns: readonly Column[] }) {
  const { t } = useLanguage()
  const nets = columns.map(({ outcome }) => outcome.money?.net)
  const planned = [
    ...new Set(columns.flatMap(({ outcome }) => outcome.money?.planned ?? []).map(({ id }) => id)),
  ]
  return (
    <>
      <Row
        label={t('cases.net')}
        columns={columns}
        differs={new Set(nets.map(String)).size > 1}
        cell={({ outcome }) => <Money fen={outcome.money?.net?.toString()} />}
      />
      {boundRows(columns).map(({ id, cells }) => (
        <Row
          key={id}
          label={t(id === 'contributors' ? 'simulator.toContributors' : 'simulator.toTto')}
          columns={columns}
          differs={new Set(cells.map((cell) => cell && `${cell.rounding}${cell.amount}`)).size > 1}
          cell={(column, at) => <Bound line={cells[at]} column={column} />}
        />
      ))}
      {planned.map((id) => (
        <PlannedRow key={id} id={id} columns={columns} />
      ))}
    </>
  )
}

function PlannedRow({ id, columns }: { id: string; columns: readonly Column[] }) {
  const { t, say } = useLanguage()
  const partOf = ({ outcome }: Column) => outcome.money?.planned.find((part) => part.id === id)
  const label = columns.map(partOf).find((part) => part)?.label
  return (
    <Row
      label={`${t('simulator.planned')} ${say(label)}`}
      columns={columns}
      differs={new Set(columns.map((column) => String(partOf(column)?.amount))).size > 1}
      cell={(column) => <Money fen={partOf(column)?.amount.toString()} />}
    />
  )
}

function Bound({ line, column }: { line: ShareLine | undefined; column: Column }) {
  const { t, lang } = useLanguage()
  if (!line) return <span className="muted">{t('simulator.noBound')}</span>
  const { parameter, rounding, amount, difference, cite } = line
  const isLacking = difference !== undefined && difference < 0n
  return (
    <>
      {t(rounding === 'up' ? 'simulator.atLeast' : 'simulator.atMost')}{' '}
      {valueText(column.law, parameter.kind as TypeDocument, parameter.value, lang)}{' '}
      <CiteText cite={cite} />{' '}
      {!parameter.verified && <span className="chip chip-due">? {t('policies.unverified')}</span>}
      <div>
        <Money fen={amount.toString()} />
      </div>
      <Layers line={line} column={column} />
      {isLacking && (
        <div className="lacking">
          × {t('simulator.lacking')} <Money fen={(-difference).toString()} />
        </div>
      )}
    </>
  )
}

/** Whose numbers the bound is made of, where there are several: the strictest applies. */
function Layers({ line, column }: { line: ShareLine; column: Column }) {
  const { say, lang } = useLanguage()
  const { kind, layers } = line.parameter
  if (layers.length < 2) return null
  return (
    <ul className="plain muted">
      {layers.map(({ by, value, cite }) => (
        <li key={by}>
          {say(column.law.packs.find(({ id }) => id === by)?.title) || by}{' '}
          {valueText(column.law, kind as TypeDocument, value, lang)}{' '}
          {cite && <CiteText cite={cite} />}
        </li>
      ))}
    </ul>
  )
}
