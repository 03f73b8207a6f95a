import type { BandTyped, PaymentTyped } from '@yizhuan/procedures'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField, MoneyField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Remove } from './parts.tsx'

/** A running royalty: its term, its bands, and the sales that are expected of it. */
export function RoyaltyFields(props: {
  payment: PaymentTyped
  field: string
  set: (change: Partial<PaymentTyped>) => void
}) {
  const { t, named } = useLanguage()
  const { payment, field, set } = props
  const isByPiece = payment.unit !== null
  return (
    <>
      <DayField
        label={t('simulator.fields.to')}
        name={`${field}.to`}
        value={payment.to}
        onChange={(to) => set({ to })}
      />
      <ChoiceField
        label={t('simulator.fields.every')}
        name={`${field}.every`}
        isFolded
        value={payment.every}
        choices={(['1', '3', '6', '12'] as const).map((value) => ({
          value,
          label: named('simulator.every', value),
        }))}
        onChange={(every) => set({ every })}
      />
      <ChoiceField
        label={t('simulator.fields.counts')}
        name={`${field}.counts`}
        isFolded
        value={payment.counts}
        choices={(['period', 'life'] as const).map((value) => ({
          value,
          label: t(`simulator.counts.${value}`),
        }))}
        onChange={(counts) => set({ counts: counts === 'life' ? 'life' : 'period' })}
      />
      <ChoiceField
        label={t('simulator.fields.measure')}
        name={`${field}.measure`}
        isFolded
        value={isByPiece ? 'pieces' : 'sales'}
        choices={(['sales', 'pieces'] as const).map((value) => ({
          value,
          label: t(`simulator.measures.${value}`),
        }))}
        onChange={(measure) => set(measuredBy(measure === 'pieces' ? t('simulator.piece') : null))}
      />
      {isByPiece && (
        <TextField
          label={t('simulator.fields.unit')}
          name={`${field}.unit`}
          width="short"
          maxLength={20}
          value={payment.unit ?? ''}
          onChange={(typed) => set({ unit: typed })}
        />
      )}
      <Bands
        bands={payment.bands}
        field={field}
        isByPiece={isByPiece}
        onChange={(bands) => set({ bands })}
      />
      <TextField
        label={t(isByPiece ? 'simulator.fields.pieces' : 'simulator.fields.sales')}
        hint={t('simulator.salesHint')}
        name={`${field}.sales`}
        value={payment.sales}
        onChange={(sales) => set({ sales })}
      />
    </>
  )
}

/** Another measure: what was typed of rates and sales by the former means nothing by it. */
const measuredBy = (unit: string | null): Partial<PaymentTyped> =>
  unit === null
    ? { unit, bands: [{ upTo: '', rate: '3%' }], sales: '1000000' }
    : { unit, bands: [{ upTo: '', rate: '10' }], sales: '1000' }

function Bands(props: {
  bands: readonly BandTyped[]
  field: string
  isByPiece: boolean
  onChange: (bands: readonly BandTyped[]) => void
}) {
  const { t } = useLanguage()
  const { bands, field, isByPiece, onChange } = props
  const rest = isByPiece
    ? (['simulator.allPieces', 'simulator.aboveThatNumber'] as const)
    : (['simulator.allSales', 'simulator.aboveThat'] as const)
  const last = bands.length - 1
  const change = (at: number, part: Partial<BandTyped>) =>
    onChange(bands.map((band, place) => (place === at ? { ...band, ...part } : band)))
  return (
    <fieldset className="field wide-field">
      <legend>{t('simulator.fields.bands')}</legend>
      {bands.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a band has no other identity than its place
        <div key={at} className="scenario-row">
          {at < last && isByPiece && (
            <TextField
              label={t('simulator.fields.piecesUpTo')}
              name={`${field}.bands[${at}].upTo`}
              width="short"
              inputMode="numeric"
              value={band.upTo}
              onChange={(upTo) => change(at, { upTo })}
            />
          )}
          {at < last && !isByPiece && (
            <MoneyField
              label={t('simulator.fields.upTo')}
              name={`${field}.bands[${at}].upTo`}
              isNarrow
              value={band.upTo}
              onChange={(upTo) => change(at, { upTo })}
            />
          )}
          {at === last && <p className="hint">{t(rest[at === 0 ? 0 : 1])}</p>}
          {isByPiece ? (
            <TextField
              label={t('simulator.fields.perPiece')}
              name={`${field}.bands[${at}].rate`}
              width="short"
              inputMode="decimal"
              value={band.rate}
              onChange={(rate) => change(at, { rate })}
            />
          ) : (
            <ShareField
              label={t('simulator.fields.rate')}
              name={`${field}.bands[${at}].rate`}
              value={band.rate}
              onChange={(rate) => change(at, { rate })}
            />
          )}
          {at < last && (
            <Remove
              name={t('simulator.bandNo', { number: at + 1 })}
              onRemove={() => onChange(bands.filter((_, place) => place !== at))}
            />
          )}
        </div>
      ))}
      <Button
        small
        onClick={() =>
          onChange([...bands.slice(0, -1), { upTo: '', rate: '' }, ...bands.slice(-1)])
        }
      >
        {t('simulator.addBand')}
      </Button>
    </fieldset>
  )
}
