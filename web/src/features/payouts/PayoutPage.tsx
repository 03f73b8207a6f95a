import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Comments } from '../../ui/comments/Comments.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { History } from '../../ui/History.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Decide, type Step } from './Decide.tsx'
import { Payments } from './Payments.tsx'
import { Proofs } from './Proofs.tsx'
import { makeFile, type PayoutBatchWire, payoutQuery } from './payout.api.ts'
import { Stuck } from './Stuck.tsx'
import { TakeProof } from './TakeProof.tsx'
import { TakeWithheld } from './TakeWithheld.tsx'
import { toneOfPayout } from './tones.ts'
import { Unpayable } from './Unpayable.tsx'

/** What somebody may do with batches. */
export interface PayoutRights {
  readonly person: string
  readonly mayPay: boolean
  readonly mayApprove: boolean
  readonly mayEnterAccounts: boolean
}

/** One batch: what it pays to whom, who approved it, its files, and what came back. */
export function PayoutPage({ id, may }: { id: string; may: PayoutRights }) {
  const query = useQuery(payoutQuery(id))
  return <Loaded query={query}>{(batch) => <Batch batch={batch} may={may} />}</Loaded>
}

function Batch({ batch, may }: { batch: PayoutBatchWire; may: PayoutRights }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const [step, take] = useState<Step | 'proof' | 'tax' | 'late-tax'>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const { id, state } = batch
  const isOwn = batch.madeBy === may.person
  const isOpen = ['made', 'approved'].includes(state) && batch.ordered > 0
  const isUnsent = batch.sent + batch.paid + batch.returned === 0
  const reread = async () => {
    const keys = [['payout', id], [`/payouts/${id}/history`], ['/payouts'], ['payouts']]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await makeFile(batch)
    } catch (problem) {
      setError(problem)
    }
    await reread()
    setBusy(false)
  }
  return (
    <>
      <PageHeader
        title={batch.title}
        note={
          <>
            {named('payouts.ways', batch.way)}{' '}
            <span className={`chip ${toneOfPayout[state]}`}>{named('payouts.values', state)}</span>
          </>
        }
      >
        {may.mayPay && batch.orders > 0 && (
          <ExportMenu
            path="/payouts/personnel"
            filter={{ batch: id }}
            label={t('payouts.personnel')}
          />
        )}
        {may.mayPay && (isOpen || state === 'gathering') && (
          <Button onClick={() => take('cancel')}>{t('payouts.cancel')}</Button>
        )}
        {may.mayApprove && state === 'made' && !isOwn && (
          <>
            <Button onClick={() => take('refuse')}>{t('payouts.refuse')}</Button>
            <Button kind="primary" onClick={() => take('approve')}>
              {t('payouts.approve')}
            </Button>
          </>
        )}
        {may.mayPay && isOpen && isUnsent && (
          <Button onClick={() => take('tax')}>{t('withheld.enter')}</Button>
        )}
        {may.mayPay && batch.taxLate > 0 && (
          <Button onClick={() => take('late-tax')}>{t('withheld.enterLate')}</Button>
        )}
        {may.mayPay && state === 'approved' && batch.ordered > batch.lacking && (
          <Button kind="primary" busy={isBusy} onClick={() => void send()}>
            {t('payouts.send')}
          </Button>
        )}
        {may.mayPay && ['approved', 'settled'].includes(state) && (
          <Button kind={batch.sent > 0 ? 'primary' : 'plain'} onClick={() => take('proof')}>
            {t('payouts.takeProof')}
          </Button>
        )}
      </PageHeader>
      <ProblemAlert error={error} />
      {state === 'gathering' && (
        <Callout tone="info" title={t('payouts.gathering')}>
          <progress max={batch.chosen} value={batch.gathered} aria-label={t('payouts.gathering')} />
          <div className="figure">
            {batch.gathered} / {batch.chosen}
          </div>
        </Callout>
      )}
      {batch.lacking > 0 && state !== 'gathering' && (
        <Callout tone="due" title={t('payouts.lacking', { count: batch.lacking })}>
          <div>{t('payouts.whoEnters')}</div>
        </Callout>
      )}
      <Panel>
        <About batch={batch} isWaiting={state === 'made' && isOwn} />
      </Panel>
      <Unpayable batch={batch} mayPay={may.mayPay} onDone={reread} />
      <Stuck
        title={t('payouts.waitingPlans')}
        lead={t('payouts.waitingLead')}
        items={batch.waiting}
        mayRecord={may.mayPay}
        onDone={reread}
      />
      <Stuck title={t('payouts.leftOut')} lead={t('payouts.leftOutLead')} items={batch.leftOut} />
      <Files batch={batch} mayTake={may.mayPay} />
      <Proofs proofs={batch.proofs} />
      <Panel title={t('payouts.payments', { count: batch.orders })}>
        <Payments
          id={id}
          seq={batch.seq}
          mayEnterAccounts={may.mayEnterAccounts}
          maySayWays={
            may.mayPay && ['made', 'approved'].includes(batch.state) && batch.files.length === 0
          }
        />
      </Panel>
      <Comments kind="payout-batch" id={id} />
      <Panel title={t('history.title')}>
        <History path={`/payouts/${id}/history`} group="payouts" />
      </Panel>
      {step === 'proof' && (
        <TakeProof batch={batch} onClose={() => take(undefined)} onDone={reread} />
      )}
      {(step === 'tax' || step === 'late-tax') && (
        <TakeWithheld
          batch={batch}
          isLate={step === 'late-tax'}
          onClose={() => take(undefined)}
          onDone={reread}
        />
      )}
      {step && step !== 'proof' && step !== 'tax' && step !== 'late-tax' && (
        <Decide
          id={id}
          seq={batch.seq}
          step={step}
          onClose={() => take(undefined)}
          onDone={reread}
        />
      )}
    </>
  )
}

function About({ batch, isWaiting }: { batch: PayoutBatchWire; isWaiting: boolean }) {
  const { t, named, clauses, colon } = useLanguage()
  const said = Object.entries(batch.treatment)
  return (
    <Facts>
      <Fact label={t('payouts.total')}>
        <Money fen={batch.totalFen} />
      </Fact>
      <Fact label={t('withheld.tax')}>
        {batch.withheldFen !== null && <Money fen={batch.withheldFen} />}
        {batch.taxUnknown > 0 && (
          <div className="muted">{t('withheld.unknownCount', { count: batch.taxUnknown })}</div>
        )}
        {batch.isOfAwards && batch.taxUnknown > 0 && batch.paid > 0 && (
          <a href="/tax-months">{t('payouts.awards.taxOfPaid')}</a>
        )}
        {batch.withheldWhole > 0 && (
          <div className="muted">{t('withheld.wholeCount', { count: batch.withheldWhole })}</div>
        )}
      </Fact>
      <Fact label={t('payouts.paid')}>
        <Money fen={batch.paidFen} /> · {batch.paid} / {batch.orders}
      </Fact>
      <Fact label={t('payouts.returned')}>
        {batch.returned > 0 && (
          <span className="lacking">
            <Money fen={batch.returnedFen} /> ·{' '}
            {t('payouts.returnedCount', { count: batch.returned })}
          </span>
        )}
      </Fact>
      {!batch.isOfAwards && (
        <Fact label={t('payouts.plansSettled')}>
          {batch.plansSettled} / {batch.plans}
        </Fact>
      )}
      <Fact label={t('payouts.fields.payOn')}>
        <DayText day={batch.payOn} />
      </Fact>
      <Fact label={t('payouts.fields.madeName')}>
        {batch.madeName} · {batch.madeOn}
      </Fact>
      <Fact label={t('payouts.fields.decidedName')}>
        {batch.decidedName
          ? `${batch.decidedName} · ${batch.decidedOn ?? ''}`
          : isWaiting && t('payouts.waitsForOther')}
      </Fact>
      <Fact label={t('payouts.treatment')}>
        {said.length > 0 &&
          clauses(
            said.map(
              ([name, value]) =>
                `${named('payouts.treatments', name)}${colon}${t(value ? 'general.yes' : 'general.no')}`,
            ),
          )}
      </Fact>
      <Fact label={t('payouts.fields.remark')}>{batch.remark}</Fact>
    </Facts>
  )
}

function Files({ batch, mayTake }: { batch: PayoutBatchWire; mayTake: boolean }) {
  const { t } = useLanguage()
  if (batch.files.length === 0) return null
  return (
    <Panel title={t('payouts.files')}>
      <p className="hint">{t('payouts.filesHint')}</p>
      <ul className="rows">
        {batch.files.map(({ number, digest, orders, totalFen, madeAt, madeName }) => (
          <li key={number}>
            <strong>{t('payouts.fileOf', { number })}</strong> ·{' '}
            {t('payouts.orderCount', { count: orders })} · <Money fen={totalFen} />
            <div className="muted">
              {madeName} · {madeAt} · SHA-256 <code title={digest}>{digest.slice(0, 16)}…</code>
            </div>
            {mayTake && (
              <div className="actions">
                <LinkButton
                  small
                  href={address(`/payouts/${batch.id}/files/${number}.xlsx`)}
                  download
                >
                  {t('payouts.fileXlsx')}
                </LinkButton>
                <LinkButton
                  small
                  href={address(`/payouts/${batch.id}/files/${number}.csv`)}
                  download
                >
                  {t('payouts.fileCsv')}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
