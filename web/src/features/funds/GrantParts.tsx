import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { BonusWire } from './bonus.api.ts'
import { FileLinks } from './FileLinks.tsx'
import type { OpenGrantForm } from './GrantForm.tsx'
import { InBatch } from './InBatch.tsx'

type Part = Pick<BonusWire['shares'][number], 'place' | 'isPaid' | 'payments' | 'batch'>

/** What was paid of a part and came back, and the batch it is in. */
export function PartPayments({ part }: { part: Part }) {
  const { t } = useLanguage()
  return (
    <td data-label={t('bonuses.payments')}>
      {part.payments.length === 0 && <span className="muted">{t('bonuses.unpaid')}</span>}
      {part.payments.map((payment) => (
        <div key={payment.id}>
          {t(`bonuses.turns.${payment.kind}`)} <span className="figure">{payment.onDay}</span>{' '}
          <small className="muted">{payment.reference}</small>
          <FileLinks files={payment.files} />
        </div>
      ))}
      <InBatch batch={part.batch} />
    </td>
  )
}

/** What finance may tell of a part by hand: nothing while a batch has it. */
export function PartActs(props: {
  part: Part
  isApproved: boolean
  onOpen: (open: OpenGrantForm) => void
}) {
  const { t } = useLanguage()
  const { part, isApproved, onOpen } = props
  const last = part.payments.at(-1)
  const isFree = part.batch === null
  return (
    <td>
      {part.isPaid && last && isFree && (
        <Button small kind="quiet" onClick={() => onOpen({ is: 'return', payment: last.id })}>
          {t('bonuses.return')}
        </Button>
      )}
      {!part.isPaid && isFree && isApproved && (
        <Button small onClick={() => onOpen({ is: 'pay', places: [part.place] })}>
          {t('bonuses.pay')}
        </Button>
      )}
    </td>
  )
}
