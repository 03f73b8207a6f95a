import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoredFile } from '../../api/files.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField, FlagField } from '../../ui/fields/ChoiceFields.tsx'
import { DayField } from '../../ui/fields/FigureFields.tsx'
import { FilesField } from '../../ui/fields/FilesField.tsx'
import { LongTextField, TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type DistributionRulesWire, documentsQuery, makeRule } from './distribution-rule.api.ts'
import { SchemeFields } from './SchemeFields.tsx'
import { draftOf, newScheme, type SchemeDraft, schemeOf } from './scheme-draft.ts'

const heads = ['title', 'number', 'approvedBy', 'approvedOn', 'from', 'to', 'internalRule'] as const
const fields = [...heads, 'reason', 'file'] as const
type Head = Readonly<Record<(typeof heads)[number] | 'reason', string>>

/** Writes the next version, begun with the last one. */
export function RuleForm(props: { rules: DistributionRulesWire; onClose: () => void }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { data: documents } = useQuery(documentsQuery)
  const last = props.rules.items.find(({ kind }) => kind === 'made')
  const [head, setHead] = useState<Head>({
    ...{ title: last?.title ?? '', number: last?.number ?? '', reason: '' },
    ...{ approvedBy: last?.approvedBy ?? '', approvedOn: '', from: props.rules.on, to: '' },
    internalRule: last?.internalRule?.id ?? '',
  })
  const [schemes, setSchemes] = useState<readonly SchemeDraft[]>(
    last ? last.schemes.map(draftOf) : [newScheme(0)],
  )
  const [decidesPlans, setDecides] = useState(last?.decidesPlans ?? false)
  const [files, setFiles] = useState<readonly StoredFile[]>([])
  const save = useMutation({
    mutationFn: () => {
      const { number, to, internalRule, reason, ...rest } = head
      const file = files.at(-1)
      return makeRule({
        ...rest,
        ...{ number: number || null, to: to || null, reason: reason || null },
        internalRule: internalRule || null,
        file: file ? { name: file.name, sha256: file.sha256, size: file.size } : null,
        decidesPlans,
        schemes: schemes.map(schemeOf),
        expectedVersion: props.rules.items[0]?.version ?? 0,
      })
    },
    onSuccess: async ({ warnings }) => {
      await client.invalidateQueries({ queryKey: ['distribution-rules'] })
      if (warnings.length === 0) props.onClose()
    },
  })
  const wrong = fieldErrors(save.error, [...fields, ...schemes.map((_, at) => `schemes/${at}`)])
  const field = (name: keyof Head) => ({
    ...{ name, label: t(`distributionRules.fields.${name}`), value: head[name] },
    onChange: (value: string) => setHead({ ...head, [name]: value }),
    error: wrong.at(name),
  })
  if (save.data && save.data.warnings.length > 0)
    return (
      <Dialog title={t('distributionRules.make')} onClose={props.onClose}>
        <Callout tone="due" title={t('distributionRules.advised')}>
          {save.data.warnings.map(({ words }) => (
            <p key={words.en}>{say(words)}</p>
          ))}
        </Callout>
        <Button onClick={props.onClose}>{t('general.close')}</Button>
      </Dialog>
    )
  return (
    <Dialog title={t('distributionRules.make')} onClose={props.onClose} className="wide">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <ProblemAlert error={save.error} shown={wrong.shown} />
        {last && <p className="hint">{t('distributionRules.makeHint')}</p>}
        <TextField {...field('title')} isRequired />
        <TextField {...field('number')} width="medium" />
        <TextField {...field('approvedBy')} hint={t('internalRules.approvedByHint')} isRequired />
        <DayField {...field('approvedOn')} isRequired />
        <DayField {...field('from')} isRequired />
        <DayField {...field('to')} hint={t('internalRules.validToHint')} />
        {documents && documents.items.length > 0 && (
          <ChoiceField
            {...field('internalRule')}
            choices={documents.items.map(({ id, title }) => ({ value: id, label: title }))}
            isFolded
          />
        )}
        <FilesField
          label={t('distributionRules.fields.file')}
          files={files}
          onChange={(change) => setFiles((now) => change(now).slice(-1))}
        />
        <FlagField
          name="decidesPlans"
          label={t('distributionRules.decidesPlans')}
          hint={t('distributionRules.decidesPlansHint')}
          value={decidesPlans}
          onChange={setDecides}
        />
        {schemes.map((scheme, at) => (
          <SchemeFields
            key={scheme.key}
            scheme={scheme}
            error={wrong.at(`schemes/${at}`)}
            onChange={(next) =>
              setSchemes(schemes.map((other) => (other === scheme ? next : other)))
            }
            {...(schemes.length > 1 && {
              onRemove: () => setSchemes(schemes.filter((other) => other !== scheme)),
            })}
          />
        ))}
        <Button
          small
          onClick={() =>
            setSchemes([...schemes, newScheme(Math.max(...schemes.map(({ key }) => key)) + 1)])
          }
        >
          + {t('distributionRules.addScheme')}
        </Button>
        <LongTextField {...field('reason')} rows={2} />
        <div className="actions">
          <Button type="submit" kind="primary" busy={save.isPending}>
            {t('distributionRules.save')}
          </Button>
          <Button onClick={props.onClose}>{t('general.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
