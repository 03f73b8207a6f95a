import { useMutation, useQuery } from '@tanstack/react-query'
import { canonicalJson, sha256Hex } from '@yizhuan/kit'
import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type NoticeWire, object, readNotice, readProof } from './notice.api.ts'

const six = ['achievement', 'team', 'mode', 'counterparty', 'price', 'distribution'] as const

/** One public notice: what is planned, how long one may object, and how to check it. */
export function NoticePage({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['notice', id], queryFn: () => readNotice(id) })
  return <Loaded query={query}>{(notice) => <Sheet notice={notice} />}</Loaded>
}

function Sheet({ notice }: { notice: NoticeWire }) {
  const { t, named } = useLanguage()
  const [isObjecting, setObjecting] = useState(false)
  const text = (field: string) =>
    typeof notice.content[field] === 'string' ? notice.content[field] : ''
  return (
    <>
      <PageHeader
        title={notice.title}
        note={
          <>
            {notice.institution} · {t(`notices.kinds.${notice.kind}`)} ·{' '}
            <span className={`chip chip-${notice.state}`}>
              {t(`notices.states.${notice.state}`)}
            </span>
          </>
        }
      >
        <Button onClick={() => window.print()}>{t('notices.print')}</Button>
      </PageHeader>
      <Panel>
        {notice.daysLeft !== null && notice.state === 'running' && (
          <div className="big">
            {notice.daysLeft > 0 ? t('days.left', { count: notice.daysLeft }) : t('days.today')}
          </div>
        )}
        <div>
          <DayText day={notice.publishedOn} /> → <DayText day={notice.endsOn} />{' '}
          <span className="muted">
            {notice.day !== null &&
              notice.days !== null &&
              `${t('notices.dayOf', { day: notice.day, days: notice.days })}，`}
            {t('notices.lastIncluded')}
          </span>
        </div>
      </Panel>
      <Panel>
        <dl className="defs">
          {six
            .filter(text)
            .map((field) => [
              <dt key={field}>{t(`notices.${field}`)}</dt>,
              <dd key={`${field}-text`}>
                {field === 'mode' ? named('choice', text(field)) : text(field)}
              </dd>,
            ])}
        </dl>
        <Leaders rows={notice.content['leaders']} />
      </Panel>
      <Panel title={t('notices.how')}>
        <p>{text('objectionProcedure')}</p>
        {text('department') && (
          <p>
            {t('notices.department')}：{text('department')}
          </p>
        )}
        {notice.objectable && !isObjecting && (
          <Button type="primary" onClick={() => setObjecting(true)}>
            {t('notices.object')}
          </Button>
        )}
        {isObjecting && <Objection id={notice.id} />}
      </Panel>
      <SelfCheck notice={notice} />
    </>
  )
}

function Leaders({ rows }: { rows: unknown }) {
  const { t } = useLanguage()
  if (!Array.isArray(rows) || rows.length === 0) return null
  const columns = ['name', 'contribution', 'reward', 'share'] as const
  return (
    <div className="scroll">
      <h3>{t('notices.leaders')}</h3>
      <table className="grid">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{t(`notices.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(rows as readonly Record<string, string>[]).map((row) => (
            <tr key={row['name']}>
              {columns.map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ObjectionValues {
  anonymous?: boolean
  name?: string
  idNumber?: string
  contact?: string
  text: string
}

function Objection({ id }: { id: string }) {
  const { t } = useLanguage()
  const [form] = Form.useForm<ObjectionValues>()
  const isAnonymous = Form.useWatch('anonymous', form) === true
  const send = useMutation({
    mutationFn: ({ anonymous, text, ...person }: ObjectionValues) =>
      object(id, anonymous ? { anonymous: true, text } : { ...given(person), text }),
  })
  if (send.data)
    return (
      <Alert
        type="success"
        showIcon
        title={t('notices.received', { day: send.data.receivedOn, id: send.data.id })}
      />
    )
  return (
    <Form form={form} layout="vertical" className="act-form no-print" onFinish={send.mutate}>
      <p className="muted">{t('notices.objectHint')}</p>
      <ProblemAlert error={send.error} />
      {!isAnonymous && (
        <>
          <Form.Item name="name" label={t('notices.realName')} rules={[{ required: true, min: 2 }]}>
            <Input autoComplete="name" />
          </Form.Item>
          <Form.Item name="idNumber" label={`${t('notices.idNumber')} (${t('general.optional')})`}>
            <Input />
          </Form.Item>
          <Form.Item
            name="contact"
            label={t('notices.contact')}
            rules={[{ required: true, min: 5 }]}
          >
            <Input />
          </Form.Item>
        </>
      )}
      <Form.Item name="text" label={t('notices.text')} rules={[{ required: true, min: 5 }]}>
        <Input.TextArea autoSize={{ minRows: 4 }} />
      </Form.Item>
      <Form.Item name="anonymous" valuePropName="checked">
        <Checkbox>{t('notices.anonymous')}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('notices.send')}
      </Button>
    </Form>
  )
}

function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
}

function SelfCheck({ notice }: { notice: NoticeWire }) {
  const { t } = useLanguage()
  const check = useMutation({
    mutationFn: async () => {
      const proof = await readProof(notice.id)
      return { proof, agrees: sha256Hex(canonicalJson(notice.content)) === notice.contentHash }
    },
  })
  return (
    <Panel title={t('notices.hash')}>
      <div className="hash">{notice.contentHash}</div>
      <p className="muted no-print">{t('notices.checkHint')}</p>
      <Button className="no-print" onClick={() => check.mutate()} loading={check.isPending}>
        {t('notices.check')}
      </Button>
      <ProblemAlert error={check.error} />
      {check.data && (
        <>
          <Alert
            type={check.data.agrees ? 'success' : 'error'}
            showIcon
            title={check.data.agrees ? t('notices.checkOk') : t('notices.checkBad')}
            description={
              <span className="hash">
                {t('notices.recordedAs', { n: check.data.proof.recordedAs })} ·{' '}
                {check.data.proof.entryHash}
              </span>
            }
          />
          <details>
            <summary>{t('notices.canonical')}</summary>
            <pre className="hash" style={{ whiteSpace: 'pre-wrap' }}>
              {check.data.proof.canonical}
            </pre>
          </details>
        </>
      )}
    </Panel>
  )
}
