import { z } from 'zod';
import { isDay } from '../kernel/day.ts';
import { hostLevels } from './lexicon.ts';
import { startWords as words } from './words.ts';

/** Settings of `npm start` and of the worker; names and defaults are promised in the README. */
export interface Config {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
  baseUrl: string;
  transport: 'webhook' | 'long-connection';
  databasePath: string;
  /** Of the daily copies, beside the database unless set; undefined when switched off. */
  backupFolder: string | undefined;
  host: string;
  port: number;
  publicUrl: string;
  sessionSecret: string;
  bootstrapAdmins: string[];
  organisation: string;
  level: 'city' | 'county';
  filingNumber: string;
  filingDate: string;
  trialOpenIds: string[];
  model: { baseUrl: string; apiKey: string; name: string } | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

const text = z.string().trim().default('');
const list = text.transform((value) => value.split(/[,，;；\s]+/).filter((item) => item !== ''));

const schema = z.object({
  FEISHU_APP_ID: text,
  FEISHU_APP_SECRET: text,
  FEISHU_ENCRYPT_KEY: text,
  FEISHU_VERIFICATION_TOKEN: text,
  FEISHU_BASE_URL: z.string().trim().default('https://open.feishu.cn'),
  FEISHU_TRANSPORT: z.string().trim().default('webhook'),
  DATABASE_PATH: z.string().trim().default('./data/qingfu.db'),
  BACKUP_FOLDER: text,
  HOST: z.string().trim().default('127.0.0.1'),
  PORT: z.string().trim().default('3000'),
  PUBLIC_URL: text,
  SESSION_SECRET: text,
  BOOTSTRAP_ADMIN_OPEN_IDS: list,
  HOST_ORGANISATION: text,
  HOST_LEVEL: text,
  FILING_NUMBER: text,
  FILING_DATE: text,
  TRIAL_OPEN_IDS: list,
  TIME_ZONE: z.string().trim().default('Asia/Shanghai'),
  MODEL_BASE_URL: text,
  MODEL_API_KEY: text,
  MODEL_NAME: text,
  LOG_LEVEL: z.string().trim().default('info'),
});

type Environment = z.infer<typeof schema>;

/**
 * Reads every setting once and reports all problems together, one sentence each. With `required: false` (command
 * line) settings may be absent, but not wrong.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  options: { required: boolean } = { required: true },
): ConfigResult {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const env = schema.parse(given);
  const problems = [...(options.required ? missingIn(env) : []), ...wrongIn(env)];
  const level = hostLevels[env.HOST_LEVEL] ?? 'city';
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: {
      appId: env.FEISHU_APP_ID,
      appSecret: env.FEISHU_APP_SECRET,
      encryptKey: env.FEISHU_ENCRYPT_KEY,
      verificationToken: env.FEISHU_VERIFICATION_TOKEN,
      baseUrl: env.FEISHU_BASE_URL.replace(/\/+$/, ''),
      transport: env.FEISHU_TRANSPORT === 'webhook' ? 'webhook' : 'long-connection',
      databasePath: env.DATABASE_PATH,
      backupFolder: backupFolder(env),
      host: env.HOST,
      port: Number(env.PORT),
      publicUrl: env.PUBLIC_URL || `http://127.0.0.1:${env.PORT}`,
      sessionSecret: env.SESSION_SECRET,
      bootstrapAdmins: env.BOOTSTRAP_ADMIN_OPEN_IDS,
      organisation: env.HOST_ORGANISATION,
      level,
      filingNumber: env.FILING_NUMBER,
      filingDate: env.FILING_DATE,
      trialOpenIds: env.TRIAL_OPEN_IDS,
      model: env.MODEL_BASE_URL
        ? { baseUrl: env.MODEL_BASE_URL, apiKey: env.MODEL_API_KEY, name: env.MODEL_NAME }
        : undefined,
      logLevel: env.LOG_LEVEL as Config['logLevel'],
    },
  };
}

/** Without Node's path functions, because a worker reads these settings too. */
function backupFolder({ BACKUP_FOLDER: folder, DATABASE_PATH: database }: Environment): string | undefined {
  if (folder === 'off') return undefined;
  return folder || `${database.slice(0, database.lastIndexOf('/') + 1) || './'}backups`;
}

function missingIn(env: Environment): string[] {
  const webhook = env.FEISHU_TRANSPORT !== 'long-connection';
  const required = [
    'FEISHU_APP_ID',
    'FEISHU_APP_SECRET',
    ...(webhook ? ['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'] : []),
    'HOST_ORGANISATION',
    'HOST_LEVEL',
  ];
  const values: Record<string, unknown> = env;
  return required
    .filter((name) => values[name] === '')
    .map((name) => words.missing(name, words.purposes[name] ?? ''));
}

function wrongIn(env: Environment): string[] {
  const webhook = env.FEISHU_TRANSPORT !== 'long-connection';
  const wrong: [boolean, string][] = [
    [env.HOST_LEVEL !== '' && !(env.HOST_LEVEL in hostLevels), words.badLevel(env.HOST_LEVEL)],
    [
      !['webhook', 'long-connection'].includes(env.FEISHU_TRANSPORT),
      words.badTransport(env.FEISHU_TRANSPORT),
    ],
    // The SDK's long connection silently does nothing with another form of app id.
    [
      !webhook && env.FEISHU_APP_ID !== '' && !/^cli_[0-9a-fA-F]{16}$/.test(env.FEISHU_APP_ID),
      words.badAppId(env.FEISHU_APP_ID),
    ],
    [!isUrl(env.FEISHU_BASE_URL), words.badUrl('FEISHU_BASE_URL', env.FEISHU_BASE_URL)],
    [env.PUBLIC_URL !== '' && !isUrl(env.PUBLIC_URL), words.badUrl('PUBLIC_URL', env.PUBLIC_URL)],
    [!isPort(env.PORT), words.badPort(env.PORT)],
    [env.SESSION_SECRET !== '' && env.SESSION_SECRET.length < 32, words.shortSecret],
    [env.FILING_DATE !== '' && !isDay(env.FILING_DATE), words.badDate('FILING_DATE', env.FILING_DATE)],
    [env.TIME_ZONE !== 'Asia/Shanghai', words.badTimeZone(env.TIME_ZONE)],
    [(env.MODEL_BASE_URL === '') !== (env.MODEL_NAME === ''), words.modelIncomplete],
    [
      env.MODEL_BASE_URL !== '' && !isUrl(env.MODEL_BASE_URL),
      words.badUrl('MODEL_BASE_URL', env.MODEL_BASE_URL),
    ],
    [!['debug', 'info', 'warn', 'error'].includes(env.LOG_LEVEL), words.badLogLevel(env.LOG_LEVEL)],
  ];
  return wrong.filter(([bad]) => bad).map(([, sentence]) => sentence);
}

export function isPort(value: string): boolean {
  const port = Number(value);
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

function isUrl(value: string): boolean {
  return /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value);
}
