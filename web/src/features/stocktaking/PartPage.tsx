import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { ChoiceField } from '../../ui/fields/ChoiceFields.tsx'
import { LongTextField } from '../../ui/fields/TextFields.tsx'
import { Linked } from '../../ui/Linked.tsx'
import { useLanguage } from '../../ui/language.ts'
import { PageHeader, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { answerPart, type MyPartWire, partQuery } from './stocktaking.api.ts'

/** Where an inventor says how their records stand; on a phone, with or without an account. */
export function PartPage({ path }: { path: string }) {
  const query = useQuery(partQuery(path))
  return (
    <div className="cards">
      <Linked query={query}>{(part) => <Part path={path} part={part} />}</Linked>
    </div>
  )
}

function Part({ path, part }: { path: string; part: MyPartWire }) {
  const { t } = useLanguage()
  const left = part.lines.filter(({ answer }) => answer === null)
  return (
    <>
      <PageHeader title={part.campaignName} note={part.institution} />
      <p>{t('stock.partIntro', { name: part.name, count: part.lines.length, day: part.dueOn })}</p>
      {!part.isOpen && <Callout tone="info" title={t('stock.partClosed')} />}
      {part.isOpen && left.length === 0 && <Callout tone="good" title={t('stock.allSaid')} />}
      {part.lines.map((line) => (
        <Panel key={line.id} className="card">
          <Line path={path} part={part} line={line} />
        </Panel>
      ))}
    </>
  )
}

type PartLine = MyPartWire['lines'][number]

function Line({ path, part, line }: { path: string; part: MyPartWire; line: PartLine }) {
  const { t, say, named } = useLanguage()
  const [isOpen, open] = useState(line.answer === null)
  const wish = part.outcomes.find(({ code }) => code === line.answer?.wish)
  return (
    <>
      <h2>{line.title}</h2>
      <p className="muted">
        {line.number} ·{' '}
        {line.kind === 'achievement'
          ? named('stock.registers', 'achievements')
          : named('rights.kinds', line.kind)}
      </p>
      {line.answer && !isOpen && (
        <p>
          ✓ {t('stock.youSaid')} {wish && say(wish.label)}{' '}
          {part.isOpen && (
            <Button small kind="quiet" onClick={() => open(true)}>
              {t('stock.sayAgain')}
            </Button>
          )}
        </p>
      )}
      {isOpen && part.isOpen && (
        <Answering path={path} part={part} line={line} onDone={() => open(false)} />
      )}
    </>
  )
}

function Answering(props: { path: string; part: MyPartWire; line: PartLine; onDone: () => void }) {
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { path, part, line, onDone } = props
  const [scores, setScores] = useState<Readonly<Record<string, number>>>(line.answer?.scores ?? {})
  const [wish, setWish] = useState<string | undefined>(line.answer?.wish)
  const [words, setWords] = useState(line.answer?.words ?? '')
  const send = useMutation({
    mutationFn: () =>
      answerPart(path, {
        line: line.id,
        scores: { ...scores },
        wish: wish as PartLine['answer'] extends null ? never : 'keep',
        ...(words.trim() && { words: words.trim() }),
      }),
    onSuccess: async (now) => {
      client.setQueryData(partQuery(path).queryKey, now)
      await client.invalidateQueries({ queryKey: ['stock-parts'] })
      onDone()
    },
  })
  const names = part.criteria.map(({ code }) => `scores/${code}`)
  const wrong = fieldErrors(send.error, names)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      {part.criteria.map(({ code, label, levels }) => (
        <ChoiceField
          key={code}
          label={say(label)}
          isRequired
          error={wrong.at(`scores/${code}`)}
          value={scores[code] === undefined ? undefined : String(scores[code])}
          onChange={(value) => setScores({ ...scores, [code]: Number(value) })}
          choices={levels.map((level, at) => ({ value: String(at), label: say(level) }))}
        />
      ))}
      <ChoiceField
        label={t('stock.wish')}
        isRequired
        value={wish}
        onChange={setWish}
        choices={part.outcomes.map(({ code, label }) => ({ value: code, label: say(label) }))}
      />
      <LongTextField label={t('stock.words')} value={words} onChange={setWords} maxLength={1000} />
      <ProblemAlert error={send.error} shown={wrong.shown} />
      <Button
        kind="primary"
        type="submit"
        block
        busy={send.isPending}
        disabled={!wish || part.criteria.some(({ code }) => scores[code] === undefined)}
      >
        {t('stock.sendPart')}
      </Button>
    </form>
  )
}
