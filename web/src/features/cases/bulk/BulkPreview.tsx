import { useState } from 'react'
import type { Because, ProblemBody } from '../../../api/problem.ts'
import { Button } from '../../../ui/Button.tsx'
import { Callout } from '../../../ui/Callout.tsx'
import { CiteText } from '../../../ui/CiteText.tsx'
import { Lapses } from '../../../ui/Lapses.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import type { BulkPreviewWire } from './bulk.api.ts'

/** What the act would meet in each case, with the articles; those that may are chosen beforehand. */
export function BulkPreview(props: {
  preview: BulkPreviewWire
  title: string
  error: unknown
  isBusy: boolean
  onConfirm: (cases: { id: string; expectedSeq: number }[]) => void
  onBack: () => void
}) {
  const { t } = useLanguage()
  const { items } = props.preview
  const able = items.filter(({ problem }) => problem === undefined)
  const unable = items.filter(({ problem }) => problem !== undefined)
  const [left, leaveOut] = useState<ReadonlySet<string>>(new Set())
  const cases = able
    .filter(({ id }) => !left.has(id))
    .map(({ id, seq }) => ({ id, expectedSeq: seq }))
  const turn = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    leaveOut(next)
  }
  return (
    <>
      <Lapses lapses={props.preview.lapses} />
      <h3>{t('bulk.able', { count: able.length, act: props.title })}</h3>
      <ul className="rows">
        {able.map(({ id, number, title, warnings }) => (
          <li key={id}>
            <label className="check">
              <input type="checkbox" checked={!left.has(id)} onChange={() => turn(id)} />
              <span>
                <strong>{number}</strong> {title}
              </span>
            </label>
            <Reasons because={(warnings as readonly Because[]).filter(({ lapse }) => !lapse)} />
          </li>
        ))}
      </ul>
      {unable.length > 0 && (
        <>
          <h3>{t('bulk.unable', { count: unable.length })}</h3>
          <ul className="rows">
            {unable.map(({ id, number, title, problem }) => (
              <li key={id}>
                <a href={`/cases/${id}`}>{number}</a> {title}
                {problem && <Why problem={problem as ProblemBody} />}
              </li>
            ))}
          </ul>
        </>
      )}
      <ProblemAlert error={props.error} />
      {able.length === 0 && <Callout tone="due" title={t('bulk.nobodyAble')} />}
      <p className="muted">{t('bulk.each')}</p>
      <div className="actions">
        <Button
          kind="primary"
          busy={props.isBusy}
          disabled={cases.length === 0}
          onClick={() => props.onConfirm(cases)}
        >
          {t('bulk.confirm', { count: cases.length })}
        </Button>
        <Button onClick={props.onBack}>{t('form.back')}</Button>
      </div>
    </>
  )
}

/** Why a case is left out, in the server's words, with the articles. */
export function Why({ problem }: { problem: ProblemBody }) {
  return (
    <>
      <div className="lacking">{problem.detail ?? problem.title}</div>
      <Reasons because={problem.because ?? []} />
    </>
  )
}

function Reasons({ because }: { because: readonly Because[] }) {
  const { say } = useLanguage()
  if (because.length === 0) return null
  return (
    <div className="muted">
      {because.map(({ norm, title, cites = [] }) => (
        <span key={norm}>
          {say(title)}{' '}
          {cites.map((cite) => (
            <CiteText key={cite.source + cite.at} cite={cite} />
          ))}{' '}
        </span>
      ))}
    </div>
  )
}
