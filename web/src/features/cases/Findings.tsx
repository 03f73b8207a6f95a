import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { stageWordsOf } from './act-words.ts'
import { type Finding, factsQuery } from './case.api.ts'
import { type FindingGroup, groupFindings, type Tally, tallyOf } from './case-stages.ts'
import { FindingRow } from './FindingRow.tsx'

/** What the law finds, stage by stage, each with its article; why is one click away. */
export function Findings(props: {
  caseId: string
  procedure: string
  findings: readonly Finding[]
  stages: readonly { readonly id: string; readonly status: string }[]
  asOf?: string | undefined
}) {
  const { t } = useLanguage()
  const groups = groupFindings(props.procedure, props.findings, props.stages)
  const tally = tallyOf(
    groups.filter(({ isAhead }) => !isAhead).flatMap(({ findings }) => findings),
  )
  // Wide screens show it beside the work; a phone folds it to its count.
  const [isOpen, setOpen] = useState(() => matchMedia('(min-width: 861px)').matches)
  return (
    <Panel className="findings">
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="findings-head">
          <h2>{t('cases.checks')}</h2> <Tallies tally={tally} />
        </summary>
        {groups.map((group) => (
          <Group key={group.stage} group={group} {...props} />
        ))}
      </details>
    </Panel>
  )
}

function Group(props: {
  group: FindingGroup
  caseId: string
  procedure: string
  asOf?: string | undefined
}) {
  const { t, say } = useLanguage()
  const { group } = props
  const [{ pack } = { pack: '' }] = group.findings as readonly { pack?: string }[] as {
    pack: string
  }[]
  const { data: facts } = useQuery(factsQuery(pack))
  // What lies ahead is not asked yet, and what is done and whole needs no second look.
  const isOpen =
    !group.isAhead &&
    (group.isHere || group.tally.open + group.tally.advised + group.tally.breached > 0)
  const shown = group.findings.filter(({ status }) => status !== 'na')
  const rest = group.findings.filter(({ status }) => status === 'na')
  const rows = (findings: readonly Finding[]) => (
    <ul className="rows">
      {findings.map((finding) => (
        <FindingRow
          key={finding.norm}
          caseId={props.caseId}
          finding={finding}
          facts={facts}
          asOf={props.asOf}
        />
      ))}
    </ul>
  )
  return (
    <details className="finding-group" open={isOpen}>
      <summary>
        <h3>{say(stageWordsOf(props.procedure, group.stage))}</h3> <Tallies tally={group.tally} />
        {group.isAhead && <span className="muted">{t('cases.ahead')}</span>}
      </summary>
      {rows(shown)}
      {rest.length > 0 && (
        <details>
          <summary className="muted">{t('cases.notApplying', { count: rest.length })}</summary>
          {rows(rest)}
        </details>
      )}
    </details>
  )
}

/** How many are met, open and broken: a sign and a number, and words for who hears it. */
function Tallies({ tally }: { tally: Tally }) {
  const { t } = useLanguage()
  return (
    <span className="tallies">
      {tally.breached > 0 && (
        <span className="tally-breached">
          <span aria-hidden>×</span> {tally.breached} <span>{t('cases.tallyBreached')}</span>
        </span>
      )}
      {tally.advised > 0 && (
        <span className="tally-open">
          <span aria-hidden>!</span> {tally.advised} <span>{t('cases.tallyAdvised')}</span>
        </span>
      )}
      {tally.open > 0 && (
        <span className="tally-open">
          <span aria-hidden>?</span> {tally.open} <span>{t('cases.tallyOpen')}</span>
        </span>
      )}
      <span className="tally-met">
        <span aria-hidden>✓</span> {tally.met} <span>{t('cases.tallyMet')}</span>
      </span>
    </span>
  )
}
