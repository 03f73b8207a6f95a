import { useQuery } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { PaperPreview } from './PaperPreview.tsx'
import { casePapersQuery, type MadeWire, type PaperNow } from './paper.api.ts'

/** The papers of a case: those that go with what comes next, the others, and those that were made. */
export function CasePapers({ caseId }: { caseId: string }) {
  const { t, say } = useLanguage()
  const query = useQuery(casePapersQuery(caseId))
  const [open, setOpen] = useState<PaperNow>()
  return (
    <Panel title={t('papers.title')} id="papers">
      <Loaded query={query}>
        {({ now, made }) => {
          const next = now.filter(({ isRecorded }) => !isRecorded)
          const others = now.filter(({ isRecorded }) => isRecorded)
          const isLong = next.length > 0 && others.length > 0
          return (
            <>
              {now.length === 0 && <Nothing text={t('papers.none')} />}
              <Papers papers={next} onOpen={setOpen} />
              {isLong ? (
                <details className="besides">
                  <summary className="muted">
                    {t('papers.earlier', { count: others.length })}
                  </summary>
                  <Papers papers={others} onOpen={setOpen} />
                </details>
              ) : (
                <Papers papers={others} onOpen={setOpen} />
              )}
              <Made made={made} />
            </>
          )
        }}
      </Loaded>
      {open && (
        <PaperPreview
          caseId={caseId}
          paper={open.id}
          title={say(open.title)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  )
}

function Papers(props: { papers: readonly PaperNow[]; onOpen: (paper: PaperNow) => void }) {
  const { t, say } = useLanguage()
  if (props.papers.length === 0) return null
  return (
    <ul className="rows paper-list">
      {props.papers.map((paper) => {
        const facts = paper.missing.filter(({ isByHand }) => !isByHand).length
        return (
          <li key={paper.id}>
            <div>
              <strong>{say(paper.title)}</strong>{' '}
              <span className="muted">
                {say(paper.actLabel)}
                {facts > 0 && ` · ${t('papers.lacks', { count: facts })}`}
                {paper.ownTemplate !== undefined && ` · ${t('papers.own')}`}
              </span>
            </div>
            <Button small onClick={() => props.onOpen(paper)}>
              {t('papers.look')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function Made({ made }: { made: readonly MadeWire[] }) {
  const { t, say } = useLanguage()
  if (made.length === 0) return null
  return (
    <>
      <h3>{t('papers.made')}</h3>
      <ul className="rows paper-list">
        {made.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{say(one.title)}</strong>{' '}
              <span className="muted">
                <DayText day={dayInChina(one.at)} /> {one.by} ·{' '}
                {t('papers.after', { seq: one.seq })}
                {one.missing > 0 && ` · ${t('papers.lacks', { count: one.missing })}`}
              </span>
            </div>
            <LinkButton small href={address(`/files/${one.file.sha256}`)} download={one.file.name}>
              {one.format.toUpperCase()}
            </LinkButton>
          </li>
        ))}
      </ul>
    </>
  )
}
