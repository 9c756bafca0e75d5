import { createRoot } from 'react-dom/client';
import './ui/tokens.css';
import { App } from './app/app.tsx';
import { compose } from './app/compose.ts';
import { Unstarted } from './app/unstarted.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

compose().then(
  (services) => root.render(<App services={services} />),
  (cause: unknown) => root.render(<Unstarted cause={cause} />),
);
