import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { UsedParameter } from './case.api.ts'

/** The numbers of law behind a conclusion: value, since when, how we know it, and every layer of it. */
export function Parameters({ parameters }: { parameters: readonly UsedParameter[] }) {
  const { t, say, named } = useLanguage()
  const shown = (kind: string, value: string) => parameterText(kind, value, t('cases.days'))
  return (
    <ul className="plain-list">
      {parameters.map((one) => (
        <li key={one.id}>
          {say(one.label)} <strong className="figure">{shown(one.kind, one.value)}</strong>{' '}
          <span className="muted">{named('policies.bounds', one.bound)}</span>{' '}
          <CiteText cite={one.cite} />
          <span className="muted">
            {one.from ? (
              <>
                <DayText day={one.from} /> {t('policies.from')}
              </>
            ) : (
              t('policies.noFirstDay')
            )}
          </span>{' '}
          <span className={`chip ${one.verified ? '' : 'chip-due'}`}>
            {named('policies.provenances', one.provenance)}
            {!one.verified && ` · ${t('policies.unverified')}`}
          </span>
          {one.layers.length > 1 && (
            <ul className="plain">
              {one.layers.map((layer) => (
                <li key={layer.by + layer.value}>
                  {layer.by} <span className="figure">{shown(one.kind, layer.value)}</span>{' '}
                  {layer.cite && <CiteText cite={layer.cite} />}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A value of law as people write it: 7/10 is 70%, 15 days are 15 days. */
export function parameterText(kind: string, value: string, days: string): string {
  const [, n, d] = /^(\d+)\/(\d+)$/.exec(value) ?? []
  if (kind === 'ratio' && n !== undefined && d !== undefined) {
    const hundredths = (BigInt(n) * 10_000n) / BigInt(d)
    const exact = (BigInt(n) * 10_000n) % BigInt(d) === 0n
    const [whole, rest] = [hundredths / 100n, hundredths % 100n]
    return exact
      ? `${whole}${rest ? `.${`${rest}`.padStart(2, '0').replace(/0$/, '')}` : ''}%`
      : value
  }
  if (kind === 'ratio' && value === '1') return '100%'
  return kind === 'days' || kind === 'workdays' ? `${value} ${days}` : value
}
