import type { Difference } from '@yizhuan/procedures'
import type { ReactNode } from 'react'
import type { StoredFile } from '../../../api/files.ts'
import { Button } from '../../../ui/Button.tsx'
import { DayText } from '../../../ui/DayText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { fenText, Money } from '../../../ui/Money.tsx'
import type { ActField } from './act-fields.ts'
import { type Cited, CitedWork } from './CiteWork.tsx'
import { FromRegister } from './FromRegister.tsx'
import type { Values } from './filled.ts'

/** What will be recorded, read once more before it can never be changed again. */
export function Review(props: {
  title: string
  fields: readonly ActField[]
  values: Values
  on: string | undefined
  files: readonly StoredFile[]
  isPublic: boolean
  /** What of the published it changes. */
  differences: readonly Difference[]
  isBusy: boolean
  /** What confirming does, where it does not record the act at once. */
  confirm?: string | undefined
  onConfirm: () => void
  onBack: () => void
}) {
  const { t, listed } = useLanguage()
  return (
    <Dialog title={`${t('form.review')} · ${props.title}`} onClose={props.onBack}>
      <Told fields={props.fields} values={props.values} />
      <dl className="told">
        {props.on && (
          <>
            <dt>{t('cases.on')}</dt>
            <dd>
              <DayText day={props.on} />
            </dd>
          </>
        )}
        {props.files.length > 0 && (
          <>
            <dt>{t('cases.files')}</dt>
            <dd>{listed(props.files.map(({ name }) => name))}</dd>
          </>
        )}
      </dl>
      <Differences of={props.differences} />
      {!props.confirm && (
        <p className="muted">
          {t('cases.confirmText')} {props.isPublic && t('form.public')}
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={props.onBack}>{t('form.back')}</Button>
        <Button kind="primary" busy={props.isBusy} onClick={props.onConfirm}>
          {props.confirm ?? t('form.confirm')}
        </Button>
      </div>
    </Dialog>
  )
}

/** What the act would change of what the public has read: the notice is then published again. */
function Differences({ of: all }: { of: readonly Difference[] }) {
  const { t, say } = useLanguage()
  if (all.length === 0) return null
  return (
    <section className="alert" aria-label={t('differs.title')}>
      <strong>{t('differs.title')}</strong>
      <dl className="told">
        {all.map(({ field, label, was, will }) => [
          <dt key={field}>{say(label)}</dt>,
          <dd key={`${field}-change`}>
            <Published field={field} text={was} /> → <Published field={field} text={will} />
          </dd>,
        ])}
      </dl>
      <p className="hint">{t('differs.hint')}</p>
    </section>
  )
}

const amounts = ['price', 'fixedPrice', 'fee']
const codes = ['mode', 'licenceKind', 'sublicence', 'pricedBy']

function Published({ field, text }: { field: string; text: string | undefined }) {
  const { t, named } = useLanguage()
  if (text === undefined) return t('differs.nothing')
  if (amounts.includes(field)) return <Money fen={text} />
  return codes.includes(field) ? named('choice', text) : text
}

/** The fields of an act with what they say. Amounts are in yuan as typed, or in fen as recorded. */
export function Told(props: {
  fields: readonly ActField[]
  values: Values
  inFen?: boolean
}): ReactNode {
  const { say } = useLanguage()
  const said = props.fields.filter(({ name }) => isSaid(props.values[name]))
  return (
    <dl className="told">
      {said.map((field) => [
        <dt key={field.name}>{say(field.label)}</dt>,
        <dd key={`${field.name}-value`}>
          <Answer field={field} value={props.values[field.name]} inFen={props.inFen === true} />
        </dd>,
      ])}
    </dl>
  )
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== ''
}

function Answer({ field, value, inFen }: { field: ActField; value: unknown; inFen: boolean }) {
  const { t, named } = useLanguage()
  switch (field.kind) {
    case 'group':
      return <Told fields={field.fields} values={value as Values} inFen={inFen} />
    case 'list':
      return (
        <ul className="plain">
          {(value as readonly unknown[]).map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shown once, never reordered
            <li key={at}>
              {field.fields.length === 0 ? (
                String(item)
              ) : (
                <>
                  <InLine fields={field.fields} values={item as Values} inFen={inFen} />
                  {field.ofPeople && <FromRegister item={item as Values} />}
                </>
              )}
            </li>
          ))}
        </ul>
      )
    case 'workload':
      return <CitedWork of={value as readonly Cited[]} />
    case 'flag':
      return value === true ? t('general.yes') : t('general.no')
    case 'choice':
      return named('choice', String(value))
    case 'money':
      return <Money fen={inFen ? String(value) : (fenText(String(value)) ?? String(value))} />
    case 'day':
      return <DayText day={String(value)} />
    default:
      return String(value)
  }
}

/** One of several: its answers in a row; what is not so stays unsaid. */
function InLine({
  fields,
  values,
  inFen,
}: {
  fields: readonly ActField[]
  values: Values
  inFen: boolean
}) {
  const { say } = useLanguage()
  const said = fields.filter(({ name }) => isSaid(values[name]) && values[name] !== false)
  return said.map((field, at) => (
    <span key={field.name}>
      {at > 0 && ' · '}
      {field.kind === 'flag' ? (
        say(field.label).replace(/^是否/, '')
      ) : (
        <Answer field={field} value={values[field.name]} inFen={inFen} />
      )}
    </span>
  ))
}
