import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../../api/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { PayAwards } from './PayAwards.tsx'
import {
  makePayout,
  type PayableWire,
  payableAwardsQuery,
  payableQuery,
  treatmentQuery,
} from './payout.api.ts'
import { Treatment, type TreatmentDraft, treatmentOf } from './Treatment.tsx'

const ways = ['bank', 'payroll', 'project'] as const

/** Puts plans together that may be paid: all of them, or those that are chosen. */
export function NewPayout({ onMade }: { onMade: (id: string) => void }) {
  const { t } = useLanguage()
  const query = useQuery(payableQuery)
  const awards = useQuery(payableAwardsQuery).data
  const hasAwards = awards !== undefined && awards.items.length > 0
  return (
    <>
      <PageHeader title={t('payouts.make')} note={t('payouts.makeLead')} />
      <Loaded query={query}>
        {(payable) =>
          payable.total === 0 && hasAwards ? null : payable.total === 0 ? (
            <Panel>
              <Nothing text={t('payouts.nothingToPay')} hint={t('payouts.nothingToPayHint')} />
            </Panel>
          ) : (
            <Form payable={payable} onMade={onMade} />
          )
        }
      </Loaded>
      {hasAwards && <PayAwards payable={awards} onMade={onMade} />}
    </>
  )
}

function Form(props: { payable: PayableWire; onMade: (id: string) => void }) {
  const { t, named } = useLanguage()
  const { payable, onMade } = props
  const { today } = payable
  const client = useQueryClient()
  // Made once: whoever clicks twice makes one batch.
  const id = useRef(newId())
  const suggested = useQuery(treatmentQuery).data?.items ?? []
  const [draft, setDraft] = useState({
    title: t('payouts.titleOf', { month: today.slice(0, 7) }),
    payOn: today,
    way: 'bank' as (typeof ways)[number],
  })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [answers, setAnswers] = useState<TreatmentDraft>({})
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['title', 'payOn', 'way'])
  const chosen = payable.items.filter(({ caseId }) => !left.has(caseId))
  const isAll = left.size === 0
  const count = isAll ? payable.total : chosen.length
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const cases = isAll ? ('all' as const) : chosen.map(({ caseId }) => caseId)
      const treatment = treatmentOf(answers, suggested)
      await makePayout({ id: id.current, ...draft, cases, treatment })
      await client.invalidateQueries({ queryKey: ['payouts'] })
      onMade(id.current)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Panel>
        <TextField
          name="title"
          label={t('payouts.fields.title')}
          value={draft.title}
          onChange={(title) => setDraft({ ...draft, title })}
          error={wrong.at('title')}
          maxLength={200}
          isRequired
        />
        <DayField
          name="payOn"
          label={t('payouts.fields.payOn')}
          value={draft.payOn}
          onChange={(payOn) => setDraft({ ...draft, payOn })}
          error={wrong.at('payOn')}
          isRequired
        />
        <ChoiceField
          name="way"
          label={t('payouts.fields.way')}
          value={draft.way}
          choices={ways.map((value) => ({ value, label: named('payouts.ways', value) }))}
          onChange={(way) => setDraft({ ...draft, way: way as (typeof ways)[number] })}
          error={wrong.at('way')}
        />
      </Panel>
      <Treatment suggested={suggested} answers={answers} onChange={setAnswers} />
      <Panel title={t('payouts.plans', { count: payable.total })}>
        <Choice
          payable={payable}
          left={left}
          onToggle={(caseId) => setLeft(toggled(left, caseId))}
        />
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="actions">
          <Button kind="primary" type="submit" busy={isBusy} disabled={count === 0}>
            {t('payouts.makeOf', { count })}
          </Button>
        </div>
      </Panel>
    </form>
  )
}

function toggled(left: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(left)
  if (!next.delete(id)) next.add(id)
  return next
}

function Choice(props: {
  payable: PayableWire
  left: ReadonlySet<string>
  onToggle: (id: string) => void
}) {
  const { t } = useLanguage()
  const { payable, left, onToggle } = props
  return (
    <>
      <table className="grid stacks">
        <thead>
          <tr>
            <th aria-label={t('payouts.choose')} />
            <th>{t('payouts.case')}</th>
            <th className="num">{t('payouts.toPay')}</th>
          </tr>
        </thead>
        <tbody>
          {payable.items.map(({ caseId, number, title, kind, amountFen, isAgain }) => (
            <tr key={caseId}>
              <td className="pick">
                <input
                  type="checkbox"
                  id={`pay-${caseId}`}
                  checked={!left.has(caseId)}
                  onChange={() => onToggle(caseId)}
                />
              </td>
              <td>
                <label htmlFor={`pay-${caseId}`}>
                  {number} {title}
                </label>{' '}
                {kind === 'service' && (
                  <span className="chip">{t('serviceContracts.reward.kind')}</span>
                )}{' '}
                {isAgain && <span className="chip chip-breached">{t('payouts.again')}</span>}
              </td>
              <td className="num" data-label={t('payouts.toPay')}>
                <Money fen={amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {payable.total > payable.items.length && (
        <p className="muted">{t('payouts.moreOnlyAll', { count: payable.items.length })}</p>
      )}
    </>
  )
}
