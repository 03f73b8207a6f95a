import { splitBases } from '@yizhuan/money'
import { Button } from '../../ui/Button.tsx'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { MoneyField, ShareField } from '../../ui/fields/FigureFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import {
  purposes,
  ruleModes,
  type SchemeDraft,
  type StepDraft,
  type TypedLayer,
  typedLayers,
} from './scheme-draft.ts'

/** One scheme as it is written: for which modes, who takes what from which amount on. */
export function SchemeFields(props: {
  scheme: SchemeDraft
  error: string | undefined
  onChange: (scheme: SchemeDraft) => void
  onRemove?: () => void
}) {
  const { t, named } = useLanguage()
  const { scheme, onChange } = props
  const at = scheme.key
  return (
    <fieldset className="field scheme">
      <legend>
        {scheme.modes.length === 0
          ? t('distributionRules.allModes')
          : scheme.modes.map((mode) => named('choice', mode)).join(' · ')}
      </legend>
      {props.error && (
        <p className="wrong" role="alert">
          {props.error}
        </p>
      )}
      <details className="part">
        <summary>{t('distributionRules.forModes')}</summary>
        {ruleModes.map((mode) => (
          <FlagField
            key={mode}
            label={named('choice', mode)}
            name={`mode-${at}-${mode}`}
            value={scheme.modes.includes(mode)}
            onChange={(isOn) =>
              onChange({
                ...scheme,
                modes: ruleModes.filter((one) =>
                  one === mode ? isOn : scheme.modes.includes(one),
                ),
              })
            }
          />
        ))}
      </details>
      <ChoiceField
        label={t('distributionRules.basis')}
        name={`basis-${at}`}
        value={scheme.basis}
        choices={splitBases.map((value) => ({
          value,
          label: named('distributionRules.bases', value),
        }))}
        onChange={(basis) => onChange({ ...scheme, basis: basis as SchemeDraft['basis'] })}
      />
      {typedLayers.map((layer) => (
        <Layer
          key={layer}
          layer={layer}
          name={`${at}-${layer}`}
          steps={scheme.layers[layer]}
          onChange={(steps) =>
            onChange({ ...scheme, layers: { ...scheme.layers, [layer]: steps } })
          }
        />
      ))}
      <p className="hint">{t('distributionRules.restHint')}</p>
      <details className="part">
        <summary>{t('distributionRules.purposes')}</summary>
        {purposes.map((purpose) => (
          <ShareField
            key={purpose}
            label={named('choice', purpose)}
            name={`purpose-${at}-${purpose}`}
            value={scheme.purposes[purpose] ?? ''}
            onChange={(share) =>
              onChange({ ...scheme, purposes: { ...scheme.purposes, [purpose]: share } })
            }
          />
        ))}
      </details>
      {props.onRemove && (
        <Button small onClick={props.onRemove}>
          {t('distributionRules.removeScheme')}
        </Button>
      )}
    </fieldset>
  )
}

function Layer(props: {
  layer: TypedLayer
  name: string
  steps: readonly StepDraft[]
  onChange: (steps: readonly StepDraft[]) => void
}) {
  const { t, named } = useLanguage()
  const { layer, name, steps, onChange } = props
  const put = (at: number, given: Partial<StepDraft>) =>
    onChange(steps.map((step, place) => (place === at ? { ...step, ...given } : step)))
  return (
    <div className="layer">
      <strong>{named('distributionRules.layers', layer)}</strong>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place
        <div key={at} className="step-row">
          {at > 0 && (
            <MoneyField
              label={t('distributionRules.above')}
              name={`above-${name}-${at}`}
              value={step.above}
              onChange={(above) => put(at, { above })}
              isNarrow
            />
          )}
          <ShareField
            label={t('distributionRules.share')}
            name={`share-${name}-${at}`}
            value={step.share}
            onChange={(share) => put(at, { share })}
          />
          {at > 0 && (
            <MoneyField
              label={t('distributionRules.fixed')}
              name={`fixed-${name}-${at}`}
              value={step.fixed}
              onChange={(fixed) => put(at, { fixed })}
              isNarrow
            />
          )}
          {at > 0 && at === steps.length - 1 && (
            <Button small onClick={() => onChange(steps.slice(0, -1))}>
              {t('distributionRules.removeStep')}
            </Button>
          )}
        </div>
      ))}
      <Button small onClick={() => onChange([...steps, { above: '', share: '', fixed: '' }])}>
        + {t('distributionRules.addStep')}
      </Button>
    </div>
  )
}
