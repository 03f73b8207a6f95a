import { useMutation } from '@tanstack/react-query'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import type { BonusWire } from './bonus.api.ts'
import type { OpenGrantForm } from './GrantForm.tsx'

/** What whoever looks at what was granted may do. */
export interface GrantPowers {
  readonly person: string
  readonly mayPropose: boolean
  readonly mayApprove: boolean
  readonly mayPay: boolean
}

type Granted = Pick<BonusWire, 'state' | 'paidFen' | 'withdrawnFor' | 'proposed'>
type Part = Pick<BonusWire['shares'][number], 'place' | 'isPaid' | 'batch'>

/** The head of what was granted: what it is, what whoever looks at it may do, and what it waits for. */
export function GrantHead(props: {
  one: Granted
  parts: readonly Part[]
  may: GrantPowers
  title: string
  note: React.ReactNode
  /** Why who proposed it does not approve it. */
  waitsNote: string
  onApprove: () => Promise<unknown>
  onDone: () => Promise<unknown>
  onOpen: (open: OpenGrantForm) => void
}) {
  const { t } = useLanguage()
  const { one, parts, may, onOpen } = props
  const approve = useMutation({ mutationFn: props.onApprove, onSuccess: props.onDone })
  const isOwn = one.proposed.by === may.person
  const toPay = parts
    .filter(({ isPaid, batch }) => !isPaid && batch === null)
    .map(({ place }) => place)
  const isUntouched = BigInt(one.paidFen) === 0n && one.state !== 'withdrawn'
  return (
    <>
      <PageHeader title={props.title} note={props.note}>
        {may.mayApprove && !isOwn && one.state === 'proposed' && (
          <Button kind="primary" busy={approve.isPending} onClick={() => approve.mutate()}>
            {t('bonuses.approve')}
          </Button>
        )}
        {may.mayPay && one.state === 'approved' && toPay.length > 0 && (
          <>
            <LinkButton href="/payouts/new" kind="primary">
              {t('payouts.awards.toBatch')}
            </LinkButton>
            <Button onClick={() => onOpen({ is: 'pay', places: toPay })}>
              {t('bonuses.payAll')}
            </Button>
          </>
        )}
        {may.mayPropose && isUntouched && (
          <Button onClick={() => onOpen({ is: 'withdraw' })}>{t('bonuses.withdraw')}</Button>
        )}
      </PageHeader>
      <ProblemAlert error={approve.error} />
      {may.mayApprove && isOwn && one.state === 'proposed' && (
        <Callout tone="due" title={t('bonuses.waitsForOther')}>
          {props.waitsNote}
        </Callout>
      )}
      {one.withdrawnFor && (
        <Callout tone="due" title={t('bonuses.states.withdrawn')}>
          {one.withdrawnFor}
        </Callout>
      )}
    </>
  )
}
