import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { listsQuery, type RegistrationFormWire } from './registration.api.ts'

type Party = RegistrationFormWire['otherParties'][number]

/** What is asked of each, in its order. */
export const partyFields = ['name', 'uscc', 'nature', 'country', 'region'] as const
type Field = (typeof partyFields)[number]

export type PartyDraft = Readonly<Record<Field, string>> & {
  readonly key: number
  readonly side: Party['side']
}

export const draftsOf = (parties: readonly Party[]): readonly PartyDraft[] =>
  parties.map(({ side, name, uscc, nature, country, region }, key) => ({
    ...{ key, side, name, uscc: uscc ?? '', nature: nature ?? '' },
    ...{ country: country ?? '', region: region ?? '' },
  }))

export const partiesOf = (drafts: readonly PartyDraft[]): Party[] =>
  drafts.map(({ side, name, uscc, nature, country, region }) => ({
    ...{ side, name: name.trim(), uscc: uscc.trim().toUpperCase() || null },
    ...{ nature: nature || null, country: country.trim().toUpperCase() || null },
    region: region.trim() || null,
  }))

/** The sellers or the buyers beside the first: each is named, and of what nature and where it is. */
export function OtherParties(props: {
  side: Party['side']
  /** Those of both sides, as the form sends them. */
  parties: readonly PartyDraft[]
  onChange: (parties: readonly PartyDraft[]) => void
  at: (name: string) => string | undefined
}) {
  const { t, say } = useLanguage()
  const { side, parties, onChange } = props
  const { data } = useQuery(listsQuery)
  const natures = (data?.lists['nature']?.codes ?? []).map(({ code, label }) => ({
    ...{ value: code, label: `${code} ${say(label)}` },
  }))
  const put = (key: number, field: Field, value: string) =>
    onChange(parties.map((one) => (one.key === key ? { ...one, [field]: value } : one)))
  const add = () => {
    const key = Math.max(-1, ...parties.map((one) => one.key)) + 1
    const blank = { name: '', uscc: '', nature: '', country: 'CHN', region: '' }
    onChange([...parties, { key, side, ...blank }])
  }
  return (
    <>
      {parties.map((one, at) => {
        if (one.side !== side) return null
        const common = (field: Field) => ({
          name: `form/otherParties/${at}/${field}`,
          label: t(`registrations.party.${field}`),
          value: one[field],
          onChange: (value: string) => put(one.key, field, value),
          error: props.at(`form/otherParties/${at}/${field}`),
        })
        return (
          <fieldset key={one.key}>
            <legend>{t(`registrations.party.${side}`)}</legend>
            <TextField {...common('name')} isRequired maxLength={200} />
            <TextField {...common('uscc')} maxLength={18} hint={t('contracts.usccHint')} />
            <ChoiceField {...common('nature')} choices={natures} isFolded />
            <TextField {...common('country')} maxLength={3} width="short" />
            <TextField {...common('region')} maxLength={6} width="short" />
            <Button
              small
              kind="quiet"
              onClick={() => onChange(parties.filter(({ key }) => key !== one.key))}
            >
              {t('general.remove')}
            </Button>
          </fieldset>
        )
      })}
      <Button small onClick={add}>
        + {t(`registrations.party.${side}`)}
      </Button>
    </>
  )
}
