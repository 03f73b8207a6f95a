import { DayText } from '../../../ui/DayText.tsx'
import { ExportMenu } from '../../../ui/ExportMenu.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Nothing, Panel } from '../../../ui/Page.tsx'
import type { OtherFeeWire } from './fee.api.ts'

/** Which fee of a clock it is, among all. */
export const otherKey = ({ right, clock }: OtherFeeWire) => `${right}/${clock}`

/** Fees of applications, examinations and renewals: what clocks ask to be paid. */
export function OtherFees(props: {
  items: readonly OtherFeeWire[]
  filter: Readonly<Record<string, string | undefined>>
  chosen: ReadonlySet<string>
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined
}) {
  const { t, say } = useLanguage()
  const { items, filter, chosen, onChoose } = props
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChoose?.(next)
  }
  return (
    <Panel
      title={t('fees.others')}
      extra={<ExportMenu path="/docket/other-fees" filter={filter} />}
    >
      <p className="hint">{t('fees.othersHint')}</p>
      {items.length === 0 ? (
        <Nothing text={t('fees.noOthers')} />
      ) : (
        <table className="grid grid-links stacks">
          <thead>
            <tr>
              {onChoose && <th aria-label={t('fees.chooseOne')} />}
              <th>{t('rights.fields.number')}</th>
              <th>{t('rights.fields.title')}</th>
              <th>{t('fees.which')}</th>
              <th>{t('docket.due')}</th>
              <th>{t('fees.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={otherKey(one)}>
                {onChoose && (
                  <td>
                    {one.feeFen !== null && one.batchId === null && (
                      <input
                        type="checkbox"
                        aria-label={t('fees.chooseOther', {
                          title: one.title,
                          fee: say(one.feeTitle),
                        })}
                        checked={chosen.has(otherKey(one))}
                        onChange={() => toggle(otherKey(one))}
                      />
                    )}
                  </td>
                )}
                <td className="nowrap figure">
                  <a href={`/rights/${one.right}`}>{one.number ?? t('rights.noNumber')}</a>
                </td>
                <td>
                  <a href={`/rights/${one.right}`} className="row-title">
                    {one.title}
                  </a>
                </td>
                <td data-label={t('fees.which')}>
                  {say(one.feeTitle)}
                  <div>
                    <small className="muted">{say(one.clockTitle)}</small>
                  </div>
                </td>
                <td className="nowrap" data-label={t('docket.due')}>
                  <DayText day={one.endsOn} />{' '}
                  {one.type === 'opening' && <span className="chip">{t('docket.optional')}</span>}
                </td>
                <td data-label={t('fees.amount')}>
                  <Amount one={one} />{' '}
                  {one.batchId && <a href={`/fee-batches/${one.batchId}`}>{t('fees.inBatch')}</a>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function Amount({ one: { feeFen, feeBesides, verified } }: { one: OtherFeeWire }) {
  const { t, say } = useLanguage()
  return (
    <>
      {feeFen === null ? (
        <span className="muted">{t('fees.amountUnknown')}</span>
      ) : (
        <>
          {feeBesides && `${t('fees.atLeast')} `}
          <Money fen={feeFen} />
        </>
      )}
      {(feeBesides || !verified) && (
        <div>
          <small className="muted">
            {feeBesides && say(feeBesides)} {!verified && t('docket.unverified')}
          </small>
        </div>
      )}
    </>
  )
}
