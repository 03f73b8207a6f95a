import type { Instalment } from '@yizhuan/procedures'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import type { Column } from './columns.ts'
import { NotCovered } from './NotCovered.tsx'

const layers = ['contributors', 'department', 'office', 'company', 'institution'] as const

/** Payment by payment under each law: what is others', what is shared out, and who has it. */
export function Course({ columns }: { columns: readonly Column[] }) {
  const { t, say } = useLanguage()
  // One payment that is all the house's own stands in the comparison already.
  if (columns.every(({ outcome }) => isPlain(outcome.course))) return null
  return (
    <Panel title={t('simulator.course')}>
      {columns.map(({ stack, outcome }) => (
        <section key={stack.id} className={stack.isDraft ? 'draft-mark' : ''}>
          <h3>
            {say(stack.place)}{' '}
            {stack.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
          </h3>
          <OneCourse course={outcome.course} name={say(stack.place)} />
        </section>
      ))}
    </Panel>
  )
}

const isPlain = (course: readonly Instalment[]) =>
  course.length < 2 && course.every(({ others }) => others.length === 0)

function OneCourse({ course, name }: { course: readonly Instalment[]; name: string }) {
  const { t, named } = useLanguage()
  const partOf = (one: Instalment, layer: (typeof layers)[number]) => one.shared?.parts[layer] ?? 0n
  const taken = layers.filter((layer) => course.some((one) => partOf(one, layer) > 0n))
  const hasOthers = course.some(({ others }) => others.length > 0)
  const total = (of: (one: Instalment) => bigint) => course.reduce((all, one) => all + of(one), 0n)
  const othersOf = ({ others }: Instalment) => others.reduce((all, one) => all + one, 0n)
  const columns = [
    { label: t('simulator.received'), of: ({ amount }: Instalment) => amount as bigint },
    ...(hasOthers ? [{ label: t('simulator.ofOthers'), of: othersOf }] : []),
    { label: t('cases.net'), of: ({ shared }: Instalment) => (shared?.net ?? 0n) as bigint },
    ...taken.map((layer) => ({
      label: named('distributionRules.layers', layer),
      of: (one: Instalment) => partOf(one, layer) as bigint,
    })),
  ]
  return (
    <Scroll label={`${t('simulator.course')} ${name}`}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('simulator.fields.day')}</th>
            {columns.map(({ label }) => (
              <th key={label} className="num">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {course.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two payments may fall on one day
            <tr key={at}>
              <td>
                <DayText day={one.on} isShort />
                {one.of !== undefined && (
                  <div className="muted">{t('simulator.paymentNo', { number: one.of + 1 })}</div>
                )}
                <NotCovered of={one.uncovered} />
                <Lacking of={one} />
              </td>
              {columns.map(({ label, of }) => (
                <td key={label} className="num" data-label={label}>
                  <Money fen={`${of(one)}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('simulator.total')}</th>
            {columns.map(({ label, of }) => (
              <td key={label} className="num" data-label={label}>
                <Money fen={`${total(of)}`} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

/** A bound that one payment does not keep by itself. */
function Lacking({ of: { shared } }: { of: Instalment }) {
  const { t, say } = useLanguage()
  const broken = [...(shared?.money.floors ?? []), ...(shared?.money.caps ?? [])].filter(
    ({ difference }) => difference !== undefined && difference < 0n,
  )
  return broken.map(({ id, label, difference = 0n }) => (
    <div key={id} className="lacking">
      × {say(label)} {t('simulator.lacking')} <Money fen={`${-difference}`} />
    </div>
  ))
}
