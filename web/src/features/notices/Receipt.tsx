import { canonicalJson, sha256Hex } from '@yizhuan/kit'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import type { NoticeWire, ObjectedWire } from './notice.api.ts'

/** What somebody takes home who objected: the number, the day, and hashes that prove what was handed in. */
export function Receipt(props: {
  notice: NoticeWire
  receipt: ObjectedWire
  sent: Readonly<Record<string, unknown>>
}) {
  const { t } = useLanguage()
  const { notice, receipt, sent } = props
  const sentHash = sha256Hex(canonicalJson(sent))
  const lines = [
    [t('notices.receiptNumber'), receipt.id],
    [t('notices.receivedOn'), receipt.receivedOn],
    [t('notices.notice'), notice.title],
    [t('notices.institution'), notice.institution],
    [t('notices.recordedAs', { n: receipt.recordedAs }), receipt.entryHash],
    [t('notices.sentHash'), sentHash],
  ] as const
  const save = () => {
    const text = `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${canonicalJson(sent)}\n`
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    link.download = `${receipt.id}.txt`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="narrow wide">
      <PageHeader title={t('notices.receipt')} />
      <Callout
        tone="good"
        title={receipt.kind === 'tip' ? t('notices.tipReceived') : t('notices.objectionReceived')}
      />
      <Panel>
        <dl className="defs">
          <dt>{t('notices.receiptNumber')}</dt>
          <dd className="hash">{receipt.id}</dd>
          <dt>{t('notices.receivedOn')}</dt>
          <dd>
            <DayText day={receipt.receivedOn} />
          </dd>
          <dt>{t('notices.notice')}</dt>
          <dd>{notice.title}</dd>
          <dt>{t('notices.institution')}</dt>
          <dd>{notice.institution}</dd>
          <dt>{t('notices.recordedAs', { n: receipt.recordedAs })}</dt>
          <dd className="hash">{receipt.entryHash}</dd>
          <dt>{t('notices.sentHash')}</dt>
          <dd className="hash">{sentHash}</dd>
        </dl>
        <p className="muted">{t('notices.receiptHint')}</p>
        <div className="actions no-print">
          <Button kind="primary" onClick={save}>
            {t('notices.save')}
          </Button>
          <Button onClick={() => window.print()}>{t('notices.print')}</Button>
          <LinkButton href={`/notices/${notice.id}`}>{t('notices.back')}</LinkButton>
        </div>
      </Panel>
    </div>
  )
}
