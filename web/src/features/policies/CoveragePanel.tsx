import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { Coverage } from './PolicyList.tsx'
import type { ClauseWire, PolicyDetailWire } from './policy.api.ts'

/** How much of what binds is encoded; what was left out says why, what is open stands by name. */
export function CoveragePanel({ document }: { document: PolicyDetailWire }) {
  const { t } = useLanguage()
  const clauses = document.list.flatMap((article) => article.clauses)
  const left = clauses.filter(({ state }) => state !== 'encoded')
  return (
    <Panel className="coverage">
      <strong>{t('library.coverageTitle')}</strong> <Coverage coverage={document.coverage} />
      {left.length > 0 && (
        <details>
          <summary>{t('library.leftOut', { count: left.length })}</summary>
          <ul className="rows">
            {left.map((clause) => (
              <Clause key={clause.at} clause={clause} document={document.id} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

function Clause({ clause, document }: { clause: ClauseWire; document: string }) {
  const { say } = useLanguage()
  return (
    <li>
      <a href={`/policies/${document}#${clause.at}`}>{say(clause.label)}</a>{' '}
      <ClauseState clause={clause} />
    </li>
  )
}

function ClauseState({ clause }: { clause: ClauseWire }) {
  const { say, named } = useLanguage()
  const tone = { encoded: 'chip-met', waived: '', open: 'chip-due' }[clause.state]
  return (
    <>
      <span className={`chip ${tone}`}>{named('library.clauseStates', clause.state)}</span>{' '}
      {clause.reason && say(clause.reason)}
    </>
  )
}

/** The binding clauses of one article. */
export function Clauses({ clauses }: { clauses: readonly ClauseWire[] }) {
  const { t, say } = useLanguage()
  if (clauses.length === 0) return null
  return (
    <>
      <h3>{t('library.clauses')}</h3>
      <ul className="plain">
        {clauses.map((clause) => (
          <li key={clause.at}>
            {say(clause.label)} <ClauseState clause={clause} />
          </li>
        ))}
      </ul>
    </>
  )
}
