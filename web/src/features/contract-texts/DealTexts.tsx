import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { newId } from '../../api/ids.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { beginText, type DealRef, type TextsWire, textsQuery } from './text.api.ts'

/** The texts of a deal: those that were drafted, and a new one. Whoever does not read drafts sees nothing of it. */
export function DealTexts({ of, onBegun }: { of: DealRef; onBegun: (id: string) => void }) {
  const { t } = useLanguage()
  const { data } = useQuery({ ...textsQuery(of), retry: false })
  if (!data || (data.items.length === 0 && !data.mayDraft)) return null
  return (
    <Panel title={t('contractTexts.texts')} id="contract-texts">
      {data.items.length === 0 && <Nothing text={t('contractTexts.noTexts')} />}
      <ul className="rows">
        {data.items.map((text) => (
          <li key={text.id}>
            <a href={`/contract-texts/${text.id}`}>
              <strong>{text.title}</strong>
            </a>{' '}
            <span className="muted">
              {t('contractTexts.version', { version: text.newest })} · {text.last.by}{' '}
              <DayText day={dayInChina(text.last.at)} isShort />
            </span>{' '}
            {text.isStale && (
              <span className="chip chip-breached">{t('contractTexts.outOfDate')}</span>
            )}{' '}
            {text.named && (
              <span className="chip chip-met">
                {t('contractTexts.namedVersion', { version: text.named.version })}
              </span>
            )}{' '}
            {text.named?.file && (
              <LinkButton
                small
                href={address(`/files/${text.named.file.sha256}`)}
                download={text.named.file.name}
              >
                PDF
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {data.mayDraft && <Begin of={of} texts={data} onBegun={onBegun} />}
    </Panel>
  )
}

function Begin(props: { of: DealRef; texts: TextsWire; onBegun: (id: string) => void }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const { of, texts, onBegun } = props
  const [template, choose] = useState(texts.templates.find(({ fits }) => fits)?.id ?? '')
  const [id] = useState(newId)
  const begin = useMutation({
    mutationFn: () =>
      beginText({
        ...{ id, template },
        ...('case' in of ? { caseId: of.case } : { contractId: of.contract }),
      }),
    onSuccess: async ({ id: begun }) => {
      await client.invalidateQueries({ queryKey: ['contract-texts'] })
      onBegun(begun)
    },
  })
  if (texts.templates.length === 0)
    return (
      <p className="hint">
        {t('contractTexts.noTemplates')}{' '}
        <a href="/contract-standards">{t('contractTexts.toLibrary')}</a>
      </p>
    )
  return (
    <>
      <ProblemAlert error={begin.error} />
      <div className="actions">
        <select
          className="input input-medium"
          aria-label={t('contractTexts.template')}
          value={template}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t('general.choose')}</option>
          {texts.templates.map(({ id: one, name, fits }) => (
            <option key={one} value={one}>
              {fits ? name : t('contractTexts.otherType', { name })}
            </option>
          ))}
        </select>
        <Button busy={begin.isPending} disabled={template === ''} onClick={() => begin.mutate()}>
          {t('contractTexts.begin')}
        </Button>
      </div>
    </>
  )
}
