import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import type { Words } from '../words/index.ts';
import css from './app.module.css';

interface Props {
  readonly words: Words;
  readonly children: ReactNode;
}

/** Where bugs end: what happened, what was kept, what to do. React asks for a class here. */
export class ErrorRoot extends Component<Props, { readonly bug: Error | null }> {
  override state: { readonly bug: Error | null } = { bug: null };

  static getDerivedStateFromError(bug: unknown): { readonly bug: Error } {
    return { bug: bug instanceof Error ? bug : new Error(String(bug)) };
  }

  /** Promises that nobody waits for fail here too, so that no bug is silent. */
  readonly onRejection = (event: PromiseRejectionEvent): void => {
    this.setState({ bug: event.reason instanceof Error ? event.reason : new Error(String(event.reason)) });
  };

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.onRejection);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.onRejection);
  }

  override render(): ReactNode {
    const { bug } = this.state;
    if (!bug) return this.props.children;
    const { error } = this.props.words.common;
    return (
      <main className={css.broken}>
        <ErrorNote
          happened={error.happened}
          kept={error.kept}
          todo={error.todo}
          action={
            <Button variant="primary" onClick={() => window.location.reload()}>
              {error.reload}
            </Button>
          }
        />
        <details>
          <summary>{error.details}</summary>
          {/* Name and place only: a message might quote what somebody wrote. */}
          <pre className={css.trace}>{traceOf(bug)}</pre>
        </details>
      </main>
    );
  }
}

/** The stack without its first line, which holds the message. */
const traceOf = (bug: Error): string =>
  [bug.name, ...(bug.stack ?? '').split('\n').filter((line) => /^\s*at |@/.test(line))].join('\n');
