import { objectionsIn, type Raised } from '@yizhuan/procedures'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { type CaseWire, stepsIn, transferIn } from './case.api.ts'

/** Who objected and why, for those whose office it is; everybody sees what was found. */
export function Objections({ one }: { one: CaseWire }) {
  const { t, named } = useLanguage()
  const objections = raisedIn(one)
  // What came in through the public page is sealed; what an officer recorded stands in the record.
  const isPublic = (seq: number) =>
    one.timeline.some((entry) => entry.seq === seq && entry.by.role === 'public')
  const isSealed = objections.some(({ seq }) => isPublic(seq))
  if (objections.length === 0 && one.objections.length === 0) return null
  return (
    <Panel title={`${t('cases.objections')} ${objections.length}`} id="objections">
      {one.objections.length > 0 && (
        <ul className="rows">
          {one.objections.map((row) => (
            <li key={row.id}>
              <DayText day={row.filedOn} /> <strong>{row.name}</strong>{' '}
              <span className="muted">
                {row.contact} {row.idNumberMasked && `· ${row.idNumberMasked}`}
              </span>
              <div className="said">{row.text}</div>
              <a href={`/notices/${row.noticeId}`}>{t('cases.toNotice')}</a>
            </li>
          ))}
        </ul>
      )}
      {one.objections.length === 0 && isSealed && (
        <p className="muted">{t('cases.objectionsSealed')}</p>
      )}
      <ul className="rows">
        {objections.map((objection) => (
          <li key={objection.seq} className="finding">
            <span className={`mark ${objection.finding ? 'mark-met' : 'mark-pending'}`} aria-hidden>
              {objection.finding ? '✓' : '…'}
            </span>
            <div>
              #{objection.seq} <DayText day={objection.on} />{' '}
              {named('cases.objectionKind', objection.kind)} ·{' '}
              {!isPublic(objection.seq) && <div className="said">{objection.text}</div>}
              {objection.finding ? (
                <>
                  {named('choice', objection.finding.outcome)}{' '}
                  <DayText day={objection.finding.on} />
                  <div className="said">{objection.finding.finding}</div>
                </>
              ) : (
                <strong>{t('cases.waitsForFinding')}</strong>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** What was raised in a case of any procedure. */
function raisedIn(one: CaseWire): readonly Raised[] {
  const steps = stepsIn(one)
  if (steps) return objectionsIn(steps)
  return (transferIn(one)?.objections ?? []).map(({ seq, on, kind, text, finding }) => ({
    seq,
    on,
    kind,
    text,
    ...(finding && { finding: { on: finding.on, ...finding.data } }),
  }))
}
