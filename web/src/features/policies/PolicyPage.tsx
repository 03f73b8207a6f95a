import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SpanText } from '../../ui/SpanText.tsx'
import { Article } from './Article.tsx'
import { ImportText } from './ImportText.tsx'
import { articleAt, tallied } from './library.ts'
import { Issuers, Standing } from './PolicyList.tsx'
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
            <Standing one={document} /> <Issuers names={document.issuers} />{' '}
            {(document.inForceFrom || document.status === 'draft') && (
              <>
                · {t('policies.inForce')}{' '}
                <SpanText from={document.inForceFrom} until={document.inForceTo} />
              </>
            )}
          </>
        }
      />
      <TextState document={document} mayImport={props.mayImport} />
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
        )}
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
      <ul className="rows">
        {shown.map((one) => (
          <li key={one.at}>
            <a
              href={`/policies/${document.id}#${one.at}`}
              className={one === chosen ? 'active' : ''}
              aria-current={one === chosen ? 'true' : undefined}
            >
              <strong>{say(one.label)}</strong> {say(one.digest)}
              <span className="muted">
                {one.norms.length > 0 &&
                  ` · ${t('policies.normCount', { count: one.norms.length })}`}
                {one.parameters.length > 0 &&
                  ` · ${t('policies.parameterCount', { count: one.parameters.length })}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
