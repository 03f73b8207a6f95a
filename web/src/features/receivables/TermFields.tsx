import { AmountField } from '../../ui/AmountField.tsx'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, NumberField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type BandDraft, brokenMinimums, type TermDraft } from './terms-draft.ts'

/** One payment, or one row of payments, while it is typed. */
export function TermFields(props: {
  row: TermDraft
  currency: string
  error: string | undefined
  onChange: (row: TermDraft) => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const { row, currency, onChange } = props
  const text = (name: 'label' | 'amount' | 'dueOn' | 'days' | 'words') => ({
    ...{ label: t(`receivables.termFields.${name}`), value: row[name], isRequired: true },
    onChange: (value: string) => onChange({ ...row, [name]: value }),
  })
  return (
    <fieldset className="term-box">
      <legend>
        {t(`receivables.kinds.${row.kind}`)}{' '}
        <Button small kind="quiet" onClick={props.onRemove}>
          {t('receivables.remove')}
        </Button>
      </legend>
      <TextField {...text('label')} maxLength={200} />
      {(row.kind === 'fixed' || row.kind === 'milestone') && (
        <AmountField {...text('amount')} currency={currency} />
      )}
      {row.kind === 'fixed' && <DayField {...text('dueOn')} />}
      {row.kind === 'milestone' && <NumberField {...text('days')} />}
      {row.kind === 'equity' && (
        <LongTextField {...text('words')} hint={t('receivables.equityHint')} maxLength={1000} />
      )}
      {row.kind === 'royalty' && <Royalty row={row} currency={currency} onChange={onChange} />}
      {props.error && <p className="wrong">{props.error}</p>}
    </fieldset>
  )
}

function Royalty(props: { row: TermDraft; currency: string; onChange: (row: TermDraft) => void }) {
  const { t } = useLanguage()
  const { row, currency, onChange } = props
  const field = (
    name:
      | 'counts'
      | 'minimum'
      | 'brokenMinimum'
      | 'every'
      | 'from'
      | 'to'
      | 'statementDays'
      | 'payDays',
  ) => ({
    ...{ label: t(`receivables.termFields.${name}`), value: row[name] },
    onChange: (value: string) => onChange({ ...row, [name]: value }),
  })
  const putBand = (at: number, band: BandDraft) =>
    onChange({ ...row, bands: row.bands.map((other, place) => (place === at ? band : other)) })
  return (
    <>
      {row.bands.map((band, at) => (
        // Bands have no names: their order is what they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: their place
        <div key={at} className="band">
          {at < row.bands.length - 1 ? (
            <AmountField
              label={t('receivables.termFields.upTo')}
              value={band.upTo}
              onChange={(upTo) => putBand(at, { ...band, upTo })}
              currency={currency}
              isRequired
              isNarrow
            />
          ) : (
            <span className="field muted">
              {t(row.bands.length === 1 ? 'receivables.allSales' : 'receivables.salesAbove')}
            </span>
          )}
          <ShareField
            label={t('receivables.termFields.rate')}
            value={band.rate}
            onChange={(rate) => putBand(at, { ...band, rate })}
            isRequired
          />
        </div>
      ))}
      <div className="row-buttons">
        <Button
          small
          onClick={() => onChange({ ...row, bands: [{ upTo: '', rate: '' }, ...row.bands] })}
        >
          {t('receivables.addBand')}
        </Button>
        {row.bands.length > 1 && (
          <Button small onClick={() => onChange({ ...row, bands: row.bands.slice(1) })}>
            {t('receivables.dropBand')}
          </Button>
        )}
      </div>
      {row.bands.length > 1 && (
        <ChoiceField
          {...field('counts')}
          choices={(['period', 'life'] as const).map((value) => ({
            ...{ value, label: t(`receivables.counts.${value}`) },
          }))}
        />
      )}
      <AmountField {...field('minimum')} currency={currency} />
      {row.minimum.trim() !== '' && (
        <ChoiceField
          {...field('brokenMinimum')}
          choices={brokenMinimums.map((value) => ({
            ...{ value, label: t(`receivables.brokenMinimums.${value}`) },
          }))}
        />
      )}
      <ChoiceField
        {...field('every')}
        choices={(['3', '6', '12'] as const).map((value) => ({
          ...{ value, label: t(`receivables.periods.${value}`) },
        }))}
      />
      <DayField {...field('from')} isRequired />
      <DayField {...field('to')} isRequired />
      <NumberField {...field('statementDays')} />
      <NumberField {...field('payDays')} />
    </>
  )
}
