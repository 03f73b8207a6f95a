import type { CheckpointPageWire } from '@yizhuan/server/wire/evidence/checkpoint'
import { address } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { usePages } from '../../ui/usePages.ts'

type Checkpoint = CheckpointPageWire['items'][number]

/** The published daily roots over all records; needs no account. */
export function Checkpoints() {
  const { t } = useLanguage()
  const { query, items, first } = usePages<Checkpoint, CheckpointPageWire>(
    '/public/checkpoints',
    {},
  )
  return (
    <div className="narrow wide">
      <PageHeader title={t('checkpoints.title')} note={t('checkpoints.lead')} />
      <Panel title={t('checkpoints.howTitle')}>
        <p>{t('checkpoints.how')}</p>
        <p>
          <code>yizhuan case replay CASE.jsonl --as-of 2026-06-30 --checkpoint PROOF.json</code>
        </p>
        {first && (
          <p>
            {t('checkpoints.key')} <code className="hash">{first.publicKey}</code>{' '}
            <a href={address('/public/checkpoints/key')}>{t('checkpoints.keyFile')}</a>
          </p>
        )}
      </Panel>
      <Panel>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('checkpoints.none')} />}
        >
          <ul className="rows">
            {items.map((one) => (
              <CheckpointLine key={one.statement.institution + one.statement.day} one={one} />
            ))}
          </ul>
        </PagedList>
      </Panel>
    </div>
  )
}

function CheckpointLine({ one }: { one: Checkpoint }) {
  const { t } = useLanguage()
  const { statement, signature, institutionName } = one
  return (
    <li>
      <div>
        <strong>
          <DayText day={statement.day} />
        </strong>{' '}
        {institutionName}{' '}
        <span className="muted">{t('checkpoints.size', { count: statement.size })}</span>
      </div>
      <div className="muted">
        {t('checkpoints.root')} <code className="hash">{statement.root}</code>
      </div>
      <details>
        <summary className="muted">{t('checkpoints.signature')}</summary>
        <dl className="told">
          <dt>{t('checkpoints.signature')}</dt>
          <dd className="hash">{signature}</dd>
          <dt>{t('checkpoints.previous')}</dt>
          <dd className="hash">{statement.previous}</dd>
        </dl>
      </details>
    </li>
  )
}
