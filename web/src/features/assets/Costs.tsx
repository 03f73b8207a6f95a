import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type AssetWire, type CostWire, reverseCost, useRereadAssets } from './asset.api.ts'
import { CostForm } from './CostForm.tsx'

/** What was spent on an achievement: recorded, or taken back by a line of its own; never changed. */
export function Costs({ of, mayWrite }: { of: AssetWire; mayWrite: boolean }) {
  const { t } = useLanguage()
  const [isAdding, add] = useState(false)
  const [reversing, reverse] = useState<CostWire>()
  return (
    <Panel
      title={t('assets.costs')}
      extra={
        mayWrite && (
          <Button small onClick={() => add(true)}>
            {t('assets.addCost')}
          </Button>
        )
      }
    >
      {of.costs.length === 0 ? (
        <Nothing text={t('assets.noCosts')} hint={t('assets.noCostsHint')} />
      ) : (
        <Lines of={of} onReverse={mayWrite ? reverse : undefined} />
      )}
      {isAdding && <CostForm asset={of} onClose={() => add(false)} />}
      {reversing && <Reversal asset={of.id} cost={reversing} onClose={() => reverse(undefined)} />}
    </Panel>
  )
}

function Lines(props: { of: AssetWire; onReverse: ((cost: CostWire) => void) | undefined }) {
  const { t, say, named } = useLanguage()
  const { of, onReverse } = props
  const kindOf = (code: string) => say(of.kinds.find((kind) => kind.code === code)?.label ?? code)
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('assets.fields.spentOn')}</th>
          <th>{t('assets.fields.kind')}</th>
          <th>{t('assets.fields.voucher')}</th>
          <th>{t('assets.fields.funding')}</th>
          <th>{t('assets.fields.amountFen')}</th>
          <th>{t('assets.fields.bookedAs')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {of.costs.map((cost) => (
          <tr key={cost.id}>
            <td className="nowrap" data-label={t('assets.fields.spentOn')}>
              <DayText day={cost.spentOn} isShort />
            </td>
            <td data-label={t('assets.fields.kind')}>
              {kindOf(cost.kind)}
              {cost.words && <div className="muted">{cost.words}</div>}
            </td>
            <td data-label={t('assets.fields.voucher')}>
              {cost.voucher}
              {cost.files.map((file) => (
                <div key={file.sha256}>
                  <a href={`/api/v1/files/${file.sha256}`}>{file.name}</a>
                </div>
              ))}
            </td>
            <td data-label={t('assets.fields.funding')}>{named('assets.funding', cost.funding)}</td>
            <td className="nowrap" data-label={t('assets.fields.amountFen')}>
              <Money fen={cost.amountFen} />
            </td>
            <td data-label={t('assets.fields.bookedAs')}>
              <Treated of={cost} />
            </td>
            <td>
              {onReverse && cost.reverses === null && cost.reversedBy === null && (
                <Button small kind="quiet" onClick={() => onReverse(cost)}>
                  {t('assets.reverse')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>{t('assets.costsTotal', { count: of.costs.length })}</td>
          <td className="nowrap" colSpan={3}>
            <Money fen={of.spentFen} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

function Treated({ of }: { of: CostWire }) {
  const { t, named } = useLanguage()
  if (of.reverses !== null) return <span className="chip">{t('assets.isReversal')}</span>
  if (of.reversedBy !== null) return <span className="chip">{t('assets.isReversed')}</span>
  if (of.bookedAs === null) return <span className="muted">{t('assets.notBooked')}</span>
  return (
    <>
      {named('assets.treatments', of.bookedAs)}
      {of.releasedAs && <> → {named('assets.treatments', of.releasedAs)}</>}
    </>
  )
}

function Reversal(props: { asset: string; cost: CostWire; onClose: () => void }) {
  const { t } = useLanguage()
  const { asset, cost, onClose } = props
  const reread = useRereadAssets()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const send = async () => {
    try {
      await reverseCost(asset, cost.id, reason)
      await reread(asset)
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title={t('assets.reverse')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>
          {cost.voucher} · {cost.spentOn} · <Money fen={cost.amountFen} />
        </p>
        <LongTextField
          label={t('assets.reverseReason')}
          hint={t('assets.reverseHint')}
          value={reason}
          onChange={setReason}
          isRequired
        />
        <ProblemAlert error={error} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="danger" type="submit">
            {t('assets.reverse')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
