import { Fragment } from 'react'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import type { LayerWire, OwnParameterWire } from './institution.api.ts'

/** Where a number comes from, from the widest law to the institution: 粤 第十八条 70% → 本单位 80%. */
export function Layers({ layers, kind }: Pick<OwnParameterWire, 'layers' | 'kind'>) {
  const { t } = useLanguage()
  if (layers.length === 0) return <span className="muted">{t('ownRules.noLawThen')}</span>
  return (
    <span className="layers">
      {layers.map((layer, at) => (
        <Fragment key={layer.by + layer.value}>
          {at > 0 && <span aria-hidden> → </span>}
          <Layer layer={layer} kind={kind} />
        </Fragment>
      ))}
    </span>
  )
}

function Layer({ layer, kind }: { layer: LayerWire; kind: OwnParameterWire['kind'] }) {
  const { t, named } = useLanguage()
  const isOwn = layer.jurisdiction === undefined
  return (
    <span
      className={`chip ${isOwn ? 'chip-current' : ''} ${layer.isDraft ? 'chip-draft' : ''}`}
      title={layer.by}
    >
      {isOwn ? t('ownRules.own') : named('ownRules.places', layer.jurisdiction ?? '')}{' '}
      {layer.isDraft && named('policies.status', 'draft')}{' '}
      {layer.cite && <CiteText cite={layer.cite} />}{' '}
      <strong className="figure">
        <ValueText value={layer.value} kind={kind} />
      </strong>
    </span>
  )
}

/** A number with its unit. */
export function ValueText(props: { value: string; kind: OwnParameterWire['kind'] }) {
  const { t } = useLanguage()
  if (props.kind === 'money') return <Money fen={props.value} />
  return (
    <>{props.kind === 'days' ? t('ownRules.days', { count: Number(props.value) }) : props.value}</>
  )
}
