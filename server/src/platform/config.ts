import { isIP } from 'node:net'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Sign-in limits; institutions with stricter rules of their own lower them by environment. */
export interface SignInLimits {
  readonly idleMinutes: number
  readonly absoluteHours: number
  readonly sessionsPerAccount: number
  readonly wrongPasswords: number
  readonly lockMinutes: number
  readonly invitationDays: number
}

/** How much may be stored: by whom, and together. */
export interface StorageLimits {
  readonly megabytesPerDay: number
  readonly megabytesPerInstitution: number
  readonly draftsPerPerson: number
  readonly draftKilobytesPerPerson: number
}

/** How mail leaves: a server by its address, and whose name stands on it. */
export interface MailSettings {
  /** `smtp://…` or `smtps://…`, with user and password where it asks for them. */
  readonly url: string
  readonly from: string
}

/** Everything an operator can set. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  /** A PostgreSQL server of the operator's own; without it the embedded one is started. */
  readonly databaseUrl?: string
  /** How the application's role connects; by default the owner's connection takes that role. */
  readonly databaseAppUrl?: string
  readonly connections: number
  readonly demo: boolean
  /** The day the demonstration or a test begins on; ignored in ordinary operation. */
  readonly today?: string
  /** The address people use, when a proxy stands in front; decides on the Secure cookie. */
  readonly publicUrl?: string
  /** The addresses of proxies whose word on where a request comes from is believed: none by default. */
  readonly trustedProxies: readonly string[]
  readonly rateLimits: boolean
  readonly webFolder: string
  readonly signIn: SignInLimits
  readonly storage: StorageLimits
  /** How long the secret address of somebody's calendar is good. */
  readonly feedDays: number
  /** Without it no mail is sent, and the settings say so. */
  readonly mail?: MailSettings
  /** Whether webhooks may reach private addresses, and those by plain http. */
  readonly webhooksMayReachPrivate: boolean
}

/** A setting that cannot be used, in one sentence for the operator. */
export class SettingError extends Error {}

/** The repository's root: two levels above `server/src` as well as `server/dist`. */
export const rootFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

/** Reads the settings from the environment and the command line. @throws {SettingError} */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[] = [],
): Config {
  const demo = args.includes('--demo')
  const mayTravel = demo || env['NODE_ENV'] === 'test'
  const whole = (name: string, otherwise: number, least = 1, most = 1_000_000) =>
    wholeNumber(name, env[name], otherwise, least, most)
  return {
    host: env['HOST'] || '127.0.0.1',
    port: whole('PORT', 8080, 0, 65_535),
    // Invented hospitals never share a folder with a real one.
    dataFolder: resolve(rootFolder, env['YIZHUAN_DATA'] || (demo ? 'data-demo' : 'data')),
    ...(env['DATABASE_URL'] && { databaseUrl: env['DATABASE_URL'] }),
    ...(env['DATABASE_APP_URL'] && { databaseAppUrl: env['DATABASE_APP_URL'] }),
    connections: whole('DATABASE_CONNECTIONS', 16, 2, 500),
    demo,
    ...(mayTravel && env['YIZHUAN_TODAY'] && { today: env['YIZHUAN_TODAY'] }),
    ...(env['PUBLIC_URL'] && { publicUrl: env['PUBLIC_URL'] }),
    trustedProxies: addressList('TRUSTED_PROXIES', env['TRUSTED_PROXIES']),
    rateLimits: env['NODE_ENV'] !== 'test',
    webFolder: resolve(rootFolder, 'web/dist'),
    ...mailSettings(env),
    feedDays: whole('CALENDAR_FEED_DAYS', 365, 1, 3650),
    storage: {
      megabytesPerDay: whole('UPLOAD_MB_PER_PERSON_DAY', 1000, 1),
      megabytesPerInstitution: whole('STORAGE_MB_PER_INSTITUTION', 100_000, 1, 100_000_000),
      draftsPerPerson: whole('DRAFTS_PER_PERSON', 200, 1),
      draftKilobytesPerPerson: whole('DRAFT_KB_PER_PERSON', 5000, 1),
    },
    webhooksMayReachPrivate: env['WEBHOOKS_PRIVATE'] === '1',
    signIn: {
      idleMinutes: whole('SESSION_IDLE_MINUTES', 30),
      absoluteHours: whole('SESSION_ABSOLUTE_HOURS', 12),
      sessionsPerAccount: whole('SESSIONS_PER_ACCOUNT', 5),
      wrongPasswords: whole('WRONG_PASSWORDS', 5),
      lockMinutes: whole('LOCK_MINUTES', 15),
      invitationDays: whole('INVITATION_DAYS', 7),
    },
  }
}

function mailSettings(env: Readonly<Record<string, string | undefined>>): Pick<Config, 'mail'> {
  const { SMTP_URL: url, MAIL_FROM: from } = env
  if (!url && !from) return {}
  if (!url || !URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new SettingError(
      'SMTP_URL must be an address such as smtps://user:password@mail.example.org:465.',
    )
  }
  if (!from || !/^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) {
    throw new SettingError('MAIL_FROM must be the sender of mails, such as office@example.org.')
  }
  return { mail: { url, from } }
}

/** Addresses and networks; a number of proxies is not taken, since who reaches us past them forges it. */
function addressList(name: string, text = ''): readonly string[] {
  const addresses = text.split(/[\s,]+/).filter((one) => one !== '')
  for (const one of addresses) {
    const [address = '', bits, ...rest] = one.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && +bits >= 8 && +bits <= most)
    if (isIP(address) === 0 || !isNetwork || rest.length > 0) {
      throw new SettingError(
        `${name} must be addresses or networks of proxies, such as 127.0.0.1,10.0.3.0/24, not "${one}".`,
      )
    }
  }
  return addresses
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new SettingError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
}
