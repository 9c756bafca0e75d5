// Before the import below: nothing here reports usage to anybody.
import './no-telemetry.ts';
import { App, type IAppConfig } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { quietly } from './quiet-console.ts';
import type { Secrets } from './secrets.ts';

export interface Api {
  /** Answers `/rest/v1/...` and `/auth/v1/...` as a Supabase project does. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly secrets: Secrets;
  /** Where the app is served, for the links of the auth service. */
  readonly siteUrl?: string;
  /** Connections to the database at most. */
  readonly connections?: number;
  /** Seconds that an access token holds; tests of expired tokens shorten it. */
  readonly tokenSeconds?: number;
}

/** An hour, as on a hosted project. */
const TOKEN_SECONDS = 3600;

export const createLite = (options: ApiOptions) => {
  const { jwtSecret, anonKey } = options.secrets;
  const connection = createPostgresConnection({
    url: options.databaseUrl,
    // NOTICEs would be printed to the console.
    postgresOptions: { max: options.connections ?? 10, onnotice: () => {} },
  });
  return new App<IAppConfig & { connection: typeof connection }>({
    connection,
    auth: {
      enabled: true,
      // Keys configured: a request without the publishable key is refused. No secret key: nobody is service_role.
      publishable_key: anonKey,
      jwt_secret: jwtSecret,
      jwt_expiry: options.tokenSeconds ?? TOKEN_SECONDS,
      enable_signup: true,
      enable_anonymous_sign_ins: false,
      minimum_password_length: 8,
      site_url: options.siteUrl ?? 'http://127.0.0.1',
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: false },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  });
};

/** The API of a Supabase project over a migrated database. */
export const createApi = async (options: ApiOptions): Promise<Api> => {
  const app = createLite(options);
  await app.init();
  return {
    fetch: (request) => quietly(async () => app.fetch(request, { peerAddress: null })),
    close: async () => {
      await app.connection.close();
    },
  };
};
