import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Modal, Select, Upload } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type ActField, dataOf, fieldsOfAct } from './act-fields.ts'
import { type StoredFile, storeFile } from './case.api.ts'

/** What a filled form hands on. */
export interface FilledAct {
  readonly data: Record<string, unknown>
  readonly on?: string
  readonly lateReason?: string
  readonly files: StoredFile[]
}

/** The form of one act, made from the schema that will check it. */
export function ActForm(props: {
  type: string
  submitLabel: string
  today?: string
  onSubmit: (act: FilledAct) => Promise<unknown>
  onCancel: () => void
}) {
  const { t } = useLanguage()
  const [form] = Form.useForm<Record<string, unknown>>()
  const [files, setFiles] = useState<StoredFile[]>([])
  const [modal, holder] = Modal.useModal()
  const fields = fieldsOfAct(props.type)
  const on = Form.useWatch('__on', form) as string | undefined
  const isLate = Boolean(on && props.today && on < props.today)
  const store = useMutation({
    mutationFn: storeFile,
    onSuccess: (file) => setFiles((before) => [...before, file]),
  })
  const send = useMutation({
    mutationFn: (values: Record<string, unknown>) => {
      const reason = values['lateReason']
      return props.onSubmit({
        data: dataOf(fields, values),
        files,
        ...(on ? { on } : {}),
        ...(isLate && typeof reason === 'string' && reason ? { lateReason: reason } : {}),
      })
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return
      const errors = (error.body.errors ?? []).map(({ pointer, detail }) => ({
        name: pointer
          .replace(/^#\/(data\/)?/, '')
          .split('/')
          .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
        errors: [detail],
      }))
      form.setFields(errors as never)
    },
  })
  const ask = (values: Record<string, unknown>) =>
    modal.confirm({
      title: t('cases.confirmTitle'),
      content: t('cases.confirmText'),
      okText: props.submitLabel,
      cancelText: t('general.cancel'),
      onOk: () => send.mutateAsync(values).catch(() => undefined),
    })
  return (
    <Form form={form} layout="vertical" className="act-form" onFinish={ask} scrollToFirstError>
      {holder}
      <ProblemAlert error={send.error ?? store.error} />
      {fields.map((field) => (
        <FieldInput key={field.name} field={field} path={[field.name]} />
      ))}
      <Form.Item name="__on" label={t('cases.on')} initialValue={props.today}>
        <Input type="date" max={props.today} style={{ width: 180 }} />
      </Form.Item>
      {isLate && (
        <Form.Item name="lateReason" label={t('cases.lateReason')} extra={t('cases.lateHint')}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      )}
      <Form.Item>
        <Upload
          multiple
          fileList={files.map(({ name, sha256 }) => ({
            uid: sha256,
            name,
            status: 'done' as const,
          }))}
          beforeUpload={(file) => {
            store.mutate(file)
            return false
          }}
          onRemove={({ uid }) =>
            setFiles((before) => before.filter(({ sha256 }) => sha256 !== uid))
          }
        >
          <Button loading={store.isPending}>{t('cases.addFile')}</Button>
        </Upload>
      </Form.Item>
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {props.submitLabel}
        </Button>
        <Button onClick={props.onCancel}>{t('general.cancel')}</Button>
      </div>
    </Form>
  )
}

type Path = (string | number)[]

function FieldInput({ field, path }: { field: ActField; path: Path }) {
  const { t, say, named } = useLanguage()
  const label = say(field.label)
  if (field.kind === 'group')
    return (
      <fieldset>
        {field.fields.map((inner) => (
          <FieldInput key={inner.name} field={inner} path={[...path, inner.name]} />
        ))}
      </fieldset>
    )
  if (field.kind === 'list') return <ListInput field={field} path={path} />
  if (field.kind === 'flag')
    return (
      <Form.Item name={path} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    )
  const rules = field.isRequired
    ? [{ required: true, message: `${label}：${t('general.required')}` }]
    : []
  return (
    <Form.Item name={path} label={label} rules={rules}>
      {field.kind === 'choice' ? (
        <Select
          options={field.choices.map((value) => ({ value, label: named('choice', value) }))}
        />
      ) : field.kind === 'number' ? (
        <InputNumber min={0} />
      ) : field.kind === 'day' ? (
        <Input type="date" style={{ width: 180 }} />
      ) : field.kind === 'money' ? (
        <Input
          prefix="¥"
          suffix={t('general.yuan')}
          inputMode="decimal"
          style={{ maxWidth: 280 }}
        />
      ) : field.kind === 'share' ? (
        <Input placeholder="70%" style={{ maxWidth: 160 }} />
      ) : (
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 8 }} />
      )}
    </Form.Item>
  )
}

function ListInput({ field, path }: { field: ActField; path: Path }) {
  const { t, say } = useLanguage()
  return (
    <fieldset>
      <legend>{say(field.label)}</legend>
      <Form.List name={path} initialValue={field.isRequired ? [undefined] : []}>
        {(items, { add, remove }) => (
          <>
            {items.map(({ key, name }) => (
              <div key={key} className="gap-below">
                {field.fields.length === 0 ? (
                  <Form.Item name={name}>
                    <Input />
                  </Form.Item>
                ) : (
                  field.fields.map((inner) => (
                    <FieldInput key={inner.name} field={inner} path={[name, inner.name]} />
                  ))
                )}
                <Button size="small" onClick={() => remove(name)}>
                  {t('general.remove')}
                </Button>
              </div>
            ))}
            <Button size="small" type="dashed" onClick={() => add()}>
              + {t('general.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
