import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CiteText } from '../../ui/CiteText.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import {
  approveBonus,
  type BonusWire,
  bonusQuery,
  payBonus,
  returnBonus,
  toneOf,
  useReread,
  withdrawBonus,
} from './bonus.api.ts'
import { FileLinks } from './FileLinks.tsx'
import { type Grant, GrantForm, type OpenGrantForm } from './GrantForm.tsx'
import { GrantHead, type GrantPowers } from './GrantHead.tsx'
import { PartActs, PartPayments } from './GrantParts.tsx'

/** One bonus: whose patent, who has how much, what the law says, and what was paid. */
export function BonusPage({ id, may }: { id: string; may: GrantPowers }) {
  const query = useQuery(bonusQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} may={may} />}</Loaded>
}

function Whole({ one, may }: { one: BonusWire; may: GrantPowers }) {
  const { t } = useLanguage()
  const reread = useReread(one.id)
  const [open, setOpen] = useState<OpenGrantForm>()
  const grant: Grant = {
    seq: one.seq,
    parts: one.shares,
    notes: { withdraw: t('bonuses.withdrawNote'), return: t('bonuses.returnNote') },
    withdraw: (body) => withdrawBonus(one.id, body),
    pay: (body) => payBonus(one.id, body),
    takeBack: (payment, body) => returnBonus(one.id, payment, body),
  }
  return (
    <>
      <GrantHead
        one={one}
        parts={one.shares}
        may={may}
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
        waitsNote={t('bonuses.waitsForOtherNote')}
        onApprove={() => approveBonus(one.id, one.seq)}
        onDone={reread}
        onOpen={setOpen}
      />
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
        <GrantForm grant={grant} open={open} onDone={reread} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function Shares(props: {
  one: BonusWire
  may: GrantPowers
  onOpen: (open: OpenGrantForm) => void
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
          return (
            <tr key={share.place}>
              <td>
                <strong>{share.name}</strong>{' '}
                {share.staffNumber && <span className="muted figure">{share.staffNumber}</span>}
              </td>
              <td className="number" data-label={t('bonuses.share')}>
                <Money fen={share.fen} />
              </td>
              <PartPayments part={share} />
              {may.mayPay && (
                <PartActs part={share} isApproved={one.state === 'approved'} onOpen={onOpen} />
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
