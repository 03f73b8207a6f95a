import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { address } from '../../api/client.ts'
import type { StoredFile } from '../../api/files.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../Button.tsx'
import { sizeText } from '../fields/FilesField.tsx'
import { useLanguage } from '../language.ts'
import { Panel } from '../Page.tsx'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { CommentBox } from './CommentBox.tsx'
import {
  type CommentWire,
  commentsQuery,
  reword,
  type Subject,
  say,
  strike,
} from './comments.api.ts'
import { MailDrop } from './MailDrop.tsx'
import { pieces } from './mention.ts'

/** What people say to each other about a record; nothing where its reader takes no part in it. */
export function Comments({ kind, id }: Subject) {
  const { t } = useLanguage()
  const subject = { kind, id }
  const query = useQuery(commentsQuery(subject))
  const client = useQueryClient()
  const [turn, setTurn] = useState(0)
  const again = () => client.invalidateQueries({ queryKey: ['comments', kind, id] })
  const send = useMutation({
    mutationFn: (said: { body: string; mentions: string[]; files: StoredFile[] }) =>
      say(subject, said),
    onSuccess: () => {
      setTurn(turn + 1)
      return again()
    },
  })
  if (query.error instanceof ApiProblem && query.error.body.status === 404) return null
  const items = query.data?.items ?? []
  const standing = items.filter(({ struck }) => !struck).length
  return (
    <Panel
      id="comments"
      title={standing > 0 ? t('comments.titleCount', { count: standing }) : t('comments.title')}
    >
      <p className="hint">
        {t('comments.note')} {query.data?.isClosed && t('comments.closed')}
      </p>
      <ProblemAlert error={query.error} />
      <ul className="comments">
        {items.map((one) => (
          <One key={one.id} one={one} subject={subject} onChanged={again} />
        ))}
      </ul>
      <CommentBox
        key={turn}
        subject={subject}
        label={t('comments.say')}
        error={send.error}
        isBusy={send.isPending}
        takesFiles
        onSay={(body, people, files) =>
          send.mutate({ body, mentions: [...people], files: [...files] })
        }
      />
      {takesMail.has(kind) && <MailDrop to={subject} onBrought={again} />}
    </Panel>
  )
}

/** The kinds of records that mail is filed with. */
const takesMail: ReadonlySet<string> = new Set(['right', 'achievement', 'case', 'contract'])

function One(props: { one: CommentWire; subject: Subject; onChanged: () => Promise<void> }) {
  const { t } = useLanguage()
  const { one, subject, onChanged } = props
  const [isOpen, setOpen] = useState(false)
  const change = useMutation({
    mutationFn: (said: { body: string; mentions: string[] }) => reword(one.id, said),
    onSuccess: () => {
      setOpen(false)
      return onChanged()
    },
  })
  const drop = useMutation({ mutationFn: () => strike(one.id), onSuccess: onChanged })
  return (
    <li>
      <div className="comment-head">
        <strong>{one.by}</strong> <Moment at={one.at} />
        {one.editedAt && <span className="muted"> {t('comments.reworded')}</span>}
      </div>
      {isOpen ? (
        <CommentBox
          subject={subject}
          body={one.body}
          people={one.mentions}
          label={t('comments.keep')}
          error={change.error}
          isBusy={change.isPending}
          onSay={(body, people) => change.mutate({ body, mentions: [...people] })}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <Body one={one} />
      )}
      {one.files.length > 0 && (
        <ul className="files">
          {one.files.map(({ sha256, name, size }) => (
            <li key={sha256}>
              <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
                {name}
              </a>{' '}
              <small className="muted">{sizeText(size)}</small>
            </li>
          ))}
        </ul>
      )}
      {one.struck && (
        <div className="muted">
          {t('comments.struckBy', { name: one.struck.by })} <Moment at={one.struck.at} />
        </div>
      )}
      {one.earlier.length > 0 && (
        <details>
          <summary className="muted">
            {t('comments.earlier', { count: one.earlier.length })}
          </summary>
          {one.earlier.map(({ body, at }) => (
            <p key={at} className="said muted">
              <Moment at={at} /> {body}
            </p>
          ))}
        </details>
      )}
      {!isOpen && (one.mayReword || one.mayStrike) && (
        <div>
          {one.mayReword && (
            <Button kind="quiet" small onClick={() => setOpen(true)}>
              {t('comments.reword')}
            </Button>
          )}
          {one.mayStrike && (
            <Button kind="quiet" small busy={drop.isPending} onClick={() => drop.mutate()}>
              {t('comments.strike')}
            </Button>
          )}
        </div>
      )}
      <ProblemAlert error={drop.error} />
    </li>
  )
}

function Body({ one }: { one: CommentWire }) {
  const text = pieces(one.body, one.mentions).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text in order
    piece.isName ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
  )
  return <p className="said">{one.struck ? <s>{text}</s> : text}</p>
}

/** A moment as the wall clock in China shows it. */
function Moment({ at }: { at: string }) {
  const text = timeInChina(at)
  return (
    <time className="muted" dateTime={at}>
      {text}
    </time>
  )
}
