import { useQueries, useQuery } from '@tanstack/react-query'
import { labelOf } from '@yizhuan/law'
import type { ArticleWire, PolicyDetailWire } from '@yizhuan/server/wire/policies/library/policy'
import { read } from '../../api/client.ts'
import { CiteText } from '../../ui/CiteText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { WhyTree } from '../../ui/WhyTree.tsx'
import { type Cite, explainQuery, type Finding, type ReadingWire } from './case.api.ts'
import { Parameters } from './Parameters.tsx'

/** Why a finding is what it is: the reasons, the articles, the numbers and the readings behind it. */
export function Explanation(props: { caseId: string; finding: Finding; asOf: string | undefined }) {
  const { t, lang } = useLanguage()
  const { finding } = props
  const query = useQuery(explainQuery(props.caseId, finding.norm, lang, props.asOf))
  return (
    <div className="explanation">
      <Loaded query={query}>
        {({ sentence, why, readings }) => (
          <>
            <p>{sentence}</p>
            <WhyTree nodes={why.children} />
            {readings.length > 0 && (
              <section>
                <h4>{t('cases.readingsTitle')}</h4>
                {readings.map((reading) => (
                  <Reading key={reading.id} reading={reading} now={finding.status} />
                ))}
              </section>
            )}
          </>
        )}
      </Loaded>
      {finding.parameters.length > 0 && (
        <section>
          <h4>{t('cases.parametersTitle')}</h4>
          <Parameters parameters={finding.parameters} />
        </section>
      )}
      <section>
        <h4>{t('cases.articlesTitle')}</h4>
        <Articles cites={finding.cites} />
      </section>
      <a href={`/policies/norms/${finding.norm}`}>{t('library.toNorm')}</a>
    </div>
  )
}

/** An ambiguous clause: how we read it, why, and what another reading would find. */
function Reading({ reading, now }: { reading: ReadingWire; now: string }) {
  const { t, say, named } = useLanguage()
  return (
    <div className="reading">
      <div>
        {say(reading.question)} <CiteText cite={reading.cite} />
      </div>
      <ul className="plain-list">
        {reading.choices.map((choice) => (
          <li key={choice.id}>
            <StatusMark status={choice.status} />{' '}
            <span className={choice.isOurs ? 'decisive' : ''}>{say(choice.text)}</span>{' '}
            {choice.isOurs ? (
              <span className="chip chip-current">{t('cases.ours')}</span>
            ) : (
              <span className="muted">
                {choice.status === now
                  ? t('cases.sameOutcome')
                  : t('cases.otherOutcome', { status: named('status', choice.status) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {reading.chosen ? (
        <div className="muted">
          {t('cases.chosenBy', {
            name: reading.chosen.by,
            day: reading.chosen.from,
            basis: reading.chosen.basis,
          })}
        </div>
      ) : (
        <div className="muted">{say(reading.rationale)}</div>
      )}
    </div>
  )
}

/** The articles: digest, and the official text where the institution has imported it. */
function Articles({ cites }: { cites: readonly Cite[] }) {
  const { t, say, lang, named } = useLanguage()
  const sources = [...new Set(cites.map(({ source }) => source))]
  const documents = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['policy', source],
      queryFn: () => read<PolicyDetailWire>(`/policies/${source}`),
      staleTime: 300_000,
    })),
  })
  const articles = [...new Set(cites.map(({ source, at }) => `${source}#${at.split('.')[0]}`))]
  return (
    <ul className="plain-list">
      {articles.map((key) => {
        const [source = '', at = ''] = key.split('#')
        const document = documents.find(({ data }) => data?.id === source)?.data
        const article: ArticleWire | undefined = document?.list.find((one) => one.at === at)
        return (
          <li key={key} className="article">
            <a href={`/policies/${source}#${at}`}>
              {document
                ? `${say(document.title)} ${labelOf(at)[lang]}`
                : `${source} ${labelOf(at)[lang]}`}
            </a>{' '}
            {article && (
              <span className={`chip chip-${article.fingerprint}`}>
                {named('policies.fingerprints', article.fingerprint)}
              </span>
            )}
            {article?.digest && <div>{say(article.digest)}</div>}
            {article?.text && (
              <details>
                <summary className="muted">{t('policies.official')}</summary>
                <p className="official">{article.text}</p>
              </details>
            )}
          </li>
        )
      })}
    </ul>
  )
}
