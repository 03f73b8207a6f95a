import type { ShownRow } from '@yizhuan/law'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Scroll } from '../../ui/Scroll.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { type SideName, sides } from './ways.ts'

/** Topics with what each side finds, by which article and which numbers. */
export function DifferenceTable(props: {
  rows: readonly ShownRow[]
  drafts: Readonly<Record<SideName, boolean>>
}) {
  const { t, say } = useLanguage()
  return (
    <Scroll label={t('compare.title')}>
      <table className="grid versus stacks">
        <thead>
          <tr>
            <th>{t('compare.topic')}</th>
            {sides.map((side) => (
              <th key={side}>
                {t(`compare.${side}`)}{' '}
                {props.drafts[side] && (
                  <span className="chip chip-draft">{t('library.draft')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.topic}>
              <th scope="row">{say((row.after ?? row.before)?.title)}</th>
              {sides.map((side) => (
                <td
                  key={side}
                  data-label={t(`compare.${side}`)}
                  className={row[side]?.isDraft ? 'draft-mark' : ''}
                >
                  <Cell cell={row[side]} title={say((row.after ?? row.before)?.title)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Cell({ cell, title }: { cell: ShownRow['before']; title: string }) {
  const { t, say, named } = useLanguage()
  if (!cell) return <span className="muted">{t('simulator.noRule')}</span>
  return (
    <>
      <StatusMark status={cell.status} /> {named('status', cell.status)}{' '}
      {cell.cite && <CiteText cite={cell.cite} />}{' '}
      {cell.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}{' '}
      {cell.isOwnRule && <span className="chip chip-due">{t('cases.ownRule')}</span>}
      {cell.due && (
        <div>
          {t('cases.due')} <DayText day={cell.due} />
        </div>
      )}
      {cell.opens && (
        <div>
          {t('cases.opens')} <DayText day={cell.opens} />
        </div>
      )}
      {cell.values.map(({ label, value, verified, provenance }) => (
        <div key={label.en} className="muted">
          {say(label)} {say(value)}{' '}
          {provenance === 'system_default' && (
            <span className="chip">{named('policies.provenances', provenance)}</span>
          )}{' '}
          {!verified && <span className="chip chip-due">? {t('policies.unverified')}</span>}
        </div>
      ))}
      <div className={say(cell.title) === title ? 'no-print' : ''}>
        <a href={`/policies/norms/${cell.norm}`} className="muted">
          {say(cell.title) === title ? t('library.rule') : say(cell.title)}
        </a>
      </div>
    </>
  )
}
