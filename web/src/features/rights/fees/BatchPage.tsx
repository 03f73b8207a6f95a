import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { address } from '../../../api/client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { Comments } from '../../../ui/comments/Comments.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Fact, Facts } from '../../../ui/Facts.tsx'
import { fieldErrors } from '../../../ui/fieldErrors.ts'
import { LongTextField } from '../../../ui/fields/TextFields.tsx'
import { History } from '../../../ui/History.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Money } from '../../../ui/Money.tsx'
import { Loaded, PageHeader, Panel } from '../../../ui/Page.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { toneOfBatch } from './BatchList.tsx'
import { type BatchWire, batchQuery, cancelBatch, decideBatch } from './fee.api.ts'
import { Receipts } from './Receipts.tsx'

/** What somebody may do with batches. */
export interface BatchRights {
  readonly person: string
  readonly mayMake: boolean
  readonly mayApprove: boolean
  readonly mayPay: boolean
}

type Step = 'approve' | 'refuse' | 'cancel'

/** One batch: what it pays, who approved it, the file to pay from, the receipts that came back. */
export function BatchPage({ id, may }: { id: string; may: BatchRights }) {
  const { t, named } = useLanguage()
  const client = useQueryClient()
  const query = useQuery(batchQuery(id))
  const [step, take] = useState<Step>()
  const [isReceipting, receipt] = useState(false)
  const reread = async () => {
    const keys = [
      ['fee-batch', id],
      [`/fee-batches/${id}/history`],
      ['/fee-batches'],
      ['fees'],
      ['docket'],
    ]
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  return (
    <Loaded query={query}>
      {(batch) => {
        const isOwn = batch.madeBy === may.person
        const isPayable = batch.state === 'approved' || batch.state === 'settled'
        return (
          <>
            <PageHeader
              title={batch.title}
              note={
                <>
                  {batch.budget}{' '}
                  <span className={`chip ${toneOfBatch[batch.state]}`}>
                    {named('fees.batchStates', batch.state)}
                  </span>
                </>
              }
            >
              {isPayable && (
                <>
                  <LinkButton href={address(`/fee-batches/${id}/pay-file.xlsx`)} download>
                    {t('fees.payFileXlsx')}
                  </LinkButton>
                  <LinkButton href={address(`/fee-batches/${id}/pay-file.csv`)} download>
                    {t('fees.payFileCsv')}
                  </LinkButton>
                </>
              )}
              {may.mayMake && ['proposed', 'approved'].includes(batch.state) && (
                <Button onClick={() => take('cancel')}>{t('fees.cancel')}</Button>
              )}
              {may.mayApprove && batch.state === 'proposed' && !isOwn && (
                <>
                  <Button onClick={() => take('refuse')}>{t('fees.refuse')}</Button>
                  <Button kind="primary" onClick={() => take('approve')}>
                    {t('fees.approve')}
                  </Button>
                </>
              )}
              {may.mayPay && batch.state === 'approved' && (
                <Button kind="primary" onClick={() => receipt(true)}>
                  {t('fees.receipts')}
                </Button>
              )}
            </PageHeader>
            {isOver(batch) && <OverBudget batch={batch} />}
            <Panel>
              <About batch={batch} isWaiting={batch.state === 'proposed' && isOwn} />
            </Panel>
            <Panel title={t('fees.lines', { count: batch.lines.length })}>
              <Lines batch={batch} />
            </Panel>
            <Comments kind="fee-batch" id={id} />
            <Panel title={t('history.title')}>
              <History path={`/fee-batches/${id}/history`} group="fees" />
            </Panel>
            {step && (
              <Decide batch={batch} step={step} onClose={() => take(undefined)} onDone={reread} />
            )}
            {isReceipting && (
              <Receipts batch={batch} onClose={() => receipt(false)} onDone={reread} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

const isOver = ({ over }: BatchWire) => over.batchFen !== null || over.yearFen !== null

/** By how much a batch goes beyond what was stated. */
function OverBudget({ batch: { over, year, overReason } }: { batch: BatchWire }) {
  const { t } = useLanguage()
  return (
    <Callout tone={overReason === null ? 'bad' : 'due'} title={t('fees.over')}>
      {over.batchFen !== null && (
        <div>
          {t('fees.overBatch')} <Money fen={over.batchFen} />
        </div>
      )}
      {over.yearFen !== null && (
        <div>
          {t('fees.overYear', { year: year.year })} <Money fen={over.yearFen} />
        </div>
      )}
      {overReason !== null && <div>{overReason}</div>}
    </Callout>
  )
}

function About({ batch, isWaiting }: { batch: BatchWire; isWaiting: boolean }) {
  const { t } = useLanguage()
  return (
    <Facts>
      <Fact label={t('fees.amount')}>
        <Money fen={batch.totalFen} />
      </Fact>
      <Fact label={t('fees.budgetFen')}>
        {batch.budgetFen !== null && <Money fen={batch.budgetFen} />}
      </Fact>
      <Fact label={t('fees.budgetOfYear', { year: batch.year.year })}>
        {batch.year.budgetFen !== null && (
          <>
            <Money fen={batch.year.budgetFen} />{' '}
            <small className="muted">
              {t('fees.committedBesides')} <Money fen={batch.year.committedFen} />
            </small>
          </>
        )}
      </Fact>
      <Fact label={t('fees.payOn')}>
        <DayText day={batch.payOn} />
      </Fact>
      <Fact label={t('fees.madeBy')}>
        {batch.madeName} · {batch.madeOn}
      </Fact>
      <Fact label={t('fees.decidedBy')}>
        {batch.decidedName
          ? `${batch.decidedName} · ${batch.decidedOn ?? ''}`
          : isWaiting && t('fees.waitsForOther')}
      </Fact>
      <Fact label={t('fees.overReason')}>{batch.overReason}</Fact>
      <Fact label={t('fees.remark')}>{batch.remark}</Fact>
    </Facts>
  )
}

const tones = { open: 'chip-open', paid: 'chip-done', dropped: '' } as const

function Lines({ batch }: { batch: BatchWire }) {
  const { t, say, named } = useLanguage()
  return (
    <table className="grid grid-links stacks">
      <thead>
        <tr>
          <th>{t('rights.fields.number')}</th>
          <th>{t('rights.fields.title')}</th>
          <th>{t('fees.which')}</th>
          <th>{t('docket.fee')}</th>
          <th>{t('fees.surcharge')}</th>
          <th>{t('docket.stateOfFee')}</th>
          <th>{t('fees.paid')}</th>
        </tr>
      </thead>
      <tbody>
        {batch.lines.map((line) => (
          <tr key={`${line.right}/${line.year}/${line.clock}`}>
            <td className="nowrap figure">
              <a href={`/rights/${line.right}`}>{line.number ?? t('rights.noNumber')}</a>
            </td>
            <td>{line.title}</td>
            <td data-label={t('fees.which')}>
              {line.feeTitle ? say(line.feeTitle) : t('docket.yearOf', { year: line.year })}
            </td>
            <td className="nowrap" data-label={t('docket.fee')}>
              <Money fen={line.feeFen} />
            </td>
            <td className="nowrap" data-label={t('fees.surcharge')}>
              {line.surchargeFen === '0' ? '—' : <Money fen={line.surchargeFen} />}
            </td>
            <td data-label={t('docket.stateOfFee')}>
              <span className={`chip ${tones[line.state]}`}>
                {named('fees.lineStates', line.state)}
              </span>
            </td>
            <td data-label={t('fees.paid')}>
              {line.paidFen && (
                <>
                  <Money fen={line.paidFen} />
                  <div>
                    <small className="muted">
                      {line.paidOn} {line.receipt}
                    </small>
                  </div>
                  {line.files.map(({ sha256, name }) => (
                    <div key={sha256}>
                      <a href={address(`/files/${sha256}`)}>{name}</a>
                    </div>
                  ))}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Decide(props: {
  batch: BatchWire
  step: Step
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { t } = useLanguage()
  const { batch, step, onClose, onDone } = props
  const { id } = batch
  const [remark, setRemark] = useState('')
  const [overReason, setOverReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['overReason'])
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      if (step === 'cancel') await cancelBatch(id, remark)
      else {
        await decideBatch(id, {
          approve: step === 'approve',
          ...(remark && { remark }),
          ...(overReason && { overReason }),
        })
      }
      await onDone()
      onClose()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t(`fees.${step}`)} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {step === 'approve' && isOver(batch) && (
          <>
            <OverBudget batch={batch} />
            <LongTextField
              name="overReason"
              label={t('fees.overReason')}
              value={overReason}
              onChange={setOverReason}
              error={wrong.at('overReason')}
              isRequired
            />
          </>
        )}
        <LongTextField
          label={t('fees.remark')}
          value={remark}
          onChange={setRemark}
          isRequired={step !== 'approve'}
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind={step === 'approve' ? 'primary' : 'danger'} type="submit" busy={isBusy}>
            {t(`fees.${step}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
