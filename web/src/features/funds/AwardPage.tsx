import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { AwardForm, type OpenAwardForm } from './AwardForm.tsx'
import type { BonusPowers } from './BonusPage.tsx'
import { toneOf } from './bonus.api.ts'
import { FileLinks } from './FileLinks.tsx'
import { InBatch } from './InBatch.tsx'
import { type AwardWire, approveAward, awardQuery, useRereadStaff } from './staff.api.ts'

/** One award of the staff part: who has how much, and what was paid. */
export function AwardPage({ id, may }: { id: string; may: BonusPowers }) {
  const query = useQuery(awardQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} may={may} />}</Loaded>
}

function Whole({ one, may }: { one: AwardWire; may: BonusPowers }) {
  const { t } = useLanguage()
  const reread = useRereadStaff(one.id)
  const [open, setOpen] = useState<OpenAwardForm>()
  const approve = useMutation({
    mutationFn: () => approveAward(one.id, one.seq),
    onSuccess: reread,
  })
  const isOwn = one.proposed.by === may.person
  const toPay = one.lines
    .filter(({ isPaid, batch }) => !isPaid && batch === null)
    .map(({ place }) => place)
  const isUntouched = BigInt(one.paidFen) === 0n && one.state !== 'withdrawn'
  return (
    <>
      <PageHeader
        title={one.title}
        note={
          <>
            {t('staffPurse.one')}{' '}
            <span className={`chip ${toneOf[one.state]}`}>{t(`bonuses.states.${one.state}`)}</span>
          </>
        }
      >
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
            <Button onClick={() => setOpen({ is: 'pay', places: toPay })}>
              {t('bonuses.payAll')}
            </Button>
          </>
        )}
        {may.mayPropose && isUntouched && (
          <Button onClick={() => setOpen({ is: 'withdraw' })}>{t('bonuses.withdraw')}</Button>
        )}
      </PageHeader>
      <ProblemAlert error={approve.error} />
      {may.mayApprove && isOwn && one.state === 'proposed' && (
        <Callout tone="due" title={t('bonuses.waitsForOther')}>
          {t('staffPurse.waitsForOtherNote')}
        </Callout>
      )}
      {one.withdrawnFor && (
        <Callout tone="due" title={t('bonuses.states.withdrawn')}>
          {one.withdrawnFor}
        </Callout>
      )}
      <Panel title={t('staffPurse.lines')}>
        <Lines one={one} may={may} onOpen={setOpen} />
      </Panel>
      <Panel title={t('staffPurse.about')}>
        <Facts>
          <Fact label={t('staffPurse.fields.basis')}>{one.basis}</Fact>
          <Fact label={t('staffPurse.fields.files')}>
            {one.files.length > 0 && <FileLinks files={one.files} />}
          </Fact>
          <Fact label={t('staffPurse.fields.proposedName')}>
            {one.proposed.name} <DayText day={one.proposed.on} />
          </Fact>
          <Fact label={t('staffPurse.fields.approvedName')}>
            {one.approved && (
              <>
                {one.approved.name} <DayText day={one.approved.on} />
              </>
            )}
          </Fact>
        </Facts>
      </Panel>
      <Comments kind="staff-award" id={one.id} />
      <Panel title={t('history.title')}>
        <History path={`/staff-awards/${one.id}/history`} group="staffPurse" />
      </Panel>
      {open && (
        <AwardForm one={one} open={open} onDone={reread} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function Lines(props: { one: AwardWire; may: BonusPowers; onOpen: (open: OpenAwardForm) => void }) {
  const { t } = useLanguage()
  const { one, may, onOpen } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('staffPurse.payees')}</th>
          <th>{t('staffPurse.purpose')}</th>
          <th className="number">{t('staffPurse.fields.amountFen')}</th>
          <th>{t('bonuses.payments')}</th>
          {may.mayPay && <th />}
        </tr>
      </thead>
      <tbody>
        {one.lines.map((line) => {
          const last = line.payments.at(-1)
          return (
            <tr key={line.place}>
              <td>
                <strong>{line.name}</strong>
              </td>
              <td data-label={t('staffPurse.purpose')}>
                {t(`staffPurse.purposes.${line.purpose}`)}
              </td>
              <td className="number" data-label={t('staffPurse.fields.amountFen')}>
                <Money fen={line.fen} />
              </td>
              <td data-label={t('bonuses.payments')}>
                {line.payments.length === 0 && <span className="muted">{t('bonuses.unpaid')}</span>}
                {line.payments.map((payment) => (
                  <div key={payment.id}>
                    {t(`bonuses.turns.${payment.kind}`)}{' '}
                    <span className="figure">{payment.onDay}</span>{' '}
                    <small className="muted">{payment.reference}</small>
                    <FileLinks files={payment.files} />
                  </div>
                ))}
                <InBatch batch={line.batch} />
              </td>
              {may.mayPay && (
                <td>
                  {line.isPaid && last && line.batch === null && (
                    <Button
                      small
                      kind="quiet"
                      onClick={() => onOpen({ is: 'return', payment: last.id })}
                    >
                      {t('bonuses.return')}
                    </Button>
                  )}
                  {!line.isPaid && line.batch === null && one.state === 'approved' && (
                    <Button small onClick={() => onOpen({ is: 'pay', places: [line.place] })}>
                      {t('bonuses.pay')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          )
        })}
        <tr>
          <th scope="row">{t('bonuses.sum')}</th>
          <td />
          <td className="number" data-label={t('staffPurse.fields.amountFen')}>
            <strong>
              <Money fen={one.amountFen} />
            </strong>
          </td>
          <td>
            {t('bonuses.paid')} <Money fen={one.paidFen} />
          </td>
          {may.mayPay && <td />}
        </tr>
      </tbody>
    </table>
  )
}
