import type { HouseRuleHeld } from '../../api/house-rules.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { ShareField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { PartProps } from './parts.tsx'

/** How net income is shared out: by shares that are typed, or by the rule of the house. */
export function ShareFields({
  typed,
  errorOf,
  set,
  house,
}: PartProps & { house: HouseRuleHeld | undefined }) {
  const { t } = useLanguage()
  const isByRule = typed.byRule && house !== undefined
  const field = (name: 'contributors' | 'tto' | 'staff' | 'stake' | 'equity' | 'company') => ({
    label: t(`simulator.fields.${name}`),
    name,
    value: typed[name],
    error: errorOf(name),
    onChange: (value: string) => set({ [name]: value }),
  })
  return (
    <>
      <ChoiceField
        label={t('simulator.fields.by')}
        name="by"
        value={typed.byRule ? 'house' : 'own'}
        choices={(['own', 'house'] as const).map((value) => ({
          value,
          label: t(`simulator.by.${value}`),
        }))}
        onChange={(by) => set({ byRule: by === 'house' })}
      />
      {typed.byRule && (
        <p className="hint">
          {house ? (
            <>
              <a href="/distribution-rules">{house.title}</a>{' '}
              {t('distributionRules.version', { version: house.version })}
            </>
          ) : (
            <>
              {t('simulator.noHouseRule')}{' '}
              <a href="/distribution-rules">{t('distributionRules.title')}</a>
            </>
          )}
        </p>
      )}
      <FlagField
        label={t('simulator.fields.viaCompany')}
        name="viaCompany"
        value={typed.viaCompany}
        onChange={(viaCompany) => set({ viaCompany })}
      />
      {!isByRule && (
        <>
          <ShareField {...field('contributors')} />
          <ShareField {...field('tto')} />
          {typed.viaCompany && <ShareField {...field('company')} />}
          <ShareField {...field('staff')} />
        </>
      )}
      {typed.mode === 'equity_contribution' && (
        <>
          <ShareField {...field('stake')} />
          <ShareField {...field('equity')} />
        </>
      )}
      {!isByRule && <p className="hint">{t('simulator.rest')}</p>}
    </>
  )
}
