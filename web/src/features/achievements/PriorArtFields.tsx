import { Button } from '../../ui/Button.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'

/** A document that an achievement was held against. */
export interface PriorArt {
  readonly reference: string
  readonly relevance: 'x' | 'y' | 'a'
  readonly words: string | null
}

const relevances = ['x', 'y', 'a'] as const

/** The documents that an evaluation held the achievement against, and what each takes away. */
export function PriorArtFields(props: {
  value: readonly PriorArt[]
  onChange: (value: readonly PriorArt[]) => void
}) {
  const { t } = useLanguage()
  const { value, onChange } = props
  const put = (at: number, changes: Partial<PriorArt>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...changes } : one)))
  return (
    <fieldset className="field">
      <legend>{t('disclosure.priorArt')}</legend>
      <p className="hint">{t('disclosure.priorArtHint')}</p>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one form in their order
        <div key={at} className="form-panel">
          <TextField
            label={t('disclosure.priorArtReference')}
            value={one.reference}
            maxLength={500}
            onChange={(reference) => put(at, { reference })}
            isRequired
          />
          <ChoiceField
            label={t('disclosure.relevance')}
            value={one.relevance}
            choices={relevances.map((code) => ({
              value: code,
              label: t(`disclosure.relevances.${code}`),
            }))}
            onChange={(relevance) => put(at, { relevance: relevance as PriorArt['relevance'] })}
          />
          <TextField
            label={t('disclosure.priorArtWords')}
            value={one.words ?? ''}
            maxLength={2000}
            onChange={(words) => put(at, { words })}
          />
          <Button
            kind="quiet"
            small
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            {t('general.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          small
          onClick={() => onChange([...value, { reference: '', relevance: 'a', words: null }])}
        >
          {t('disclosure.addPriorArt')}
        </Button>
      </div>
    </fieldset>
  )
}
