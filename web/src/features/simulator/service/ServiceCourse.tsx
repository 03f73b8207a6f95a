import type { ServiceInstalment } from '@yizhuan/procedures'
import { DayText } from '../../../ui/DayText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Panel } from '../../../ui/Page.tsx'
import { Scroll } from '../../../ui/Scroll.tsx'
import type { ServiceColumn } from './columns.ts'

/** Payment by payment under each law: what is settled by then, and what the team has of it. */
export function ServiceCourse({ columns }: { columns: readonly ServiceColumn[] }) {
  const { t, say } = useLanguage()
  // One payment stands in the comparison already.
  if (columns.every(({ outcome }) => outcome.course.length < 2)) return null
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

function OneCourse({ course, name }: { course: readonly ServiceInstalment[]; name: string }) {
  const { t } = useLanguage()
  const sum = (of: (one: ServiceInstalment) => bigint) =>
    course.reduce((all, one) => all + of(one), 0n)
  const pool = ({ paid }: ServiceInstalment) => paid?.pool ?? 0n
  return (
    <Scroll label={`${t('simulator.course')} ${name}`}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('simulator.fields.day')}</th>
            <th className="num">{t('simulator.received')}</th>
            <th className="num">{t('serviceSimulator.settledSoFar')}</th>
            <th className="num">{t('serviceSimulator.sums.reward')}</th>
          </tr>
        </thead>
        <tbody>
          {course.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two payments may fall on one day
            <tr key={at}>
              <td>
                <DayText day={one.on} isShort />
                {!one.paid && <div className="muted">{t('serviceSimulator.nothingLeft')}</div>}
              </td>
              <td className="num" data-label={t('simulator.received')}>
                <Money fen={`${one.amount}`} />
              </td>
              <td className="num" data-label={t('serviceSimulator.settledSoFar')}>
                <Money fen={`${one.settled.net}`} />
              </td>
              <td className="num" data-label={t('serviceSimulator.sums.reward')}>
                <Money fen={`${pool(one)}`} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('simulator.total')}</th>
            <td className="num" data-label={t('simulator.received')}>
              <Money fen={`${sum(({ amount }) => amount)}`} />
            </td>
            <td className="num" data-label={t('serviceSimulator.settledSoFar')}>
              <Money fen={`${course.at(-1)?.settled.net ?? 0n}`} />
            </td>
            <td className="num" data-label={t('serviceSimulator.sums.reward')}>
              <Money fen={`${sum(pool)}`} />
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}
