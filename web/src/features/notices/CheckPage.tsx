import { useQuery } from '@tanstack/react-query'
import { sha256Hex } from '@yizhuan/kit'
import { useState } from 'react'
import { Callout } from '../../ui/Callout.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { NoticeContent } from './NoticeContent.tsx'
import { type ProofWire, proofQuery } from './notice.api.ts'

/** Checks a notice without trusting anybody: the hash is computed here, from the words that are shown. */
export function CheckPage({ id }: { id: string }) {
  const { t } = useLanguage()
  const query = useQuery(proofQuery(id))
  return (
    <div className="narrow wide">
      <PageHeader
        title={t('notices.check')}
        note={<a href={`/notices/${id}`}>{t('notices.back')}</a>}
      />
      <Loaded query={query}>{(proof) => <Checked proof={proof} />}</Loaded>
    </div>
  )
}

function Checked({ proof }: { proof: ProofWire }) {
  const { t } = useLanguage()
  const [paper, setPaper] = useState('')
  const computed = sha256Hex(proof.canonical)
  const agrees = computed === proof.contentHash
  const given = paper.replace(/\s/g, '').toLowerCase()
  return (
    <>
      <Callout
        tone={agrees ? 'good' : 'bad'}
        title={`${agrees ? '✓' : '×'} ${agrees ? t('notices.checkOk') : t('notices.checkBad')}`}
      />
      <Panel title={t('notices.steps')}>
        <ol className="check-steps">
          <li>
            {t('notices.step1')}
            <details>
              <summary>{t('notices.canonical')}</summary>
              <pre className="hash official">{proof.canonical}</pre>
            </details>
          </li>
          <li>
            {t('notices.step2')}
            <div className="hash">{computed}</div>
          </li>
          <li>
            {t('notices.step3')}
            <div className="hash">{proof.contentHash}</div>
          </li>
          <li>
            {t('notices.step4', { n: proof.recordedAs })}
            <div className="hash">{proof.entryHash}</div>
          </li>
        </ol>
      </Panel>
      <Panel title={t('notices.paper')}>
        <TextField
          label={t('notices.paperHash')}
          hint={t('notices.paperHint')}
          value={paper}
          onChange={setPaper}
        />
        {given.length >= 64 && (
          <Callout
            tone={given === computed ? 'good' : 'bad'}
            title={given === computed ? `✓ ${t('notices.paperOk')}` : `× ${t('notices.paperBad')}`}
          />
        )}
      </Panel>
      <Panel title={t('notices.what')}>
        <NoticeContent content={JSON.parse(proof.canonical) as Record<string, unknown>} />
      </Panel>
    </>
  )
}
