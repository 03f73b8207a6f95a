import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money, yuanText } from '../../ui/Money.tsx'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { DrawForm } from './DrawForm.tsx'
import { Files } from './Events.tsx'
import type { RegistrationPowers } from './RegistrationPage.tsx'
import {
  type RegistrationWire,
  settleVerification,
  useReread,
  type VerificationWire,
} from './registration.api.ts'

const tones = {
  to_approve: 'chip-due',
  drawn: 'chip-open',
  verified: 'chip-done',
  void: 'chip-expired',
} as const

/** What was earned of the contract and verified by the registrar, list by list. */
export function Income({ one, may }: { one: RegistrationWire; may: RegistrationPowers }) {
  const { t } = useLanguage()
  const [isDrawing, draw] = useState(false)
  const mayDraw = may.mayDraw && one.isInForce && one.unverified.length > 0
  return (
    <Panel
      title={t('registrations.income')}
      extra={
        mayDraw && (
          <Button kind="primary" onClick={() => draw(true)}>
            {t('registrations.draw')}
          </Button>
        )
      }
    >
      <p className="muted">
        {t('registrations.verifiedIncome')} <Money fen={one.verifiedFen} />
        {one.unverified.length > 0 &&
          ` · ${t('registrations.unverified', { count: one.unverified.length })}`}
      </p>
      <Waiting one={one} />
      {one.verifications.length === 0 ? (
        <Nothing
          text={t('registrations.noIncome')}
          hint={t(one.isInForce ? 'registrations.noIncomeHint' : 'registrations.noIncomeYet')}
        />
      ) : (
        one.verifications.map((list) => <List key={list.id} one={one} list={list} may={may} />)
      )}
      {isDrawing && <DrawForm one={one} onClose={() => draw(false)} />}
    </Panel>
  )
}

/** Refunds of which nobody has said whence they went back: they count against the contract. */
function Waiting({ one }: { one: RegistrationWire }) {
  const { t } = useLanguage()
  const { refundsWaiting: refunds, mostFen } = one
  if (refunds.length === 0) return null
  return (
    <Callout tone="due" title={t('registrations.waiting', { count: refunds.length })}>
      <p>{t('registrations.waitingHint', { most: yuanText(mostFen) })}</p>
      <ul className="bare">
        {refunds.map(({ refund, receivedOn, voucher, fen, only }) => (
          <li key={refund}>
            <a href={`/receipts/${refund}`} className="figure">
              {receivedOn ?? '—'}
            </a>{' '}
            {voucher} <Money fen={fen} />{' '}
            {only === null ? (
              <a href="/receipts/waiting">{t('registrations.waitingChoose')}</a>
            ) : (
              <small className="muted">{t('registrations.waitingOnly')}</small>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

function List(props: { one: RegistrationWire; list: VerificationWire; may: RegistrationPowers }) {
  const { t, listed } = useLanguage()
  const { one, list, may } = props
  return (
    <section className="reg-list">
      <h3>
        {t('registrations.listNumber', { seq: list.seq })}{' '}
        <span className={`chip ${tones[list.state]}`}>
          {t(`registrations.lists.${list.state}`)}
        </span>
      </h3>
      <p className="muted">
        {list.drawnOn} {list.drawnName}
        {list.approvedName && ` · ${t('registrations.approvedBy', { name: list.approvedName })}`}
        {list.verifiedOn && ` · ${t('registrations.verifiedOn', { day: list.verifiedOn })}`}
        {list.number && ` · ${list.number}`}
      </p>
      {list.state === 'to_approve' && (
        <p>{t('registrations.approvalAsked', { source: list.approvalRule ?? '' })}</p>
      )}
      {list.voidReason && <p className="said">{list.voidReason}</p>}
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('registrations.receivedOn')}</th>
            <th>{t('registrations.voucher')}</th>
            <th className="num">{t('registrations.received')}</th>
            <th className="num">{t('registrations.technologyIncome')}</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.map((line) => (
            <tr key={line.receipt}>
              <td className="nowrap figure" data-label={t('registrations.receivedOn')}>
                <a href={`/receipts/${line.receipt}`}>{line.receivedOn ?? '—'}</a>
              </td>
              <td data-label={t('registrations.voucher')}>{line.voucher}</td>
              <td className="num" data-label={t('registrations.received')}>
                <Money fen={line.receivedFen} />
              </td>
              <td className="num" data-label={t('registrations.technologyIncome')}>
                <Money fen={line.fen} />
                {line.isAboveLeft && (
                  <div className="lacking">{t('registrations.refundedSince')}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>{t('registrations.sum')}</td>
            <td className="num">
              <Money fen={list.amountFen} />
            </td>
          </tr>
        </tfoot>
      </table>
      {list.rewards.length > 0 && (
        <p>
          {t('registrations.rewards')} <Money fen={list.rewardFen} />{' '}
          <small className="muted">{listed(list.rewards.map(({ name }) => name))}</small>
        </p>
      )}
      <Files files={list.files} />
      <Acts one={one} list={list} may={may} />
    </section>
  )
}

function Acts(props: { one: RegistrationWire; list: VerificationWire; may: RegistrationPowers }) {
  const { t } = useLanguage()
  const reread = useReread()
  const { one, list, may } = props
  const [open, setOpen] = useState<'verify' | 'void'>()
  const approve = useMutation({
    mutationFn: () => settleVerification(one.id, list.id, 'approve'),
    onSuccess: () => reread(),
  })
  const common = { onDone: reread, onClose: () => setOpen(undefined) }
  return (
    <>
      <div className="reg-acts">
        <LinkButton href={address(`/registrations/${one.id}/slips/${list.id}/pdf`)}>
          {t('registrations.printSlip')}
        </LinkButton>
        {list.state === 'to_approve' && may.mayApprove && !list.isMine && (
          <Button kind="primary" busy={approve.isPending} onClick={() => approve.mutate()}>
            {t('registrations.approve')}
          </Button>
        )}
        {list.state === 'drawn' && may.mayDraw && (
          <Button kind="primary" onClick={() => setOpen('verify')}>
            {t('registrations.verify')}
          </Button>
        )}
        {list.state !== 'void' && may.mayDraw && (
          <Button kind="quiet" onClick={() => setOpen('void')}>
            {t('registrations.makeVoid')}
          </Button>
        )}
      </div>
      {list.state === 'to_approve' && list.isMine && (
        <p className="muted">{t('registrations.notMine')}</p>
      )}
      <ProblemAlert error={approve.error} />
      {open === 'verify' && (
        <SmallForm
          title={t('registrations.verify')}
          asked={[
            {
              ...{ name: 'on', as: 'day', label: t('registrations.verifiedDay') },
              ...{ isRequired: true, first: one.today },
            },
            { name: 'number', as: 'line', label: t('registrations.verifiedNumber') },
          ]}
          withFiles
          act={t('registrations.verify')}
          onSend={(body) => settleVerification(one.id, list.id, 'verify', body)}
          {...common}
        />
      )}
      {open === 'void' && (
        <SmallForm
          title={t('registrations.makeVoid')}
          lead={t('registrations.voidHint')}
          asked={[{ name: 'reason', as: 'text', label: t('registrations.why'), isRequired: true }]}
          act={t('registrations.makeVoid')}
          isDanger
          onSend={(body) => settleVerification(one.id, list.id, 'void', body)}
          {...common}
        />
      )}
    </>
  )
}
