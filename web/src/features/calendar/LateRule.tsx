import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { fieldErrors } from '../../ui/fieldErrors.ts'
import { TextField } from '../../ui/fields/TextFields.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type LateRuleWire, lateRuleQuery, setLateRule } from './calendar.api.ts'

/** After how many working days lateness is passed on: the house's own arrangement. */
export function LateRule() {
  const { t } = useLanguage()
  const query = useQuery(lateRuleQuery)
  return (
    <Panel title={t('calendar.late.title')} className="form-panel">
      <p className="muted">{t('calendar.late.note')}</p>
      <Loaded query={query}>{(rule) => <RuleForm rule={rule} />}</Loaded>
    </Panel>
  )
}

function RuleForm({ rule }: { rule: LateRuleWire }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const [reviewer, setReviewer] = useState(String(rule.reviewerAfter))
  const [leaders, setLeaders] = useState(String(rule.leadersAfter))
  const save = useMutation({
    mutationFn: () =>
      setLateRule({ reviewerAfter: Number(reviewer), leadersAfter: Number(leaders) }),
    onSuccess: (saved) => client.setQueryData(lateRuleQuery.queryKey, saved),
  })
  const wrong = fieldErrors(save.error, ['reviewerAfter', 'leadersAfter'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      {!rule.isOwn && <p className="muted">{t('calendar.late.usual')}</p>}
      <ProblemAlert error={save.error} shown={wrong.shown} />
      <TextField
        label={t('calendar.late.reviewerAfter')}
        name="reviewerAfter"
        value={reviewer}
        onChange={setReviewer}
        inputMode="numeric"
        width="short"
        error={wrong.at('reviewerAfter')}
        isRequired
      />
      <TextField
        label={t('calendar.late.leadersAfter')}
        name="leadersAfter"
        value={leaders}
        onChange={setLeaders}
        inputMode="numeric"
        width="short"
        error={wrong.at('leadersAfter')}
        isRequired
      />
      <div className="actions">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t('calendar.late.save')}
        </Button>
        {save.isSuccess && <span className="muted">{t('calendar.late.saved')}</span>}
      </div>
    </form>
  )
}
