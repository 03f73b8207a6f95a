import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { DraftMark } from '../../ui/DraftMark.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Article } from './Article.tsx'
import { CoveragePanel } from './CoveragePanel.tsx'
import { DoubtsLink } from './DoubtsPage.tsx'
import { ImportText } from './ImportText.tsx'
import { articleAt, partsOf, tallied } from './library.ts'
import { Days, Issuers, Standing } from './PolicyList.tsx'
import { type ArticleWire, type PolicyDetailWire, policyQuery } from './policy.api.ts'

/** One document: its articles, and beside them what stands on the one that is chosen. */
export function PolicyPage({ id, mayImport }: { id: string; mayImport: boolean }) {
  const query = useQuery(policyQuery(id))
  return (
    <Loaded query={query}>
      {(document) => <Document document={document} mayImport={mayImport} />}
    </Loaded>
  )
}

function Document(props: { document: PolicyDetailWire; mayImport: boolean }) {
  const { t, say, named } = useLanguage()
  const { document } = props
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const article = articleAt(document.list, hash)
  return (
    <>
      <PageHeader
        title={say(document.title)}
        note={
          <>
            <span className={`chip chip-${document.status}`}>
              {named('policies.status', document.status)}
            </span>{' '}
            <Standing one={document} /> {say(document.place)} · <Issuers names={document.issuers} />{' '}
            · <Days one={document} />
          </>
        }
      />
      <DraftMark isDraft={document.status === 'draft'}>
        <TextState document={document} mayImport={props.mayImport} />
        <CoveragePanel document={document} />
        <div className={`library ${article ? 'has-article' : ''}`}>
          <ArticleList document={document} chosen={article} />
          <div className="library-article">
            {article ? (
              <Article document={document} article={article} />
            ) : (
              <Panel>
                <Nothing text={t('policies.choose')} />
              </Panel>
            )}
          </div>
        </div>
      </DraftMark>
    </>
  )
}

/** Whether the official text is here, and whether it is the one that was encoded. */
function TextState({ document, mayImport }: { document: PolicyDetailWire; mayImport: boolean }) {
  const { t, named } = useLanguage()
  const counts = tallied(document.list)
  return (
    <Panel className="text-state">
      <div>
        <strong>{t('policies.official')}</strong>{' '}
        {document.imported ? (
          (['same', 'differs', 'not-cited'] as const)
            .filter((state) => counts[state])
            .map((state) => (
              <span key={state} className={`chip chip-${state}`}>
                {state === 'same' ? '✓ ' : state === 'differs' ? '× ' : ''}
                {named('policies.fingerprints', state)} {counts[state]}
              </span>
            ))
        ) : (
          <span className="muted">{t('policies.noOfficial')}</span>
        )}{' '}
        {document.imported && <DoubtsLink id={document.id} />}
      </div>
      {mayImport ? (
        <ImportText id={document.id} isAgain={document.imported} />
      ) : (
        <span className="muted">{t('policies.whoImports')}</span>
      )}
    </Panel>
  )
}

function ArticleList(props: { document: PolicyDetailWire; chosen: ArticleWire | undefined }) {
  const { t, say } = useLanguage()
  const [typed, setTyped] = useState('')
  const { document, chosen } = props
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    if (chosen === undefined) return
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const shown = document.list.filter((one) =>
    [say(one.label), say(one.digest), one.at].some((text) => text.includes(typed.trim())),
  )
  return (
    <nav className="panel library-list" ref={list} aria-label={t('policies.list')}>
      <input
        className="input"
        type="search"
        data-search
        aria-label={t('policies.searchArticles')}
        placeholder={t('policies.searchArticles')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {shown.length === 0 && <Nothing />}
      {partsOf(shown).map(({ part, articles }) => (
        <section key={part}>
          {part !== '' && <h3>{t('library.annex', { part })}</h3>}
          <ul className="rows">
            {articles.map((one) => (
              <li key={one.at}>
                <a
                  href={`/policies/${document.id}#${one.at}`}
                  className={one === chosen ? 'active' : ''}
                  aria-current={one === chosen ? 'true' : undefined}
                >
                  <strong>{say(one.label)}</strong> {say(one.digest)}
                  <Built article={one} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

/** What the platform made of an article, counted. */
function Built({ article }: { article: ArticleWire }) {
  const { t } = useLanguage()
  const open = article.clauses.filter(({ state }) => state === 'open').length
  const counts = [
    article.norms.length > 0 && t('policies.normCount', { count: article.norms.length }),
    article.parameters.length > 0 &&
      t('policies.parameterCount', { count: article.parameters.length }),
    article.readings.length > 0 && t('library.readingCount', { count: article.readings.length }),
  ].filter((text) => text !== false)
  return (
    <>
      <span className="muted">{counts.map((text) => ` · ${text}`)}</span>{' '}
      {open > 0 && (
        <span className="chip chip-due">{t('library.openClauses', { count: open })}</span>
      )}
    </>
  )
}
