import { Fragment } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import type { AssetWire, SignWire } from './asset.api.ts'
import { Cites } from './Cites.tsx'

const tags = ['attribute', 'stage', 'conversion'] as const
/** What is told of development that was given up. */
const givenUp = ['reason', 'evaluation', 'approval'] as const
const pages = { right: 'rights', contract: 'contracts', case: 'cases' } as const

/** The three tags, each opened to what it rests on: nobody types a tag. */
export function Tags({ of }: { of: AssetWire }) {
  const { t, named } = useLanguage()
  return (
    <Panel title={t('assets.tagsTitle')}>
      <p className="muted">{t('assets.tagsLead')}</p>
      <dl className="defs">
        {tags.map((tag) => (
          <Fragment key={tag}>
            <dt>{t(`assets.fields.${tag}`)}</dt>
            <dd>
              <details open>
                <summary>
                  <strong>{named(`assets.tags.${tag}`, of[tag])}</strong>
                  {tag === 'conversion' && of.count > 0 && (
                    <> {t('assets.times', { count: of.count })}</>
                  )}{' '}
                  <small>
                    <Cites of={of.tags[tag].articles} />
                  </small>
                </summary>
                {of.tags[tag].signs.length === 0 ? (
                  <p className="muted">{t(`assets.noSign.${tag}`)}</p>
                ) : (
                  <ol className="plain">
                    {of.tags[tag].signs.map((sign) => (
                      <li key={`${sign.register}${sign.id}${sign.what}${sign.seq ?? ''}`}>
                        <Sign of={sign} />
                      </li>
                    ))}
                  </ol>
                )}
              </details>
            </dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  )
}

function Sign({ of }: { of: SignWire }) {
  const { t, named, listed, colon } = useLanguage()
  return (
    <>
      <span className="figure">{of.isDayKnown && of.on ? of.on : t('assets.dayUnknown')}</span>{' '}
      {named('assets.signs', of.what)}{' '}
      <a href={`/${pages[of.register]}/${of.id}`}>{of.number ?? of.title}</a>
      {of.conditionsMet !== undefined && (
        <>
          {colon}
          {of.conditionsMet ? t('assets.conditionsMet') : t('assets.conditionsNotMet')}
        </>
      )}
      {of.evidence && of.evidence.length > 0 && (
        <div className="muted">
          {t('assets.evidence')}
          {colon}
          {listed(of.evidence.map(({ document }) => document))}
        </div>
      )}
      {of.assetFormed !== undefined && (
        <>
          {colon}
          {of.assetFormed ? t('assets.formed') : t('assets.notFormed')}
        </>
      )}
      {givenUp
        .filter((field) => of[field] !== undefined)
        .map((field) => (
          <div key={field} className="muted">
            {t(`assets.givenUp.${field}`)}
            {colon}
            {of[field]}
          </div>
        ))}
    </>
  )
}
