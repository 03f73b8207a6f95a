import { annuityStateWords } from '@yizhuan/docket'
import { Fragment, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Scroll } from '../../../ui/Scroll.tsx'
import type { AnnuityWire, DocketWire } from './docket.api.ts'
import { EventForm } from './EventForm.tsx'
import { FollowReview } from './FollowReview.tsx'
import { ReviewForm } from './ReviewForm.tsx'

const tones: Readonly<Record<AnnuityWire['state'], string>> = {
  paid: 'chip-done',
  upcoming: 'chip-open',
  inGrace: 'chip-due',
  missed: 'chip-breached',
  void: '',
}

/** The fees of a right, year by year: when due, how much, what is added today, and what became of each. */
export function AnnuityTable(props: {
  id: string
  docket: DocketWire
  mayWrite: boolean
  mayDecide: boolean
}) {
  const { t, say } = useLanguage()
  const { id, docket, mayWrite, mayDecide } = props
  const [paying, pay] = useState<AnnuityWire>()
  const [reviewing, review] = useState<AnnuityWire>()
  const [open, unfold] = useState<number>()
  const taken = docket.readings.find(({ isTaken }) => isTaken)
  const isOpen = ({ state }: AnnuityWire) => state === 'upcoming' || state === 'inGrace'
  const next = docket.annuities.find(isOpen)
  return (
    <>
      <Readings docket={docket} />
      <Scroll label={t('docket.annuities')}>
        <table className="grid stacks">
          <thead>
            <tr>
              <th>{t('docket.year')}</th>
              <th>{t('docket.due')}</th>
              <th>{t('docket.full')}</th>
              <th>{t('docket.fee')}</th>
              <th>{t('docket.surchargeToday')}</th>
              <th>{t('docket.stateOfFee')}</th>
              <th>{t('docket.decision')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {docket.annuities.map((row) => (
              <Fragment key={row.year}>
                <tr className={row.state === 'void' ? 'muted' : ''}>
                  <td className="nowrap">
                    {t('docket.yearOf', { year: row.year })}
                    {row.isGrantYear && <small className="muted"> {t('docket.grantYear')}</small>}
                  </td>
                  <td data-label={t('docket.due')}>
                    <DayText day={row.dueOn} />
                    {row.payableUntil !== row.dueOn && (
                      <div>
                        <small className="muted">
                          {t('docket.payableUntil', { day: row.payableUntil })}
                        </small>
                      </div>
                    )}
                  </td>
                  <td className="nowrap" data-label={t('docket.full')}>
                    <Money fen={row.fullFen} />
                  </td>
                  <td className="nowrap" data-label={t('docket.fee')}>
                    <Money fen={row.feeFen} />
                    {row.relief && (
                      <div>
                        <small className="muted">
                          {t(`docket.relief.${row.relief.kind}`, { share: row.relief.share })}
                        </small>
                      </div>
                    )}
                  </td>
                  <td data-label={t('docket.surchargeToday')}>
                    <Surcharge row={row} taken={taken?.id} docket={docket} />
                  </td>
                  <td data-label={t('docket.stateOfFee')}>
                    <span className={`chip ${tones[row.state]}`}>
                      {say(annuityStateWords[row.state])}
                    </span>
                    {row.settledOn && <small className="muted"> {row.settledOn}</small>}
                    {row.state === 'inGrace' && row.graceUntil && (
                      <div>
                        <small>{t('docket.graceUntil', { day: row.graceUntil })}</small>
                      </div>
                    )}
                  </td>
                  <td data-label={t('docket.decision')}>
                    <Decision id={id} row={row} />
                  </td>
                  <td className="row-acts">
                    {mayWrite && row === next && (
                      <Button small kind="primary" onClick={() => pay(row)}>
                        {t('docket.enterPayment')}
                      </Button>
                    )}
                    {mayDecide && row === next && (
                      <Button small onClick={() => review(row)}>
                        {t('docket.decide')}
                      </Button>
                    )}
                    {row.bands.length > 0 && row.state !== 'void' && (
                      <Button
                        small
                        kind="quiet"
                        aria-expanded={open === row.year}
                        onClick={() => unfold(open === row.year ? undefined : row.year)}
                      >
                        {t('docket.bands')}
                      </Button>
                    )}
                  </td>
                </tr>
                {open === row.year && (
                  <tr>
                    <td colSpan={8}>
                      <Bands row={row} docket={docket} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </Scroll>
      {docket.annuities.some(({ verified }) => !verified) && (
        <p className="muted">{t('docket.feesUnverified')}</p>
      )}
      {paying && (
        <EventForm
          id={id}
          docket={docket}
          of={{ kind: 'annuityPaid', year: paying.year, fen: paying.toPayFen[taken?.id ?? ''] }}
          onClose={() => pay(undefined)}
        />
      )}
      {reviewing && <ReviewForm id={id} year={reviewing.year} onClose={() => review(undefined)} />}
    </>
  )
}

/** How lateness is counted, and that there is another reading. */
function Readings({ docket }: { docket: DocketWire }) {
  const { t, say } = useLanguage()
  const taken = docket.readings.find(({ isTaken }) => isTaken)
  const others = docket.readings.filter(({ isTaken }) => !isTaken)
  if (!taken) return null
  return (
    <details className="readings">
      <summary>{t('docket.readingTaken', { reading: say(taken.label) })}</summary>
      <p>
        {say(docket.rationale ?? undefined)}{' '}
        {others.map(({ id, label }) => t('docket.readingOther', { key: id, reading: say(label) }))}
      </p>
    </details>
  )
}

function Surcharge(props: { row: AnnuityWire; taken: string | undefined; docket: DocketWire }) {
  const { t } = useLanguage()
  const { row, taken = '', docket } = props
  if (row.state !== 'inGrace' && row.state !== 'missed') return <span className="muted">—</span>
  const other = docket.readings.find(({ isTaken }) => !isTaken)?.id
  return (
    <>
      <Money fen={row.surchargeFen[taken]} />
      {other && row.surchargeFen[other] !== row.surchargeFen[taken] && (
        <div>
          <small className="muted">
            {t('docket.byOtherReading')} <Money fen={row.surchargeFen[other]} />
          </small>
        </div>
      )}
    </>
  )
}

function Decision({ id, row }: { id: string; row: AnnuityWire }) {
  const { named } = useLanguage()
  const { review, batch } = row
  return (
    <>
      {review && (
        <div title={review.reason}>
          {named('docket.decisions', review.decision)}
          <div>
            <small className="muted">
              {review.decidedName} {review.decidedOn}
            </small>
          </div>
          <FollowReview right={id} decision={review.decision} />
        </div>
      )}
      {batch && <a href={`/fee-batches/${batch.id}`}>{batch.title}</a>}
    </>
  )
}

function Bands({ row, docket }: { row: AnnuityWire; docket: DocketWire }) {
  const { t, say } = useLanguage()
  return (
    <table className="grid">
      <thead>
        <tr>
          <th>{t('docket.paidBy')}</th>
          {docket.readings.map(({ id, label }) => (
            <th key={id}>{say(label)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row.bands.map(({ until, shares }) => (
          <tr key={until}>
            <td>
              <DayText day={until} />
            </td>
            {docket.readings.map(({ id }) => (
              <td key={id} className="figure">
                {shares[id]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
