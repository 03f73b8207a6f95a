import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../../api/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type PayableAwardsWire, payAwards } from './payout.api.ts'

const ways = ['bank', 'payroll', 'project'] as const

/** Where a bonus or award is looked at. */
export const pathOfAward = (source: string, id: string) =>
  source === 'grant_bonus' ? `/grant-bonuses/${id}` : `/staff-awards/${id}`

/** Puts bonuses at grant and awards of the staff part into a batch of their own. */
export function PayAwards(props: { payable: PayableAwardsWire; onMade: (id: string) => void }) {
  const { t, named } = useLanguage()
  const { today, items, total, totalFen } = props.payable
  const client = useQueryClient()
  // Made once: whoever clicks twice makes one batch.
  const id = useRef(newId())
  const [draft, setDraft] = useState({
    title: t('payouts.awards.titleOf', { month: today.slice(0, 7) }),
    payOn: today,
    way: 'bank' as (typeof ways)[number],
  })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const wrong = fieldErrors(error, ['title', 'payOn', 'way'])
  const chosen = items.filter((one) => !left.has(one.id))
  // Of many the first are listed: all of them are paid together, or some of those.
  const isAll = left.size === 0
  const count = isAll ? total : chosen.length
  const fen = isAll ? BigInt(totalFen) : chosen.reduce((sum, one) => sum + BigInt(one.fen), 0n)
  const send = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const some = chosen.map((one) => ({ source: one.source, id: one.id }))
      const records = isAll && total > items.length ? ('all' as const) : some
      await payAwards({ id: id.current, ...draft, records })
      await client.invalidateQueries()
      props.onMade(id.current)
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  const toggle = (one: string) => {
    const next = new Set(left)
    if (!next.delete(one)) next.add(one)
    setLeft(next)
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Panel title={t('payouts.awards.title')}>
        <p className="hint">{t('payouts.awards.lead')}</p>
        <TextField
          name="awards-title"
          label={t('payouts.fields.title')}
          value={draft.title}
          onChange={(title) => setDraft({ ...draft, title })}
          error={wrong.at('title')}
          maxLength={200}
          isRequired
        />
        <DayField
          name="awards-payOn"
          label={t('payouts.fields.payOn')}
          value={draft.payOn}
          onChange={(payOn) => setDraft({ ...draft, payOn })}
          error={wrong.at('payOn')}
          isRequired
        />
        <ChoiceField
          name="awards-way"
          label={t('payouts.fields.way')}
          value={draft.way}
          choices={ways.map((value) => ({ value, label: named('payouts.ways', value) }))}
          onChange={(way) => setDraft({ ...draft, way: way as (typeof ways)[number] })}
          error={wrong.at('way')}
        />
        <table className="grid stacks">
          <thead>
            <tr>
              <th aria-label={t('payouts.choose')} />
              <th>{t('payouts.awards.one')}</th>
              <th className="num">{t('payouts.awards.payees')}</th>
              <th className="num">{t('payouts.toPay')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td className="pick">
                  <input
                    type="checkbox"
                    id={`pay-${one.id}`}
                    checked={!left.has(one.id)}
                    onChange={() => toggle(one.id)}
                  />
                </td>
                <td>
                  <label htmlFor={`pay-${one.id}`}>{one.title}</label>{' '}
                  <a href={pathOfAward(one.source, one.id)} className="chip">
                    {t(`payouts.awards.sources.${one.source}`)}
                  </a>
                  {one.byHand > 0 && (
                    <div className="muted">{t('payouts.awards.byHand', { count: one.byHand })}</div>
                  )}
                </td>
                <td className="num" data-label={t('payouts.awards.payees')}>
                  {one.payees}
                </td>
                <td className="num" data-label={t('payouts.toPay')}>
                  <Money fen={one.fen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {total > items.length && (
          <p className="muted">{t('payouts.moreOnlyAll', { count: items.length })}</p>
        )}
        <ProblemAlert error={error} shown={wrong.shown} />
        <div className="actions">
          <Button kind="primary" type="submit" busy={isBusy} disabled={count === 0}>
            {t('payouts.awards.make', { count })}
          </Button>
          <Money fen={`${fen}`} />
        </div>
      </Panel>
    </form>
  )
}
