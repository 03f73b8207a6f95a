import { dayInChina } from '@yizhuan/kit'
import { type Entry, verifyChain } from '@yizhuan/procedures'
import { useMemo, useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { sizeText } from '../../ui/fields/FilesField.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Panel } from '../../ui/Page.tsx'
import { wordsOf } from './act-words.ts'
import type { CaseWire, EntryWire } from './case.api.ts'
import { fieldsOfAct } from './form/act-fields.ts'
import { Told } from './form/Review.tsx'

/** The record of a case: who did what when, checked again in this browser. */
export function RecordPanel({ one }: { one: CaseWire }) {
  const { t } = useLanguage()
  // What is kept from the reader cannot be checked here; the server has checked the whole.
  const isPart = one.timeline.some(({ withheld }) => withheld)
  const checked = useMemo(
    () =>
      isPart
        ? { ok: true, length: one.chain.length, head: one.chain.head, firstBad: undefined }
        : verifyChain(one.timeline as unknown as Entry[]),
    [isPart, one.timeline, one.chain],
  )
  const isWhole = checked.ok && one.chain.ok
  return (
    <Panel
      title={t('cases.record')}
      id="record"
      extra={
        <>
          <span
            className={`chip ${isWhole ? 'chip-met' : 'chip-breached'}`}
            title={t('cases.chainHint')}
          >
            {isWhole
              ? `✓ ${t('cases.chainOk', { count: checked.length })}`
              : `× ${t('cases.chainBad', { at: checked.firstBad ?? one.chain.brokenAt ?? 0 })}`}
          </span>
          {!isPart && (
            <LinkButton small href={address(`/cases/${one.case.id}/acts.jsonl`)} download>
              {t('cases.export')}
            </LinkButton>
          )}
          {isProvable(one) && (
            <span title={t('checkpoints.proofHint')}>
              <LinkButton
                small
                href={address(`/cases/${one.case.id}/proof`)}
                download={`${one.case.number}.proof.json`}
              >
                {t('checkpoints.proof')}
              </LinkButton>
            </span>
          )}
        </>
      }
    >
      <p className="muted">
        {t('cases.chainHint')} <code className="hash">{checked.head}</code>
      </p>
      {isPart && (
        <p className="hint">{t(isInquiry(one.case) ? 'record.part' : 'record.partOpen')}</p>
      )}
      <ol className="rows record-rows">
        {one.timeline.toReversed().map((entry) => (
          <EntryLine key={entry.seq} procedure={one.case.procedure} entry={entry} />
        ))}
      </ol>
    </Panel>
  )
}

/** What is kept in an inquiry opens with its finding; elsewhere it is not for every reader. */
const isInquiry = ({ procedure }: { procedure: string }) => procedure === 'exemption'

/** A case is in a checkpoint from the day after its first act was recorded. */
function isProvable({ timeline: [first], today }: CaseWire): boolean {
  return first !== undefined && dayInChina(first.at) < today
}

/** One entry; a click shows what it said and the hashes that seal it. */
function EntryLine({ procedure, entry }: { procedure: string; entry: EntryWire }) {
  const { t, say, named, colon } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const recordedOn = dayInChina(entry.at)
  return (
    <li id={`act-${entry.seq}`}>
      <div className="entry">
        <DayText day={entry.on} />
        <div>
          <strong>{say(wordsOf(procedure, entry.type))}</strong>{' '}
          <span className="muted">
            #{entry.seq} {entry.by.name}
            {entry.by.actingFor &&
              ` ${t('substitutes.actedFor', { name: entry.by.actingFor.name })}`}{' '}
            · {named('role', entry.by.role)}
            {recordedOn !== entry.on && ` · ${t('cases.recordedOn', { day: recordedOn })}`}
          </span>
          {entry.lateReason && (
            <div className="muted">
              {t('cases.lateReason')}
              {colon}
              {entry.lateReason}
            </div>
          )}
          {entry.withheld && (
            <div className="muted">
              {t(isInquiry({ procedure }) ? 'record.withheld' : 'record.withheldOpen')}
            </div>
          )}
          {entry.files.map((file) => (
            <div key={file.sha256}>
              <a href={address(`/files/${file.sha256}`)} target="_blank" rel="noreferrer">
                {file.name}
              </a>{' '}
              <span className="muted">{sizeText(file.size)}</span>
            </div>
          ))}
        </div>
        <Button kind="quiet" small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('cases.details')}
        </Button>
      </div>
      {isOpen && (
        <div className="entry-details">
          <Told fields={fieldsOfAct(procedure, entry.type)} values={entry.data} inFen />
          <dl className="told">
            <dt>{t('cases.recordedAt')}</dt>
            <dd>{entry.at.replace('T', ' ')}</dd>
            <dt>{t('cases.entryHash')}</dt>
            <dd className="hash">{entry.hash}</dd>
            <dt>{t('cases.entryPrev')}</dt>
            <dd className="hash">{entry.prev}</dd>
          </dl>
        </div>
      )}
    </li>
  )
}
