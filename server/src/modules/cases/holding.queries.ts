import type { Words } from '@yizhuan/kit'
import { equityHolding } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Answer, Asked, Data } from './gathering.ts'

// What no two holdings of a house have alike: their formation, their entry on the separate list, their certificate.

/** Of two who record the same at once the second waits, and then finds it. */
const holdHoldings = (tx: Tx, institution: string) =>
  sql`select pg_advisory_xact_lock(hashtext('yizhuan holding'), hashtext(${institution}))`.execute(
    tx,
  )

/** A holding is recorded once: the same company, formed on the same day, for the same achievement at the same value. */
export async function freeHolding(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const { company, formedOn, value, achievement } = data
  if (![company, formedOn, value, achievement].every((one) => typeof one === 'string')) {
    return { data }
  }
  await holdHoldings(tx, institution)
  const told = (field: string) => sql`voucher_key(act.entry -> 'data' ->> ${field})`
  const key = (text: unknown) => sql`voucher_key(${String(text)})`
  const { rows } = await sql<{ number: string }>`
    select deal.number from transfer_case as deal join act
      on act.institution_id = deal.institution_id and act.case_id = deal.id
        and act.type in ('holdingOpened', 'openingCorrected')
        and not exists (select from act as corrected
          where corrected.institution_id = act.institution_id and corrected.case_id = act.case_id
            and corrected.seq > act.seq and corrected.type = 'openingCorrected')
    where deal.institution_id = ${institution} and deal.procedure = ${equityHolding.id}
      and ${told('company')} = ${key(company)} and ${told('achievement')} = ${key(achievement)}
      and act.entry -> 'data' ->> 'formedOn' = ${String(formedOn)}
      and act.entry -> 'data' ->> 'value' = ${String(value)}
      and deal.id::text is distinct from ${past[0]?.case ?? null}
    limit 1`.execute(tx)
  const [other] = rows
  return other ? no('company', 'holding-known', known(other.number)) : { data }
}

/** An entry of the list, and a certificate, are of one holding. */
export async function freeEntry(tx: Tx, { institution, data, past }: Asked): Promise<Answer> {
  const field = 'certificate' in data ? 'certificate' : 'entry'
  await holdHoldings(tx, institution)
  const other = await holdingWith(tx, institution, field, data, past[0]?.case)
  return other === undefined ? { data } : no(field, 'entry-of-another', ofAnother[field](other))
}

/** Another holding that bears the same number, unless that entry was struck. */
async function holdingWith(
  tx: Tx,
  institution: string,
  field: 'certificate' | 'entry',
  data: Data,
  own: string | undefined,
): Promise<string | undefined> {
  const type = field === 'certificate' ? 'propertyRegistered' : 'listed'
  const { rows } = await sql<{ number: string }>`
    select deal.number from transfer_case as deal join act
      on act.institution_id = deal.institution_id and act.case_id = deal.id and act.type = ${type}
    where deal.institution_id = ${institution} and deal.procedure = ${equityHolding.id}
      and deal.id::text is distinct from ${own ?? null}
      and voucher_key(act.entry -> 'data' ->> ${field}) = voucher_key(${String(data[field] ?? '')})
      and not exists (select from act as struck
        where struck.institution_id = act.institution_id and struck.case_id = act.case_id
          and struck.type = 'entryStruck' and struck.entry #>> '{data,entry}' = act.seq::text)
    limit 1`.execute(tx)
  return rows[0]?.number
}

const no = (field: string, rule: string, detail: Words): Answer => ({
  errors: [{ pointer: `#/data/${field}`, rule, detail }],
})

const known = (number: string): Words => ({
  zh: `这家公司同日、同一成果、同一作价金额的股权已在${number}登记；同一股权只登记一次，那边有误的请在那边更正。`,
  en: `${number} records a holding of the same company, day, achievement and value already; a holding is recorded once. If it is wrong there, correct it there.`,
})

const ofAnother = {
  certificate: (number: string): Words => ({
    zh: `${number}已登记这个产权登记证书号，请核对。`,
    en: `${number} bears this number of a certificate already; check it.`,
  }),
  entry: (number: string): Words => ({
    zh: `${number}已登记这个单列清单编号，请核对。`,
    en: `${number} bears this entry of the separate list already; check it.`,
  }),
}
