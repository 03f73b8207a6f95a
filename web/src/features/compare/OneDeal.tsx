import type { ShownMoney, ShownRow } from '@yizhuan/law'
import { Fragment } from 'react'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'
import type { SideName } from './ways.ts'

/** One deal in both ways: the money, what differs, and, folded, what is the same. */
export function OneDeal(props: {
  title: React.ReactNode
  drafts: Readonly<Record<SideName, boolean>>
  rows: readonly ShownRow[]
  money: Readonly<Record<SideName, ShownMoney | null>>
}) {
  const { t } = useLanguage()
  const { drafts, rows, money } = props
  const differing = rows.filter(({ differs }) => differs)
  const same = rows.filter(({ differs }) => !differs)
  return (
    <>
      {(money.before ?? money.after) && <MoneyPanel money={money} drafts={drafts} />}
      <Panel title={t('compare.differences', { count: differing.length })} extra={props.title}>
        {differing.length === 0 && <Nothing text={t('compare.noDifference')} />}
        <Differences title={t('compare.bothSay')} rows={onBothSides(differing)} drafts={drafts} />
        <Differences
          title={t('compare.oneSays')}
          rows={onOneSide(differing).filter(isDecided)}
          drafts={drafts}
        />
        <Open rows={onOneSide(differing).filter((row) => !isDecided(row))} drafts={drafts} />
      </Panel>
      <Panel>
        <details>
          <summary>{t('compare.same', { count: same.length })}</summary>
          <DifferenceTable rows={same} drafts={drafts} />
        </details>
      </Panel>
    </>
  )
}

const speaks = (cell: ShownRow['before']): boolean => cell !== null && cell.status !== 'na'
const onBothSides = (rows: readonly ShownRow[]) =>
  rows.filter(({ before, after }) => speaks(before) && speaks(after))
const onOneSide = (rows: readonly ShownRow[]) =>
  rows.filter(({ before, after }) => !speaks(before) || !speaks(after))

/** Something was found, not only that facts are missing. */
const isDecided = ({ before, after }: ShownRow): boolean =>
  [before, after].some((cell) => speaks(cell) && cell?.status !== 'unknown')

/** Rules of one side that nothing can be said of yet: counted, and unfolded by who wants them. */
function Open(props: { rows: readonly ShownRow[]; drafts: Readonly<Record<SideName, boolean>> }) {
  const { t } = useLanguage()
  if (props.rows.length === 0) return null
  return (
    <details>
      <summary>{t('compare.oneSaysOpen', { count: props.rows.length })}</summary>
      <DifferenceTable rows={props.rows} drafts={props.drafts} />
    </details>
  )
}

function Differences(props: {
  title: string
  rows: readonly ShownRow[]
  drafts: Readonly<Record<SideName, boolean>>
}) {
  if (props.rows.length === 0) return null
  return (
    <>
      <h3>
        {props.title} <span className="muted">{props.rows.length}</span>
      </h3>
      <DifferenceTable rows={props.rows} drafts={props.drafts} />
    </>
  )
}

function MoneyPanel(props: {
  money: Readonly<Record<SideName, ShownMoney | null>>
  drafts: Readonly<Record<SideName, boolean>>
}) {
  const { t } = useLanguage()
  return (
    <Panel title={t('cases.money')}>
      <div className="two">
        {(['before', 'after'] as const).map((side) => (
          <Side
            key={side}
            name={t(`compare.${side}`)}
            money={props.money[side]}
            isDraft={props.drafts[side]}
          />
        ))}
      </div>
    </Panel>
  )
}

function Side(props: { name: string; money: ShownMoney | null; isDraft: boolean }) {
  const { t, say } = useLanguage()
  const { name, money, isDraft } = props
  return (
    <section className={isDraft ? 'draft-mark' : ''}>
      <h3>
        {name} {isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
      </h3>
      {!money && <p className="muted">{t('compare.noMoney')}</p>}
      {money && (
        <dl className="defs">
          <dt>{t('cases.net')}</dt>
          <dd>
            <Money fen={money.net} />
          </dd>
          {money.bounds.map((bound) => (
            <Fragment key={bound.id + String(bound.isFloor)}>
              <dt>
                {say(bound.label)} <CiteText cite={bound.cite} />
              </dt>
              <dd>
                {t(bound.isFloor ? 'simulator.atLeast' : 'simulator.atMost')} {say(bound.value)}{' '}
                <Money fen={bound.amount} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </section>
  )
}
