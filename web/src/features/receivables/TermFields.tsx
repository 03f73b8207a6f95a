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
      <ChoiceField
        label={t('receivables.termFields.measure')}
        value={row.measure}
        onChange={(measure) => onChange({ ...row, measure })}
        choices={(['sales', 'pieces'] as const).map((value) => ({
          ...{ value, label: t(`receivables.measures.${value}`) },
        }))}
      />
      {row.measure === 'pieces' && (
        <TextField
          label={t('receivables.termFields.unit')}
          hint={t('receivables.unitHint')}
          value={row.unit}
          onChange={(unit) => onChange({ ...row, unit })}
          maxLength={20}
          width="short"
          isRequired
        />
      )}
      {row.bands.map((band, at) => (
        <Band
          // Bands have no names: their order is what they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: their place
          key={at}
          band={band}
          place={at < row.bands.length - 1 ? 'below' : at === 0 ? 'only' : 'top'}
          isByPiece={row.measure === 'pieces'}
          currency={currency}
          onChange={(next) => putBand(at, next)}
        />
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
        choices={(['1', '3', '6', '12'] as const).map((value) => ({
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

/** One band: up to where it goes, and what is taken of what falls within it. */
function Band(props: {
  band: BandDraft
  place: 'below' | 'only' | 'top'
  isByPiece: boolean
  currency: string
  onChange: (band: BandDraft) => void
}) {
  const { t } = useLanguage()
  const { band, place, isByPiece, currency, onChange } = props
  const upTo = {
    ...{ value: band.upTo, isRequired: true },
    onChange: (typed: string) => onChange({ ...band, upTo: typed }),
  }
  const rate = {
    ...{ value: band.rate, isRequired: true },
    onChange: (typed: string) => onChange({ ...band, rate: typed }),
  }
  const rest = isByPiece
    ? ({ only: 'receivables.allPieces', top: 'receivables.piecesAbove' } as const)
    : ({ only: 'receivables.allSales', top: 'receivables.salesAbove' } as const)
  return (
    <div className="band">
      {place !== 'below' && <span className="field muted">{t(rest[place])}</span>}
      {place === 'below' && isByPiece && (
        <NumberField {...upTo} label={t('receivables.termFields.piecesUpTo')} min={1} />
      )}
      {place === 'below' && !isByPiece && (
        <AmountField
          {...upTo}
          label={t('receivables.termFields.upTo')}
          currency={currency}
          isNarrow
        />
      )}
      {isByPiece ? (
        <TextField
          {...rate}
          label={t('receivables.termFields.perPiece', { currency })}
          inputMode="decimal"
          width="short"
        />
      ) : (
        <ShareField {...rate} label={t('receivables.termFields.rate')} />
      )}
    </div>
  )
}
