import { Button } from '../../ui/Button.tsx'
import { ShareField } from '../../ui/fields/FigureFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { type Power, powers } from './trusteeship.api.ts'

/** A holder as it is typed. */
export interface TypedParty {
  readonly key: number
  readonly power: Power
  readonly name: string
  readonly uscc: string
  readonly share: string
}

/** Who holds which power; the names that are at hand can be chosen. */
export function PartyFields(props: {
  parties: readonly TypedParty[]
  known: readonly string[]
  onChange: (parties: readonly TypedParty[]) => void
  error: string | undefined
}) {
  const { t } = useLanguage()
  const { parties, known, onChange, error } = props
  const put = (key: number, changes: Partial<TypedParty>) =>
    onChange(parties.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const add = (power: Power) => {
    const key = Math.max(0, ...parties.map((one) => one.key)) + 1
    onChange([...parties, { key, power, name: '', uscc: '', share: '' }])
  }
  return (
    <>
      {powers.map((power) => (
        <fieldset key={power}>
          <legend>{t(`trusteeships.powers.${power}`)}</legend>
          <p className="hint">{t(`trusteeships.powerHints.${power}`)}</p>
          {parties
            .filter((one) => one.power === power)
            .map((one) => (
              <div className="item" key={one.key}>
                <TextField
                  label={t('trusteeships.holder')}
                  value={one.name}
                  onChange={(name) => put(one.key, { name })}
                  isRequired
                  maxLength={200}
                />
                <div className="item-line">
                  <TextField
                    label={t('trusteeships.fields.uscc')}
                    value={one.uscc}
                    onChange={(uscc) => put(one.key, { uscc })}
                    maxLength={18}
                  />
                  {power === 'income' && (
                    <ShareField
                      label={t('trusteeships.fields.share')}
                      value={one.share}
                      onChange={(share) => put(one.key, { share })}
                      isRequired
                    />
                  )}
                </div>
                <div className="row-acts">
                  {known
                    .filter((name) => name !== '' && name !== one.name)
                    .map((name) => (
                      <Button key={name} small kind="quiet" onClick={() => put(one.key, { name })}>
                        {t('trusteeships.fillIn', { name })}
                      </Button>
                    ))}
                  <Button
                    kind="quiet"
                    small
                    onClick={() => onChange(parties.filter(({ key }) => key !== one.key))}
                  >
                    {t('general.remove')}
                  </Button>
                </div>
              </div>
            ))}
          <Button small onClick={() => add(power)}>
            + {t('general.add')}
          </Button>
        </fieldset>
      ))}
      {error && <div className="wrong">{error}</div>}
    </>
  )
}
