import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { toneOf } from './bonus.api.ts'
import { FileLinks } from './FileLinks.tsx'
import { type Grant, GrantForm, type OpenGrantForm } from './GrantForm.tsx'
import { GrantHead, type GrantPowers } from './GrantHead.tsx'
import { PartActs, PartPayments } from './GrantParts.tsx'
import {
  type AwardWire,
  approveAward,
  awardQuery,
  payAward,
  returnAward,
  useRereadStaff,
  withdrawAward,
} from './staff.api.ts'

/** One award of the staff part: who has how much, and what was paid. */
export function AwardPage({ id, may }: { id: string; may: GrantPowers }) {
  const query = useQuery(awardQuery(id))
  return <Loaded query={query}>{(one) => <Whole one={one} may={may} />}</Loaded>
}

function Whole({ one, may }: { one: AwardWire; may: GrantPowers }) {
  const { t } = useLanguage()
  const reread = useRereadStaff(one.id)
  const [open, setOpen] = useState<OpenGrantForm>()
  const grant: Grant = {
    seq: one.seq,
    parts: one.lines,
    notes: { withdraw: t('staffPurse.withdrawNote'), return: t('staffPurse.returnNote') },
    withdraw: (body) => withdrawAward(one.id, body),
    pay: (body) => payAward(one.id, body),
    takeBack: (payment, body) => returnAward(one.id, payment, body),
  }
  return (
    <>
      <GrantHead
        one={one}
        parts={one.lines}
        may={may}
        title={one.title}
        note={
          <>
            {t('staffPurse.one')}{' '}
            <span className={`chip ${toneOf[one.state]}`}>{t(`bonuses.states.${one.state}`)}</span>
          </>
        }
        waitsNote={t('staffPurse.waitsForOtherNote')}
        onApprove={() => approveAward(one.id, one.seq)}
        onDone={reread}
        onOpen={setOpen}
      />
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
        <GrantForm grant={grant} open={open} onDone={reread} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function Lines(props: { one: AwardWire; may: GrantPowers; onOpen: (open: OpenGrantForm) => void }) {
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
              <PartPayments part={line} />
              {may.mayPay && (
                <PartActs part={line} isApproved={one.state === 'approved'} onOpen={onOpen} />
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
