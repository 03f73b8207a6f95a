import { explain, type Finding, type TopicRow } from '@yizhuan/law'
import { Fragment, type ReactNode, useState } from 'react'
import type { Place } from '../../api/laws.ts'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { WhyTree } from '../../ui/WhyTree.tsx'
import { usePlaceName } from './usePlaceName.ts'

/** The heads of columns, one for each law. */
export function PlaceHeads({ columns }: { columns: readonly Place[] }) {
  const { t, say } = useLanguage()
  return columns.map(({ stack }) => (
    <th key={stack.id} className={stack.isDraft ? 'draft-mark' : ''}>
      {say(stack.place)}{' '}
      {stack.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
      {stack.isExternal && <span className="chip chip-due">? {t('policies.external')}</span>}
      <div className="muted">{say(stack.title)}</div>
    </th>
  ))
}

/** One row: what it is about, and what each law says; a difference is marked by more than colour. */
export function Row<One extends Place>(props: {
  label: string
  columns: readonly One[]
  differs: boolean
  cell: (column: One, at: number) => ReactNode
}) {
  const { t } = useLanguage()
  const nameOf = usePlaceName()
  return (
    <tr className={props.differs ? 'differs' : ''}>
      <th scope="row">
        {props.label} {props.differs && <span className="chip">{t('simulator.differs')}</span>}
      </th>
      {props.columns.map((column, at) => (
        <td
          key={column.stack.id}
          data-label={nameOf(column.stack)}
          className={column.stack.isDraft ? 'draft-mark' : ''}
        >
          {props.cell(column, at)}
        </td>
      ))}
    </tr>
  )
}

/** What is found on one topic; a click tells why, column by column. */
export function Topic({ row, columns }: { row: TopicRow; columns: readonly Place[] }) {
  const { t, say } = useLanguage()
  const nameOf = usePlaceName()
  const [isOpen, setOpen] = useState(false)
  const title = say(row.cells.find((cell) => cell && cell.status !== 'na')?.title)
  return (
    <Fragment>
      <tr className={row.differs ? 'differs' : ''}>
        <th scope="row">
          <button
            type="button"
            className="finding-title"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {title}
            <span className="fold" aria-hidden>
              {isOpen ? '−' : '+'}
            </span>
          </button>{' '}
          {row.differs && <span className="chip">{t('simulator.differs')}</span>}
        </th>
        {columns.map(({ stack }, at) => (
          <td
            key={stack.id}
            data-label={nameOf(stack)}
            className={stack.isDraft ? 'draft-mark' : ''}
          >
            <Cell finding={row.cells[at]} />
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr>
          <td className="only-wide" />
          {columns.map(({ stack }, at) => (
            <td key={stack.id} data-label={nameOf(stack)}>
              <Why finding={row.cells[at]} />
            </td>
          ))}
        </tr>
      )}
    </Fragment>
  )
}

function Cell({ finding }: { finding: Finding | undefined }) {
  const { t, named } = useLanguage()
  if (!finding) return <span className="muted">{t('simulator.noRule')}</span>
  return (
    <>
      <StatusMark status={finding.status} /> {named('status', finding.status)}{' '}
      {finding.status !== 'na' && finding.cites[0] && <CiteText cite={finding.cites[0]} />}
      {finding.due && (
        <div>
          {t('cases.due')} <DayText day={finding.due} />
        </div>
      )}
    </>
  )
}

function Why({ finding }: { finding: Finding | undefined }) {
  const { t, lang } = useLanguage()
  if (!finding) return null
  const why = explain(finding, lang)
  return (
    <>
      <strong>{why.text}</strong>
      <WhyTree nodes={why.children} />
      <a href={`/policies/norms/${finding.norm}`}>{t('library.toNorm')}</a>
    </>
  )
}
