import { useMutation } from '@tanstack/react-query'
import { allocate, type Fen, ratio } from '@yizhuan/kit'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { MoneyField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { PersonField } from '../../ui/fields/PersonField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { fenText, Money, typedYuan } from '../../ui/Money.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type OwedBonusWire, proposeBonus, useReread } from './bonus.api.ts'

interface TypedShare {
  readonly key: number
  readonly name: string
  readonly person: string | null
  readonly yuan: string
}

/** The least amount in equal shares: what the form begins with. */
function evenly({ inventors, leastFen }: OwedBonusWire): readonly TypedShare[] {
  const names = inventors.length > 0 ? inventors : ['']
  const whole = BigInt(leastFen ?? 0) as Fen
  const { parts } = allocate(
    whole,
    names.map(() => ratio(1)),
  )
  return names.map((name, key) => ({
    ...{ key, name, person: null },
    yuan: leastFen === null ? '' : typedYuan(`${parts[key] ?? 0n}`),
  }))
}

/** Proposes the bonus of a patent: by what it is measured, and who has how much of it. */
export function ProposeBonus(props: {
  of: OwedBonusWire
  onDone: (id: string) => void
  onClose: () => void
}) {
  const { t } = useLanguage()
  const { of, onDone, onClose } = props
  const reread = useReread('')
  const [shares, setShares] = useState(() => evenly(of))
  const [basis, setBasis] = useState<'least' | 'agreed'>('least')
  const [rule, setRule] = useState('')
  const [despite, setDespite] = useState('')
  const [remark, setRemark] = useState('')
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const send = useMutation({
    mutationFn: () =>
      proposeBonus({
        ...{ right: of.rightId, basis, files: [...files] },
        rule: basis === 'agreed' ? rule.trim() || null : null,
        despite: despite.trim() || null,
        remark: remark.trim() || null,
        shares: shares.map(({ name, person, yuan }) => ({
          ...{ name: name.trim(), person },
          fen: fenText(yuan) ?? yuan,
        })),
      }),
    onSuccess: async ({ id }) => {
      await reread()
      onDone(id)
    },
  })
  const wrong = fieldErrors(send.error, [
    ...shares.map((_, at) => `shares/${at}/person`),
    ...['shares', 'rule', 'despite', 'files', 'remark'],
  ])
  const sum = shares.reduce((all, { yuan }) => all + BigInt(fenText(yuan) ?? 0), 0n)
  const isBelow = basis === 'least' && of.leastFen !== null && sum < BigInt(of.leastFen)
  return (
    <Dialog title={t('bonuses.propose')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <p>
          <strong>{of.rightTitle}</strong>{' '}
          <small className="muted">
            {t('bonuses.fields.dueOn')} <span className="figure">{of.dueOn}</span>
          </small>
        </p>
        <ChoiceField
          label={t('bonuses.fields.basis')}
          name="basis"
          value={basis}
          onChange={(value) => setBasis(value === 'agreed' ? 'agreed' : 'least')}
          choices={(['least', 'agreed'] as const).map((value) => ({
            value,
            label: t(`bonuses.bases.${value}`),
          }))}
          isRequired
        />
        {basis === 'agreed' && (
          <TextField
            label={t('bonuses.fields.rule')}
            hint={t('bonuses.ruleHint')}
            name="rule"
            value={rule}
            onChange={setRule}
            error={wrong.at('rule')}
            isRequired
            maxLength={300}
          />
        )}
        <ShareFields
          shares={shares}
          onChange={setShares}
          error={wrong.at('shares')}
          wrongAt={(at) => wrong.at(`shares/${at}/person`)}
        />
        <p>
          {t('bonuses.sum')} <Money fen={`${sum}`} />{' '}
          {of.leastFen !== null && basis === 'least' && (
            <span className={isBelow ? 'lacking' : 'muted'}>
              {t('bonuses.least')} <Money fen={of.leastFen} />
            </span>
          )}
        </p>
        {isBelow && (
          <LongTextField
            label={t('bonuses.fields.despite')}
            hint={t('bonuses.despiteHint')}
            name="despite"
            value={despite}
            onChange={setDespite}
            error={wrong.at('despite')}
            isRequired
            maxLength={1000}
          />
        )}
        <FilesField error={wrong.at('files')} files={files} onChange={setFiles} withCamera />
        <LongTextField
          label={t('bonuses.fields.remark')}
          name="remark"
          value={remark}
          onChange={setRemark}
          error={wrong.at('remark')}
          maxLength={2000}
        />
        <ProblemAlert error={send.error} shown={wrong.shown} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('general.cancel')}</Button>
          <Button kind="primary" type="submit" busy={send.isPending}>
            {t('bonuses.propose')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function ShareFields(props: {
  shares: readonly TypedShare[]
  onChange: (shares: readonly TypedShare[]) => void
  error: string | undefined
  wrongAt: (at: number) => string | undefined
}) {
  const { t } = useLanguage()
  const { shares, onChange, error, wrongAt } = props
  const put = (key: number, changes: Partial<TypedShare>) =>
    onChange(shares.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const add = () => {
    const key = Math.max(0, ...shares.map((one) => one.key)) + 1
    onChange([...shares, { key, name: '', person: null, yuan: '' }])
  }
  return (
    <fieldset>
      <legend>{t('bonuses.shares')}</legend>
      {shares.map((one, at) => (
        <div className="item" key={one.key}>
          <div className="item-line">
            <PersonField
              label={t('bonuses.inventor')}
              value={one.name}
              isKnown={one.person !== null}
              error={wrongAt(at)}
              onChange={(name) => put(one.key, { name, person: null })}
              onPerson={({ id, name }) => put(one.key, { name, person: id })}
              isRequired
            />
            <MoneyField
              label={t('bonuses.share')}
              value={one.yuan}
              onChange={(yuan) => put(one.key, { yuan })}
              isRequired
            />
          </div>
          {shares.length > 1 && (
            <div className="row-acts">
              <Button
                kind="quiet"
                small
                onClick={() => onChange(shares.filter(({ key }) => key !== one.key))}
              >
                {t('general.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      <Button small onClick={add}>
        + {t('general.add')}
      </Button>
      {error && <div className="wrong">{error}</div>}
    </fieldset>
  )
}
