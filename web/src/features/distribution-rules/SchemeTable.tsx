import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import type { SchemeWire } from './distribution-rule.api.ts'

/** Who takes what by a scheme, step by step; what nobody takes the institution keeps. */
export function SchemeTable({ scheme }: { scheme: SchemeWire }) {
  const { t, named, listed } = useLanguage()
  const rows = [
    ...scheme.layers,
    ...(scheme.staff.length > 0 ? [{ layer: 'staff' as const, steps: scheme.staff }] : []),
  ]
  return (
    <Scroll label={t('distributionRules.scheme')}>
      <h3>
        {scheme.modes.length === 0
          ? t('distributionRules.allModes')
          : listed(scheme.modes.map((mode) => named('choice', mode)))}{' '}
        <span className="chip">{named('distributionRules.bases', scheme.basis)}</span>
      </h3>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('distributionRules.layer')}</th>
            <th>{t('distributionRules.takes')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ layer, steps }) => (
            <tr key={layer}>
              <td>{named('distributionRules.layers', layer)}</td>
              <td data-label={t('distributionRules.takes')}>
                {steps.map((step, at) => (
                  <Step key={step.above} step={step} isOnly={at === 0 && steps.length === 1} />
                ))}
              </td>
            </tr>
          ))}
          <tr>
            <td>{t('distributionRules.layers.institution')}</td>
            <td data-label={t('distributionRules.takes')}>
              <div>{t('distributionRules.rest')}</div>
              {scheme.purposes.map(({ purpose, share }) => (
                <div key={purpose} className="muted">
                  {named('choice', purpose)} <span className="figure">{share}</span>
                </div>
              ))}
            </td>
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}

function Step(props: { step: SchemeWire['staff'][number]; isOnly: boolean }) {
  const { t } = useLanguage()
  const { above, share, fixed } = props.step
  return (
    <div>
      {!props.isOnly && (
        <span className="muted">
          {t('distributionRules.above')} <Money fen={above} />{' '}
        </span>
      )}
      <span className="figure">{share ?? '0%'}</span>
      {fixed !== null && fixed !== '0' && (
        <>
          {' '}
          {t('distributionRules.plus')} <Money fen={fixed} />
        </>
      )}
    </div>
  )
}
