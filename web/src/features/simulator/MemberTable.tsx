import type { TaxTable } from '@yizhuan/law'
import type { MemberOutcome } from '@yizhuan/procedures'
import type { Place } from '../../api/laws.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { usePlaceName } from './usePlaceName.ts'

/** What each member would have under each law, before tax and, as an estimate, after it. */
export function MemberTable(props: {
  columns: readonly (Place & { readonly outcome: { readonly members: readonly MemberOutcome[] } })[]
  table: TaxTable | undefined
  members: number
}) {
  const { t, say } = useLanguage()
  const nameOf = usePlaceName()
  const { columns, table, members } = props
  if (members === 0) return null
  return (
    <Panel title={t('simulator.members')}>
      <Scroll label={t('simulator.members')}>
        <table className="grid versus stacks">
          <thead>
            <tr>
              <th>{t('simulator.member')}</th>
              {columns.map(({ stack }) => (
                <th key={stack.id} className={stack.isDraft ? 'draft-mark' : ''}>
                  {say(stack.place)}{' '}
                  {stack.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: members }, (_, at) => (
              // Members have no name and no other identity than their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: positions identify the members
              <tr key={at}>
                <th scope="row">{t('simulator.memberNo', { number: at + 1 })}</th>
                {columns.map(({ stack, outcome }) => (
                  <td
                    key={stack.id}
                    data-label={nameOf(stack)}
                    className={stack.isDraft ? 'draft-mark' : ''}
                  >
                    <Received member={outcome.members[at]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="muted">
        {table ? (
          <>
            {t('simulator.estimate')} {say(table.title)}
            {table.from && (
              <>
                {' '}
                <DayText day={table.from} isShort /> {t('policies.from')}
              </>
            )}{' '}
            {!table.verified && <span className="chip chip-due">? {t('policies.unverified')}</span>}
          </>
        ) : (
          t('simulator.noTable')
        )}
      </p>
    </Panel>
  )
}

function Received({ member }: { member: MemberOutcome | undefined }) {
  const { t } = useLanguage()
  if (!member) return <span className="muted">—</span>
  const { afterTax } = member
  return (
    <>
      <div>
        {t('simulator.before')} <Money fen={member.amount.toString()} />
      </div>
      {member.award === 'equity' && <div className="muted">{t('simulator.equityTax')}</div>}
      {afterTax?.full !== undefined && (
        <div>
          {t('simulator.afterFull')} <Money fen={afterTax.full.toString()} />
        </div>
      )}
      {afterTax?.reduced !== undefined && (
        <div>
          {t('simulator.afterReduced')} <Money fen={afterTax.reduced.toString()} />
        </div>
      )}
    </>
  )
}
