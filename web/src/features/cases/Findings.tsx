import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { CiteText } from '../../ui/CiteText.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { explainQuery, type Finding, type Why } from './case.api.ts'

const order = ['breached', 'unknown', 'pending', 'met', 'na']

/** What the law finds, each with its article; why is one click away. */
export function Findings(props: {
  caseId: string
  findings: readonly Finding[]
  asOf?: string | undefined
}) {
  const { t } = useLanguage()
  const [onlyOpen, setOnlyOpen] = useState(false)
  const open = props.findings.filter(({ status }) => status !== 'met' && status !== 'na')
  const shown = (onlyOpen ? open : props.findings).toSorted(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status),
  )
  const missing = props.findings.filter(({ status }) => status === 'unknown').length
  const list = (
    <ul className="rows">
      {shown.map((finding) => (
        <FindingRow key={finding.norm} caseId={props.caseId} finding={finding} asOf={props.asOf} />
      ))}
    </ul>
  )
  return (
    <Panel
      title={<span className="only-wide">{t('cases.checks')}</span>}
      extra={
        <Checkbox onChange={({ target }) => setOnlyOpen(target.checked)}>
          {t('cases.onlyOpen')}
        </Checkbox>
      }
    >
      <div className="only-wide">{list}</div>
      <details className="only-phone">
        <summary>{t('cases.checksFolded', { count: props.findings.length, missing })}</summary>
        {list}
      </details>
    </Panel>
  )
}

function FindingRow({
  caseId,
  finding,
  asOf,
}: {
  caseId: string
  finding: Finding
  asOf: string | undefined
}) {
  const { t, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="finding">
      <StatusMark status={finding.status} />
      <div>
        <button
          type="button"
          className="link"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {say(finding.title)} <span aria-hidden>{isOpen ? '−' : '+'}</span>
        </button>
        <div className="muted">
          {finding.cites.map((cite) => (
            <CiteText key={cite.source + cite.at} cite={cite} />
          ))}
          {finding.due && (
            <>
              {t('cases.due')} <DayText day={finding.due} />{' '}
            </>
          )}
          {finding.opens && (
            <>
              {t('cases.opens')} <DayText day={finding.opens} />{' '}
            </>
          )}
          {finding.recordedLate && (
            <span className="chip">
              {t('cases.recordedLate', { days: finding.recordedLate.days })}
            </span>
          )}
          {finding.advisory && <span className="chip chip-draft">{t('cases.advisory')}</span>}
        </div>
        {isOpen && <Explanation caseId={caseId} norm={finding.norm} asOf={asOf} />}
      </div>
    </li>
  )
}

function Explanation({
  caseId,
  norm,
  asOf,
}: {
  caseId: string
  norm: string
  asOf: string | undefined
}) {
  const { lang } = useLanguage()
  const query = useQuery(explainQuery(caseId, norm, lang, asOf))
  return (
    <Loaded query={query}>
      {({ sentence, why }) => (
        <>
          <p>{sentence}</p>
          <Tree nodes={[why]} />
        </>
      )}
    </Loaded>
  )
}

function Tree({ nodes }: { nodes: readonly Why[] }) {
  return (
    <ul className="why">
      {nodes.map((node, at) => (
        // The tree is read once and never reordered.
        // biome-ignore lint/suspicious/noArrayIndexKey: positions identify the nodes
        <li key={at}>
          <span className={node.decisive ? 'decisive' : ''}>
            {node.text} <span className="muted">{node.value}</span>
          </span>{' '}
          {node.cite && <CiteText cite={node.cite} />}
          {node.children.length > 0 && <Tree nodes={node.children} />}
        </li>
      ))}
    </ul>
  )
}
