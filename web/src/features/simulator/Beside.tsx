import { useQuery } from '@tanstack/react-query'
import { taxTableOn } from '@yizhuan/law'
import { outcomeOf, readScenario, type Scenario } from '@yizhuan/procedures'
import { heldFor, houseRulesQuery } from '../../api/house-rules.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import type { Column } from './columns.ts'

/** A scenario that the one that is typed is set beside. */
export interface BesideScenario {
  readonly name: string
  readonly scenario: Scenario
}

/** Two scenarios under each law: what is shared out, who has it, and what each member is left with. */
export function Beside(props: {
  beside: BesideScenario
  typed: Scenario
  columns: readonly Column[]
  taxTables: Parameters<typeof taxTableOn>[0]
  onClose: () => void
}) {
  const { t, say } = useLanguage()
  const { beside, typed, columns } = props
  // Other income is kept in no link and under no name: the one that is typed counts for both.
  const members = beside.scenario.members.map((member, at) => ({
    ...member,
    other: typed.members[at]?.other ?? '',
  }))
  const { byRule, day, mode } = beside.scenario
  const rules = useQuery({ ...houseRulesQuery(day), enabled: byRule })
  const house = heldFor(rules.data, mode)
  const read = readScenario({ ...beside.scenario, members })
  return (
    <Panel
      title={t('simulator.besideTitle', { name: beside.name })}
      extra={
        <Button small onClick={props.onClose}>
          {t('simulator.noLongerBeside')}
        </Button>
      }
    >
      {'problems' in read ? (
        <Callout tone="due" title={t('simulator.besideWrong')} />
      ) : (
        columns.map(({ stack, law, own, outcome }) => (
          <section key={stack.id} className={stack.isDraft ? 'draft-mark' : ''}>
            <h3>
              {say(stack.place)}{' '}
              {stack.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
            </h3>
            <Both
              label={`${t('simulator.besideTitle', { name: beside.name })} ${say(stack.place)}`}
              name={beside.name}
              now={outcome}
              former={outcomeOf(
                law,
                read,
                taxTableOn(props.taxTables, read.day),
                {},
                { split: house?.rule, ...own },
              )}
            />
          </section>
        ))
      )}
    </Panel>
  )
}

type Outcome = Column['outcome']

function Both(props: { label: string; name: string; now: Outcome; former: Outcome }) {
  const { t } = useLanguage()
  const rows = useRows(props.now, props.former)
  return (
    <Scroll label={props.label}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('simulator.row')}</th>
            <th className="num">{t('simulator.thisOne')}</th>
            <th className="num">{props.name}</th>
            <th className="num">{t('simulator.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, now, former }) => (
            <tr key={label}>
              <td>{label}</td>
              <td className="num" data-label={t('simulator.thisOne')}>
                <Money fen={now?.toString()} />
              </td>
              <td className="num" data-label={props.name}>
                <Money fen={former?.toString()} />
              </td>
              <td className="num" data-label={t('simulator.difference')}>
                {now !== undefined && former !== undefined && <Money fen={`${now - former}`} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const layers = ['contributors', 'department', 'office', 'company', 'institution'] as const

interface Row {
  readonly label: string
  readonly now: bigint | undefined
  readonly former: bigint | undefined
}

function useRows(now: Outcome, former: Outcome): readonly Row[] {
  const { t, named } = useLanguage()
  const members = Array.from({ length: Math.max(now.members.length, former.members.length) })
  const ofMember = (at: number, of: (one: Outcome) => bigint | undefined, what: string): Row => ({
    label: `${t('simulator.memberNo', { number: at + 1 })} ${what}`,
    ...{ now: of(now), former: of(former) },
  })
  return [
    { label: t('cases.net'), now: now.money?.net, former: former.money?.net },
    ...layers.map((layer) => ({
      label: named('distributionRules.layers', layer),
      ...{ now: now.parts?.[layer], former: former.parts?.[layer] },
    })),
    ...members.flatMap((_, at) => [
      ofMember(at, ({ members: all }) => all[at]?.amount, t('simulator.before')),
      ofMember(at, ({ members: all }) => all[at]?.afterTax?.full, t('simulator.afterFull')),
      ofMember(at, ({ members: all }) => all[at]?.afterTax?.reduced, t('simulator.afterReduced')),
    ]),
  ].filter(({ now: one, former: other }) => (one ?? 0n) !== 0n || (other ?? 0n) !== 0n)
}
