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
        choices={(['3', '6', '12'] as const).map((value) => ({
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
      <Bands bands={payment.bands} field={field} onChange={(bands) => set({ bands })} />
      <TextField
        label={t('simulator.fields.sales')}
        hint={t('simulator.salesHint')}
        name={`${field}.sales`}
        value={payment.sales}
        onChange={(sales) => set({ sales })}
      />
    </>
  )
}

function Bands(props: {
  bands: readonly BandTyped[]
  field: string
  onChange: (bands: readonly BandTyped[]) => void
}) {
  const { t } = useLanguage()
  const { bands, field, onChange } = props
  const last = bands.length - 1
  const change = (at: number, part: Partial<BandTyped>) =>
    onChange(bands.map((band, place) => (place === at ? { ...band, ...part } : band)))
  return (
    <fieldset className="field wide-field">
      <legend>{t('simulator.fields.bands')}</legend>
      {bands.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a band has no other identity than its place
        <div key={at} className="scenario-row">
          {at < last ? (
            <MoneyField
              label={t('simulator.fields.upTo')}
              name={`${field}.bands[${at}].upTo`}
              isNarrow
              value={band.upTo}
              onChange={(upTo) => change(at, { upTo })}
            />
          ) : (
            <p className="hint">{t(at === 0 ? 'simulator.allSales' : 'simulator.aboveThat')}</p>
          )}
          <ShareField
            label={t('simulator.fields.rate')}
            name={`${field}.bands[${at}].rate`}
            value={band.rate}
            onChange={(rate) => change(at, { rate })}
          />
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
