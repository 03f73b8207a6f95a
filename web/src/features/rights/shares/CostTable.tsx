import { eventRules } from '@yizhuan/docket'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money, typedYuan } from '../../../ui/Money.tsx'
import { SmallForm } from '../../../ui/SmallForm.tsx'
import { type CostShareWire, recordCost, takeBackCost, useRereadShares } from './share.api.ts'

const tones: Readonly<Record<CostShareWire['state'], string>> = {
  open: 'chip-due',
  claimed: 'chip-open',
  settled: 'chip-done',
  over: 'chip-breached',
}

type Step =
  | { readonly of: CostShareWire; readonly kind: 'claimed' | 'received' }
  | { readonly of: CostShareWire; readonly entry: string }

/** What others owe of paid fees, a party and a fee a line, with what is to be done about it. */
export function CostTable(props: {
  items: readonly CostShareWire[]
  /** They are of one right, whose page it is. */
  isOfOne?: boolean
  mayClaim: boolean
}) {
  const { t, named, say } = useLanguage()
  const { items, isOfOne = false, mayClaim } = props
  const [step, setStep] = useState<Step>()
  return (
    <>
      <table className="grid grid-links stacks">
        <thead>
          <tr>
            {!isOfOne && <th>{t('rights.fields.title')}</th>}
            <th>{t('shares.fee')}</th>
            <th>{t('shares.party')}</th>
            <th>{t('shares.owed')}</th>
            <th>{t('shares.claimed')}</th>
            <th>{t('shares.received')}</th>
            <th>{t('shares.state')}</th>
            {mayClaim && <th />}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={`${one.event}/${one.party}`}>
              {!isOfOne && (
                <td>
                  <a href={`/rights/${one.right}`} className="row-title">
                    {one.rightTitle}
                  </a>
                  <div className="muted">{one.number ?? t('rights.noNumber')}</div>
                </td>
              )}
              <td data-label={t('shares.fee')}>
                {say(eventRules[one.fee].words)}
                {one.year !== null && ` · ${t('docket.yearOf', { year: one.year })}`}
                <div className="muted">
                  <DayText day={one.on} /> <Money fen={one.fen} />
                </div>
              </td>
              <td data-label={t('shares.party')}>
                {one.party}
                <div className="muted">
                  {one.role ? named('shares.roles', one.role) : t('shares.noParty')}
                  {one.share && ` · ${one.share}`}
                </div>
              </td>
              <td className="nowrap" data-label={t('shares.owed')}>
                <Money fen={one.owedFen} />
              </td>
              <td className="nowrap" data-label={t('shares.claimed')}>
                <Money fen={one.claimedFen} />
              </td>
              <td className="nowrap" data-label={t('shares.received')}>
                <Money fen={one.receivedFen} />
              </td>
              <td data-label={t('shares.state')}>
                <span className={`chip ${tones[one.state]}`}>
                  {named('shares.states', one.state)}
                </span>
                <Entries one={one} mayClaim={mayClaim} onTakeBack={setStep} />
              </td>
              {mayClaim && (
                <td>
                  <span className="actions">
                    {one.state === 'open' && (
                      <Button small onClick={() => setStep({ of: one, kind: 'claimed' })}>
                        {t('shares.claim')}
                      </Button>
                    )}
                    {BigInt(one.outstandingFen) > 0n && (
                      <Button small onClick={() => setStep({ of: one, kind: 'received' })}>
                        {t('shares.receive')}
                      </Button>
                    )}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {step && <AskStep step={step} onClose={() => setStep(undefined)} />}
    </>
  )
}

/** Every claim and receipt, those that were taken back among them. */
function Entries(props: {
  one: CostShareWire
  mayClaim: boolean
  onTakeBack: (step: Step) => void
}) {
  const { t, named } = useLanguage()
  const { one, mayClaim, onTakeBack } = props
  if (one.entries.length === 0) return null
  return (
    <details>
      <summary>{t('shares.entries', { count: one.entries.length })}</summary>
      <ul className="rows">
        {one.entries.map(({ id, kind, fen, on, document, recordedName, takenBack }) => (
          <li key={id}>
            {named('shares.kinds', kind)} <Money fen={fen} /> <DayText day={on} /> {document}{' '}
            <small className="muted">{recordedName}</small>{' '}
            {takenBack ? (
              <small className="muted">
                {t('shares.takenBack', { name: takenBack.name, day: takenBack.on })}{' '}
                {takenBack.reason}
              </small>
            ) : (
              mayClaim && (
                <Button small kind="quiet" onClick={() => onTakeBack({ of: one, entry: id })}>
                  {t('shares.takeBack')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function AskStep({ step, onClose }: { step: Step; onClose: () => void }) {
  const { t } = useLanguage()
  const { of } = step
  const reread = useRereadShares(of.right)
  if ('entry' in step) {
    return (
      <SmallForm
        title={t('shares.takeBack')}
        lead={t('shares.takeBackLead')}
        asked={[{ name: 'reason', label: t('docket.reason'), as: 'line', isRequired: true }]}
        act={t('shares.takeBack')}
        isDanger
        onSend={({ reason }) => takeBackCost(step.entry, String(reason ?? ''))}
        onDone={reread}
        onClose={onClose}
      />
    )
  }
  const { kind } = step
  const isClaim = kind === 'claimed'
  const left = isClaim ? BigInt(of.owedFen) - BigInt(of.claimedFen) : BigInt(of.outstandingFen)
  const act = t(isClaim ? 'shares.claim' : 'shares.receive')
  return (
    <SmallForm
      title={`${act} · ${of.party}`}
      lead={t(isClaim ? 'shares.claimLead' : 'shares.receiveLead')}
      asked={[
        {
          ...{ name: 'fen', label: t('shares.amount'), as: 'amount', isRequired: true },
          first: typedYuan(`${left}`),
        },
        { name: 'on', label: t('shares.day'), as: 'day', isRequired: true },
        {
          name: 'document',
          label: t(isClaim ? 'shares.letter' : 'shares.voucher'),
          as: 'line',
          isRequired: true,
        },
      ]}
      act={act}
      isOnce
      onSend={(body) => {
        const { right, event, party } = of
        return recordCost({ ...body, right, event, party, kind } as Recorded)
      }}
      onDone={reread}
      onClose={onClose}
    />
  )
}

// The server checks every field and names the one that is wrong.
type Recorded = Parameters<typeof recordCost>[0]
