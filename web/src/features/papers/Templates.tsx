import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { procedureById } from '@yizhuan/procedures'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { storeFile } from '../../api/files.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { Placeholders } from './Placeholders.tsx'
import {
  type PaperKindWire,
  paperKindsQuery,
  putTemplateBack,
  replaceTemplate,
  type TemplateVersionWire,
} from './paper.api.ts'

/** Who may change templates; the server decides it again. */
const editors = ['tto_reviewer', 'admin']

/** Every paper with its template: the standard, or the institution's own and its versions. */
export function Templates({ roles }: { roles: readonly string[] }) {
  const { t, say } = useLanguage()
  const query = useQuery(paperKindsQuery)
  const mayChange = editors.some((role) => roles.includes(role))
  return (
    <>
      <PageHeader title={t('papers.templates')} note={t('papers.templatesNote')} />
      <Loaded query={query}>
        {(kinds) =>
          [...new Set(kinds.map(({ procedure }) => procedure))].map((procedure) => (
            <OfProcedure
              key={procedure}
              title={say(procedureById(procedure)?.label)}
              kinds={kinds.filter((kind) => kind.procedure === procedure)}
              isOpen={procedure === kinds[0]?.procedure}
              mayChange={mayChange}
            />
          ))
        }
      </Loaded>
    </>
  )
}

/** The papers of one procedure, folded: there are many, and one is looked for. */
function OfProcedure(props: {
  title: string
  kinds: readonly PaperKindWire[]
  isOpen: boolean
  mayChange: boolean
}) {
  const { t } = useLanguage()
  const { kinds } = props
  const own = kinds.filter(({ templates }) => templates[0]?.file).length
  return (
    <Panel>
      <details open={props.isOpen || kinds.some(({ id }) => location.hash === `#${id}`)}>
        <summary>
          <strong>{props.title}</strong>{' '}
          <span className="muted">
            {t('templates.count', { count: kinds.length })}
            {own > 0 && ` · ${t('templates.own', { count: own })}`}
          </span>
        </summary>
        <ul className="rows">
          {kinds.map((kind) => (
            <Kind key={kind.id} kind={kind} mayChange={props.mayChange} />
          ))}
        </ul>
      </details>
    </Panel>
  )
}

function Kind({ kind, mayChange }: { kind: PaperKindWire; mayChange: boolean }) {
  const { t, say } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [newest] = kind.templates
  return (
    <li id={kind.id} className="template">
      <div className="template-line">
        <div>
          <strong>{say(kind.title)}</strong> <span className="muted">{say(kind.actLabel)}</span>{' '}
          {newest?.file && (
            <span className="chip chip-met">
              {t('papers.version', { version: newest.version })}
            </span>
          )}
        </div>
        <Button small kind="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('papers.fold') : t('papers.unfold')}
        </Button>
      </div>
      {isOpen && <Details kind={kind} mayChange={mayChange} />}
    </li>
  )
}

function Details({ kind, mayChange }: { kind: PaperKindWire; mayChange: boolean }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const version = kind.templates[0]?.version ?? 0
  const onSettled = () => client.invalidateQueries({ queryKey: paperKindsQuery.queryKey })
  const replace = useMutation({
    mutationFn: async (file: File) => replaceTemplate(kind.id, await storeFile(file), version),
    onSettled,
  })
  const back = useMutation({
    mutationFn: (to: number) => putTemplateBack(kind.id, to, version),
    onSettled,
  })
  return (
    <div className="template-details">
      <div className="actions">
        <LinkButton small href={address(`/papers/${kind.id}/example.docx`)} download>
          {t('papers.example')}
        </LinkButton>
        {mayChange && (
          <label className={`button button-small ${replace.isPending ? 'busy' : ''}`}>
            {t('papers.upload')}
            <input
              type="file"
              className="unseen"
              accept=".docx"
              aria-label={`${t('papers.upload')} ${say(kind.title)}`}
              disabled={replace.isPending}
              onChange={({ target }) => {
                const [file] = target.files ?? []
                if (file) replace.mutate(file)
                target.value = ''
              }}
            />
          </label>
        )}
      </div>
      <ProblemAlert error={replace.error ?? back.error} />
      <ol className="rows">
        {kind.templates.map((one, at) => (
          <Version
            key={one.version}
            one={one}
            isNewest={at === 0}
            onBack={mayChange && at > 0 ? () => back.mutate(one.version) : undefined}
          />
        ))}
        <li className="template-line">
          <span>
            {t('papers.standard')}{' '}
            {!kind.templates[0]?.file && <span className="chip">{t('papers.present')}</span>}
          </span>
          {mayChange && kind.templates[0]?.file && (
            <Button small onClick={() => back.mutate(0)}>
              {t('papers.back')}
            </Button>
          )}
        </li>
      </ol>
      <Placeholders placeholders={kind.placeholders} />
    </div>
  )
}

function Version(props: {
  one: TemplateVersionWire
  isNewest: boolean
  onBack: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const { version, file, at, by } = props.one
  return (
    <li className="template-line">
      <span>
        {t('papers.version', { version })}{' '}
        {file ? (
          <a href={address(`/files/${file.sha256}`)} download={file.name}>
            {file.name}
          </a>
        ) : (
          t('papers.standardBack')
        )}{' '}
        <span className="muted">
          {by} <DayText day={dayInChina(at)} />
        </span>{' '}
        {props.isNewest && file && <span className="chip chip-met">{t('papers.present')}</span>}
      </span>
      {props.onBack && file && (
        <Button small onClick={props.onBack}>
          {t('papers.back')}
        </Button>
      )}
    </li>
  )
}
