/** Why a server cannot start, as one line for the console. */
export interface StartFailure {
  readonly type:
    | 'data_in_use'
    | 'no_binaries'
    | 'no_user'
    | 'closed_folder'
    | 'init_failed'
    | 'start_failed'
    | 'migration_failed'
    | 'bad_secrets'
    | 'port_in_use'
    | 'build_failed';
  readonly line: string;
}

export const failure = (type: StartFailure['type'], line: string): StartFailure => ({ type, line });

/** The words of anything thrown, for a line that names what went wrong below. */
export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
