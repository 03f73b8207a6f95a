import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type DeclarationWire, declare, tiesQuery } from './interest.api.ts'

interface Line {
  readonly key: number
  readonly enterprise: string
  readonly uscc: string
  readonly tie: string
  readonly through: string
  readonly holder: string
  readonly detail: string
}

const blank = { enterprise: '', uscc: '', tie: '', through: 'self', holder: '', detail: '' }
const parts = ['enterprise', 'uscc', 'tie', 'through', 'holder', 'detail'] as const

/** A whole declaration; it begins with the one before, so that renewing takes a minute. */
export function DeclareForm(props: { before?: DeclarationWire; onClose: () => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(props.before))
  const [isWhole, setWhole] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      declare({
        items: lines.map(({ enterprise, uscc, tie, through, holder, detail }) => ({
          enterprise,
          tie,
          through,
          uscc: uscc.trim() || null,
          holder: through === 'self' ? null : holder.trim() || null,
          detail: detail.trim() || null,
        })),
        isWhole: true,
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      props.onClose()
    },
  })
  const names = lines.flatMap((_line, index) => parts.map((part) => `items/${index}/${part}`))
  const wrong = fieldErrors(save.error, names)
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={t('interests.declare')} onClose={props.onClose}>
      <form onSubmit={submit}>
        <ProblemAlert error={save.error} shown={wrong.shown} />
        <p className="hint">{t('interests.declareHint')}</p>
        {lines.map((line, index) => (
          <LineFields
            key={line.key}
            line={line}
            number={index + 1}
            errorAt={(part) => wrong.at(`items/${index}/${part}`)}
            onChange={(part) => change(line.key, part)}
            onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
          />
        ))}
        <Button
          onClick={() =>
            setLines([...lines, { ...blank, key: Math.max(0, ...lines.map(({ key }) => key)) + 1 }])
          }
        >
          {t('interests.addLine')}
        </Button>
        <FlagField
          label={lines.length === 0 ? t('interests.confirmNone') : t('interests.confirmWhole')}
          value={isWhole}
          onChange={setWhole}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending} disabled={!isWhole}>
            {t('interests.submit')}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function LineFields(props: {
  line: Line
  number: number
  errorAt: (part: (typeof parts)[number]) => string | undefined
  onChange: (part: Partial<Line>) => void
  onRemove: () => void
}) {
  const { t, say } = useLanguage()
  const { data: lists } = useQuery(tiesQuery)
  const { line, number, errorAt, onChange } = props
  const choices = (list: Readonly<Record<string, { zh: string; en: string }>> = {}) =>
    Object.entries(list).map(([value, label]) => ({ value, label: say(label) }))
  const field = (part: (typeof parts)[number]) => ({
    name: `${part}-${line.key}`,
    label: t(`interests.fields.${part}`),
    value: line[part],
    onChange: (value: string) => onChange({ [part]: value }),
    error: errorAt(part),
  })
  return (
    <fieldset className="group">
      <legend>{t('interests.line', { number })}</legend>
      <TextField {...field('enterprise')} isRequired />
      <TextField {...field('uscc')} hint={t('interests.usccHint')} maxLength={18} width="medium" />
      <ChoiceField {...field('tie')} choices={choices(lists?.ties)} isFolded isRequired />
      <ChoiceField {...field('through')} choices={choices(lists?.through)} isFolded isRequired />
      {line.through !== 'self' && (
        <TextField {...field('holder')} hint={t('interests.holderHint')} isRequired />
      )}
      <TextField {...field('detail')} hint={t('interests.detailHint')} />
      <Button small kind="quiet" onClick={props.onRemove}>
        {t('interests.removeLine')}
      </Button>
    </fieldset>
  )
}

function linesOf(before: DeclarationWire | undefined): readonly Line[] {
  return (before?.items ?? []).map(({ line, enterprise, uscc, tie, through, holder, detail }) => ({
    key: line,
    enterprise,
    uscc: uscc ?? '',
    tie,
    through,
    holder: holder ?? '',
    detail: detail ?? '',
  }))
}
