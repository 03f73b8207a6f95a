import { Button } from '../../ui/Button.tsx'
import { ShareField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type PartProps, Remove } from './parts.tsx'

/** Other institutions that hold the title: what comes in for them is not ours. */
export function PartnerFields({ typed, errorOf, set }: PartProps) {
  const { t } = useLanguage()
  const { partners } = typed
  return (
    <fieldset className="field">
      <legend>{t('simulator.fields.partners')}</legend>
      {partners.map((share, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: other holders have no name, only a place
        <div key={at} className="scenario-member">
          <ShareField
            label={t('simulator.partnerNo', { number: at + 1 })}
            name={`partners[${at}]`}
            value={share}
            error={errorOf(`partners[${at}]`)}
            onChange={(changed) =>
              set({ partners: partners.map((one, place) => (place === at ? changed : one)) })
            }
          />
          <Remove
            name={t('simulator.partnerNo', { number: at + 1 })}
            onRemove={() => set({ partners: partners.filter((_, place) => place !== at) })}
          />
        </div>
      ))}
      <Button small onClick={() => set({ partners: [...partners, '20%'] })}>
        {t('simulator.addPartner')}
      </Button>
      {partners.length > 0 && <p className="hint">{t('simulator.partnersHint')}</p>}
    </fieldset>
  )
}
