import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { CiteText } from '../../ui/CiteText.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { BonusForm, type OpenBonusForm } from './BonusForm.tsx'
import { approveBonus, type BonusWire, bonusQuery, toneOf, useReread } from './bonus.api.ts'
import { FileLinks } from './FileLinks.tsx'
import { InBatch } from './InBatch.tsx'

/** What whoever looks at a bonus may do. */
export interface BonusPowers {
  readonly person: string
  readonly mayPropose: boolean
  readonly mayApprove: boolean
  readonly mayPay: boolean
}

/** One bonus: whose patent, who has how much, what the law says, and what was paid. */
export function BonusPage({ id, may }: { id: string; may: BonusPowers }) {
  const query = useQuery(bonusQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} may={may} />}</Loaded>
}

function Whole({ one, may }: { one: BonusWire; may: BonusPowers }) {
  const { t } = useLanguage()
  const reread = useReread(one.id)
  const [open, setOpen] = useState<OpenBonusForm>()
  const approve = useMutation({
    mutationFn: () => approveBonus(one.id, one.seq),
    onSuccess: reread,
  })
  const isOwn = one.proposed.by === may.person
  const toPay = one.shares
    .filter(({ isPaid, batch }) => !isPaid && batch === null)
    .map(({ place }) => place)
  const isUntouched = BigInt(one.paidFen) === 0n && one.state !== 'withdrawn'
  return (
    <>
      <PageHeader
        title={one.rightTitle}
        note={
          <>
            {t('bonuses.one')}{' '}
            <span className={`chip ${toneOf[one.state]}`}>{t(`bonuses.states.${one.state}`)}</span>{' '}
            {one.isLate && <span className="chip chip-breached">{t('bonuses.isLate')}</span>}{' '}
            <a href={`/rights/${one.rightId}`} className="figure">
              {one.rightNumber ?? t('bonuses.toRight')}
            </a>
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
          {t('bonuses.waitsForOtherNote')}
        </Callout>
      )}
      {one.withdrawnFor && (
        <Callout tone="due" title={t('bonuses.states.withdrawn')}>
          {one.withdrawnFor}
        </Callout>
      )}
      <div className="two wide-left">
        <Panel title={t('bonuses.shares')}>
          <Shares one={one} may={may} onOpen={setOpen} />
        </Panel>
        <Panel title={t('bonuses.lawSays')}>
          <LawSays one={one} />
        </Panel>
      </div>
      <Panel title={t('bonuses.about')}>
        <About one={one} />
      </Panel>
      <Comments kind="grant-bonus" id={one.id} />
      <Panel title={t('history.title')}>
        <History path={`/grant-bonuses/${one.id}/history`} group="bonuses" />
      </Panel>
      {open && (
        <BonusForm one={one} open={open} onDone={reread} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function Shares(props: {
  one: BonusWire
  may: BonusPowers
  onOpen: (open: OpenBonusForm) => void
}) {
  const { t } = useLanguage()
  const { one, may, onOpen } = props
  return (
    <table className="grid stacks">
      <thead>
        <tr>
          <th>{t('bonuses.inventor')}</th>
          <th className="number">{t('bonuses.share')}</th>
          <th>{t('bonuses.payments')}</th>
          {may.mayPay && <th />}
        </tr>
      </thead>
      <tbody>
        {one.shares.map((share) => {
          const last = share.payments.at(-1)
          return (
            <tr key={share.place}>
              <td>
                <strong>{share.name}</strong>{' '}
                {share.staffNumber && <span className="muted figure">{share.staffNumber}</span>}
              </td>
              <td className="number" data-label={t('bonuses.share')}>
                <Money fen={share.fen} />
              </td>
              <td data-label={t('bonuses.payments')}>
                {share.payments.length === 0 && (
                  <span className="muted">{t('bonuses.unpaid')}</span>
                )}
                {share.payments.map((payment) => (
                  <div key={payment.id}>
                    {t(`bonuses.turns.${payment.kind}`)}{' '}
                    <span className="figure">{payment.onDay}</span>{' '}
                    <small className="muted">{payment.reference}</small>
                    <FileLinks files={payment.files} />
                  </div>
                ))}
                <InBatch batch={share.batch} />
              </td>
              {may.mayPay && (
                <td>
                  {share.isPaid && last && share.batch === null && (
                    <Button
                      small
                      kind="quiet"
                      onClick={() => onOpen({ is: 'return', payment: last.id })}
                    >
                      {t('bonuses.return')}
                    </Button>
                  )}
                  {!share.isPaid && share.batch === null && one.state === 'approved' && (
                    <Button small onClick={() => onOpen({ is: 'pay', places: [share.place] })}>
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
          <td className="number" data-label={t('bonuses.share')}>
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

/** Whether it is enough, and whether it is in time, each with its article. */
function LawSays({ one }: { one: BonusWire }) {
  const { t, say } = useLanguage()
  if (one.findings.length === 0) return <p className="muted">{t('bonuses.lawSilent')}</p>
  return (
    <>
      <ul className="rows">
        {one.findings.map(({ norm, title, status, due, articles }) => (
          <li key={norm}>
            <StatusMark status={status} /> <a href={`/policies/norms/${norm}`}>{say(title)}</a>{' '}
            {due && <span className="figure">{due}</span>}{' '}
            {articles.map((cite) => (
              <span key={`${cite.source}#${cite.at}`}>
                <CiteText cite={cite} />{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p className="hint">{t('bonuses.unverifiedNote')}</p>
    </>
  )
}

function About({ one }: { one: BonusWire }) {
  const { t } = useLanguage()
  return (
    <Facts>
      <Fact label={t('bonuses.fields.rightKind')}>{t(`rights.kinds.${one.rightKind}`)}</Fact>
      <Fact label={t('bonuses.fields.grantedOn')}>
        <DayText day={one.grantedOn} />
      </Fact>
      <Fact label={t('bonuses.fields.dueOn')}>
        <DayText day={one.dueOn} />
      </Fact>
      <Fact label={t('bonuses.fields.basis')}>{one.rule ?? t(`bonuses.bases.${one.basis}`)}</Fact>
      <Fact label={t('bonuses.least')}>
        <Money fen={one.leastFen} />
      </Fact>
      <Fact label={t('bonuses.fields.despite')}>{one.despite}</Fact>
      <Fact label={t('bonuses.fields.proposedName')}>
        {one.proposed.name} <DayText day={one.proposed.on} />
      </Fact>
      <Fact label={t('bonuses.fields.approvedName')}>
        {one.approved && (
          <>
            {one.approved.name} <DayText day={one.approved.on} />
          </>
        )}
      </Fact>
      <Fact label={t('bonuses.fields.files')}>
        {one.files.length > 0 && <FileLinks files={one.files} />}
      </Fact>
      <Fact label={t('bonuses.fields.remark')}>{one.remark}</Fact>
    </Facts>
  )
}
