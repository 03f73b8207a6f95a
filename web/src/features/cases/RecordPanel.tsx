import { actWords, type Entry, isActType, verifyChain } from '@yizhuan/procedures'
import { Button } from 'antd'
import { useMemo } from 'react'
import { address } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import type { CaseWire } from './case.api.ts'

/** The record of a case: who did what when, checked again in this browser. */
export function RecordPanel({ one }: { one: CaseWire }) {
  const { t, say, named } = useLanguage()
  const checked = useMemo(() => verifyChain(one.timeline as unknown as Entry[]), [one.timeline])
  const isWhole = checked.ok && one.chain.ok
  return (
    <Panel
      title={t('cases.record')}
      extra={
        <>
          <span
            className={`chip ${isWhole ? 'chip-open' : 'days-breached'}`}
            title={t('cases.chainHint')}
          >
            {isWhole
              ? `✓ ${t('cases.chainOk', { count: checked.length })}`
              : `× ${t('cases.chainBad', { at: checked.firstBad ?? one.chain.brokenAt ?? 0 })}`}
          </span>
          <Button size="small" href={address(`/cases/${one.case.id}/acts.jsonl`)}>
            {t('cases.export')}
          </Button>
        </>
      }
    >
      <ul className="rows">
        {one.timeline.toReversed().map((entry) => (
          <li key={entry.seq}>
            <DayText day={entry.on} />{' '}
            <strong>{isActType(entry.type) ? say(actWords[entry.type]) : entry.type}</strong>{' '}
            <span className="muted">
              #{entry.seq} {entry.by.name} · {named('role', entry.by.role)}
            </span>{' '}
            <code className="hash muted" title={entry.hash}>
              {entry.hash.slice(0, 10)}…
            </code>
            {entry.lateReason && (
              <div className="muted">
                {t('cases.lateReason')}：{entry.lateReason}
              </div>
            )}
            {entry.files.map((file) => (
              <div key={file.sha256}>
                <a href={address(`/files/${file.sha256}`)}>{file.name}</a>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
