import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  ArticleWire,
  ImportedTextWire,
  PolicyDetailWire,
  PolicyPageWire,
} from '@yizhuan/server/wire/policies/policy'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { read, write } from '../../api/client.ts'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'

/** Every document of the library, with what it is worth today. */
export function PolicyList() {
  const { t, say, named } = useLanguage()
  const query = useQuery({
    queryKey: ['policies'],
    queryFn: () => read<PolicyPageWire>('/policies'),
  })
  return (
    <>
      <PageHeader title={t('policies.title')} />
      <Loaded query={query}>
        {({ items }) => (
          <Panel>
            <ul className="rows">
              {items.map((one) => (
                <li key={one.id}>
                  <span className={`chip chip-${one.status}`}>
                    {named('policies.status', one.status)}
                  </span>{' '}
                  <a href={`/policies/${one.id}`}>
                    <strong>{say(one.title)}</strong>
                  </a>
                  <div className="muted">
                    {one.issuers.join('、')} {one.issued && <DayText day={one.issued} />} ·{' '}
                    {t('policies.articles', { count: one.articles })} ·{' '}
                    {one.imported ? t('policies.imported') : t('policies.notImported')}
                  </div>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Loaded>
    </>
  )
}

/** One document: articles on the left; digest, text, norms and numbers on the right. */
export function PolicyPage({ id }: { id: string }) {
  const query = useQuery({
    queryKey: ['policy', id],
    queryFn: () => read<PolicyDetailWire>(`/policies/${id}`),
  })
  return <Loaded query={query}>{(document) => <Document document={document} />}</Loaded>
}

function Document({ document }: { document: PolicyDetailWire }) {
  const { t, say, named } = useLanguage()
  const wanted = decodeURIComponent(location.hash.slice(1))
  const [chosen, choose] = useState(
    () =>
      document.list.find(({ at }) => wanted === at || wanted.startsWith(`${at}/`))?.at ??
      document.list[0]?.at,
  )
  const article = document.list.find(({ at }) => at === chosen)
  return (
    <>
      <PageHeader
        title={say(document.title)}
        note={
          <span className={`chip chip-${document.status}`}>
            {named('policies.status', document.status)}
          </span>
        }
      >
        <ImportText id={document.id} />
      </PageHeader>
      <div className="two">
        <Panel title={t('policies.articles', { count: document.list.length })}>
          <ul className="rows">
            {document.list.map((one) => (
              <li key={one.at} className="finding">
                <div>
                  <button
                    type="button"
                    className="link"
                    aria-pressed={one.at === chosen}
                    onClick={() => choose(one.at)}
                  >
                    <strong>{say(one.label)}</strong> {say(one.digest)}
                  </button>
                </div>
                <span className="muted">{one.norms.length > 0 && one.norms.length}</span>
              </li>
            ))}
          </ul>
        </Panel>
        {article ? <Article article={article} /> : <Nothing text={t('policies.choose')} />}
      </div>
    </>
  )
}

function Article({ article }: { article: ArticleWire }) {
  const { t, say } = useLanguage()
  return (
    <Panel title={say(article.label)}>
      <h3>{t('policies.digest')}</h3>
      <p>{say(article.digest) || '—'}</p>
      <h3>{t('policies.official')}</h3>
      <p style={{ whiteSpace: 'pre-wrap' }} className={article.text ? '' : 'muted'}>
        {article.text ?? t('policies.noOfficial')}
      </p>
      <h3>{t('policies.norms')}</h3>
      {article.norms.length === 0 && <p className="muted">{t('policies.none')}</p>}
      <ul className="rows">
        {article.norms.map((norm) => (
          <li key={norm.id}>
            <strong>{say(norm.title)}</strong>
            <div>{say(norm.sentence)}</div>
            <code className="hash muted">{norm.id}</code>
          </li>
        ))}
      </ul>
      {article.parameters.length > 0 && <h3>{t('policies.parameters')}</h3>}
      <ul className="rows">
        {article.parameters.map((one) => (
          <li key={one.id + one.from}>
            {say(one.label)} <strong className="figure">{one.value}</strong>{' '}
            <span className="muted">
              <DayText day={one.from} /> {t('policies.from')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function ImportText({ id }: { id: string }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: async (file: File) =>
      write<ImportedTextWire>('POST', `/policies/${id}/text`, { text: await file.text() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['policy', id] }),
  })
  return (
    <div>
      <Upload
        accept=".txt"
        showUploadList={false}
        beforeUpload={(file) => {
          send.mutate(file)
          return false
        }}
      >
        <Button loading={send.isPending} title={t('policies.importHint')}>
          {t('policies.importText')}
        </Button>
      </Upload>
      {send.data && (
        <span className="muted">{t('policies.articles', { count: send.data.articles })}</span>
      )}
      <ProblemAlert error={send.error} />
    </div>
  )
}
