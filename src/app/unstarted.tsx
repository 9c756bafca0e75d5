import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { words } from '../words/index.ts';
import css from './app.module.css';

/** The app could not be put together: first visit without a network, or storage that the browser closes to us. */
export const Unstarted = ({ cause }: { readonly cause: unknown }) => {
  const { error } = words.sv.common;
  return (
    <main className={css.broken}>
      <ErrorNote
        happened={error.unstarted}
        kept={error.kept}
        todo={error.unstartedTodo}
        action={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {error.reload}
          </Button>
        }
      />
      <details>
        <summary>{error.details}</summary>
        <pre className={css.trace}>{cause instanceof Error ? cause.message : String(cause)}</pre>
      </details>
    </main>
  );
};
