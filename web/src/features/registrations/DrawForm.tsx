import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { MoneyField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, Money, typedYuan, yuanText } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { drawVerification, type RegistrationWire, useReread } from './registration.api.ts'

interface Line {
  readonly receipt: string
  readonly isTaken: boolean
  readonly typed: string
}

interface Reward {
  /** A place of its own while it is typed. */
  readonly key: number
  readonly name: string
  readonly typed: string
}

/** Draws up income by receipts, and the rewards of it as the distribution of each receipt had them. */
export function DrawForm({ one, onClose }: { one: RegistrationWire; onClose: () => void }) {
  const { t } = useLanguage()
  const reread = useReread()
  const [lines, setLines] = useState<readonly Line[]>(() => proposed(one))
  const [rewards, setRewards] = useState<readonly Reward[]>(() => suggested(one))
  const [remark, setRemark] = useState('')
  const taken = lines.filter(({ isTaken }) => isTaken)
  const save = useMutation({
    mutationFn: () =>
      drawVerification(one.id, {
        lines: taken.map(({ receipt, typed }) => ({ receipt, fen: fenText(typed) ?? typed })),
        rewards: rewards.map(({ name, typed }) => ({ name, fen: fenText(typed) ?? typed })),
        remark: remark.trim() === '' ? null : remark,
      }),
    onSuccess: async () => {
      await reread()
      onClose()
    },
  })
  const names = [
    ...taken.map((_, at) => `lines/${at}`),
    ...rewards.map((_, at) => `rewards/${at}`),
    ...['lines', 'rewards', 'remark'],
  ]
  const wrong = fieldErrors(save.error, names)
  const sum = sumOf(taken)
  const reward = sumOf(rewards)
  const setLine = (receipt: string, given: Partial<Line>) =>
    setLines(lines.map((line) => (line.receipt === receipt ? { ...line, ...given } : line)))
  const setReward = (key: number, given: Partial<Reward>) =>
    setRewards(rewards.map((each) => (each.key === key ? { ...each, ...given } : each)))
  return (
    <Dialog title={t('registrations.draw')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <p className="hint">{t('registrations.drawHint')}</p>
        {one.refundsWaiting.some(({ only }) => only === null) && (
          <p className="hint">
            <strong>{t('registrations.drawLimit', { most: yuanText(one.mostFen) })}</strong>
          </p>
        )}
        {one.unverified.map(({ receipt, receivedOn, voucher, fen }) => {
          const line = lines.find((each) => each.receipt === receipt)
          const at = taken.findIndex((each) => each.receipt === receipt)
          return (
            <div key={receipt} className="reg-line">
              <label className="check">
                <input
                  type="checkbox"
                  checked={line?.isTaken ?? false}
                  onChange={({ target }) => setLine(receipt, { isTaken: target.checked })}
                />
                <span className="figure">{receivedOn ?? '—'}</span> {voucher} <Money fen={fen} />
              </label>
              {line?.isTaken && (
                <MoneyField
                  label={t('registrations.technologyIncome')}
                  value={line.typed}
                  onChange={(typed) => setLine(receipt, { typed })}
                  error={wrong.at(`lines/${at}`)}
                  isRequired
                />
              )}
            </div>
          )
        })}
        {wrong.at('lines') && <div className="wrong">{wrong.at('lines')}</div>}
        <h3>{t('registrations.rewards')}</h3>
        {rewards.map(({ key, name, typed }, at) => (
          <div key={key} className="reg-reward">
            <TextField
              label={t('registrations.person')}
              value={name}
              onChange={(text) => setReward(key, { name: text })}
              error={wrong.at(`rewards/${at}`)}
              isRequired
              maxLength={60}
            />
            <MoneyField
              label={t('registrations.reward')}
              value={typed}
              onChange={(text) => setReward(key, { typed: text })}
              isRequired
              isNarrow
            />
            <Button
              kind="quiet"
              small
              onClick={() => setRewards(rewards.filter((each) => each.key !== key))}
            >
              {t('general.remove')}
            </Button>
          </div>
        ))}
        <Button
          small
          onClick={() =>
            setRewards([...rewards, { key: (rewards.at(-1)?.key ?? 0) + 1, name: '', typed: '' }])
          }
        >
          {t('registrations.addReward')}
        </Button>
        {wrong.at('rewards') && rewards.length > 0 && (
          <div className="wrong">{wrong.at('rewards')}</div>
        )}
        <p>
          {t('registrations.technologyIncome')} <Money fen={`${sum}`} /> ·{' '}
          {t('registrations.rewards')} <Money fen={`${reward}`} />
        </p>
        <LongTextField
          label={t('registrations.fields.remark')}
          value={remark}
          onChange={setRemark}
          maxLength={1000}
        />
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={taken.length === 0}>
            {t('registrations.draw')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** All receipts in full, as far as the refunds that wait leave anything to verify. */
function proposed({ unverified, mostFen }: RegistrationWire): readonly Line[] {
  let rest = BigInt(mostFen)
  return unverified.map(({ receipt, fen }) => {
    const part = BigInt(fen) < rest ? BigInt(fen) : rest
    rest -= part
    return { receipt, isTaken: part > 0n, typed: typedYuan(`${part > 0n ? part : BigInt(fen)}`) }
  })
}

/** What each person was to have of all receipts that are drawn up. */
function suggested(one: RegistrationWire): readonly Reward[] {
  const sums = new Map<string, bigint>()
  for (const { name, fen } of one.unverified.flatMap(({ rewards }) => rewards)) {
    sums.set(name, (sums.get(name) ?? 0n) + BigInt(fen))
  }
  return [...sums].map(([name, fen], at) => ({ key: at + 1, name, typed: typedYuan(`${fen}`) }))
}

const sumOf = (lines: readonly { readonly typed: string }[]) =>
  lines.reduce((sum, { typed }) => sum + BigInt(fenText(typed) ?? '0'), 0n)
