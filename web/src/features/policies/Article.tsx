import { useQuery } from '@tanstack/react-query'
import { labelOf } from '@yizhuan/law'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { SpanText } from '../../ui/SpanText.tsx'
import { Clauses } from './CoveragePanel.tsx'
import {
  type ArticleWire,
  type CitingNormWire,
  type CitingParameterWire,
  ownParametersQuery,
  type PolicyDetailWire,
} from './policy.api.ts'

/** An article: digest and official text side by side, and what the platform made of it. */
export function Article(props: { document: PolicyDetailWire; article: ArticleWire }) {
  const { t, say, named, lang } = useLanguage()
  const { document, article } = props
  const at = document.list.indexOf(article)
  const [before, after] = [document.list[at - 1], document.list[at + 1]]
  return (
    <Panel
      title={say(article.label)}
      extra={
        <>
          <a className="only-phone" href={`/policies/${document.id}`}>
            {t('policies.allArticles')}
          </a>
          {before && <a href={`/policies/${document.id}#${before.at}`}>{say(before.label)}</a>}
          {after && <a href={`/policies/${document.id}#${after.at}`}>{say(after.label)}</a>}
        </>
      }
    >
      <div className={article.text ? 'two' : ''}>
        <div>
          <h3>{t('policies.digest')}</h3>
          <p>{say(article.digest) || '—'}</p>
        </div>
        {article.text && (
          <div>
            <h3>
              {t('policies.official')}{' '}
              <span className={`chip chip-${article.fingerprint}`}>
                {named('policies.fingerprints', article.fingerprint)}
              </span>
            </h3>
            <p className="official">{article.text}</p>
            {article.fingerprint === 'differs' && (
              <p className="wrong">{t('policies.differsHint')}</p>
            )}
          </div>
        )}
      </div>
      <h3>
        {t('policies.norms')} <span className="muted">{article.norms.length}</span>
      </h3>
      {article.norms.length === 0 && <p className="muted">{t('policies.none')}</p>}
      <ul className="rows">
        {article.norms.map((norm) => (
          <Norm key={norm.id} norm={norm} />
        ))}
      </ul>
      {article.parameters.length > 0 && (
        <>
          <h3>{t('policies.parameters')}</h3>
          <Numbers parameters={article.parameters} />
        </>
      )}
      {article.readings.length > 0 && (
        <>
          <h3>{t('library.readings')}</h3>
          <ul className="rows">
            {article.readings.map((reading) => (
              <li key={reading.id}>
                <strong>{say(reading.question)}</strong>
                <div>
                  {t('library.readAs')} {say(reading.reading)}{' '}
                  <span className="muted">{t('library.others', { count: reading.others })}</span>
                </div>
                <div className="muted">
                  {labelOf(reading.at)[lang]} · <code>{reading.id}</code>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Clauses clauses={article.clauses} />
    </Panel>
  )
}

/** A rule as a sentence made from the tree that is evaluated. */
function Norm({ norm }: { norm: CitingNormWire }) {
  const { t, say, lang, listed } = useLanguage()
  return (
    <li>
      <a href={`/policies/norms/${norm.id}`}>
        <strong>{say(norm.title)}</strong>
      </a>{' '}
      <span className={`chip ${norm.force === 'must' ? 'chip-current' : ''}`}>
        {norm.force === 'must' ? t('policies.must') : t('cases.inPrinciple')}
      </span>
      <div>{say(norm.sentence)}</div>
      <div className="muted">
        {listed(norm.at.map((at) => labelOf(at)[lang]))} · <code>{norm.id}</code> ·{' '}
        {t('library.exampleCount', { count: norm.examples })}
      </div>
    </li>
  )
}

/** The numbers an article sets: each value with its days, how it is known, and what applies here. */
function Numbers({ parameters }: { parameters: readonly CitingParameterWire[] }) {
  const { t, say, named } = useLanguage()
  const { data: own } = useQuery(ownParametersQuery)
  return (
    <Scroll label={t('policies.parameters')}>
      <table className="grid stacks">
        <thead>
          <tr>
            <th>{t('policies.parameter')}</th>
            <th>{t('policies.value')}</th>
            <th>{t('policies.days')}</th>
            <th>{t('policies.provenance')}</th>
            <th>{t('policies.here')}</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((one) => {
            const applied = own?.items.find(({ id }) => id === one.id)
            return (
              <tr key={one.id + (one.from ?? '')}>
                <td>
                  {say(one.label)}{' '}
                  <span className="muted">{named('policies.bounds', one.bound)}</span>
                </td>
                <td className="figure" data-label={t('policies.value')}>
                  {one.value}
                </td>
                <td data-label={t('policies.days')}>
                  <SpanText from={one.from} until={one.to} />
                </td>
                <td data-label={t('policies.provenance')}>
                  {named('policies.provenances', one.provenance)}
                  {!one.verified && (
                    <span className="chip chip-due">? {t('policies.unverified')}</span>
                  )}
                </td>
                <td data-label={t('policies.here')}>
                  {applied?.value ?? '—'}
                  {applied && applied.layers.length > 1 && (
                    <ul className="plain muted">
                      {applied.layers.map((layer) => (
                        <li key={layer.by + layer.value}>
                          {layer.by} {layer.value}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
